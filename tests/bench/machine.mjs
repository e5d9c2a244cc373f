/** What the numbers were measured on. */
import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'

export function machine() {
  const model =
    cpus()[0]
      ?.model.replace(/\(R\)|\(TM\)|CPU|\s+@.*$/g, '')
      .replace(/\s+/g, ' ') ?? 'unknown CPU'
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return `${model.trim()}, ${cpus().length} cores, ${memory}, Node ${process.versions.node}, ${process.platform} ${process.arch}`
}

/** First line a peer prints about itself, or null where it is not installed. */
export function versionOf(command, args) {
  try {
    return execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
      .toString()
      .split('\n')[0]
      .trim()
  } catch {
    return null
  }
}
