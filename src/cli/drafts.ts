/** Half-written reports: named so that one a killed run has left is known, and taken away when the run is stopped. */
import { createHash, randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Folders may be shared between machines, process numbers are not. */
const machine = () => createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const shape = /^\.secscan-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/

/** Path of a new draft in the folder. Drafts of runs on this machine that live no more are removed. */
export async function draftIn(folder: string): Promise<string> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, host, pid] = shape.exec(name) ?? []
    if (host === machine() && !lives(Number(pid))) await rm(join(folder, name), { force: true })
  }
  return join(folder, `.secscan-${machine()}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`)
}

/** Interrupted or terminated, the run ends as if nobody had listened, but without its draft. Call the result when done. */
export function removeIfStopped(draft: string): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const stop = (signal: NodeJS.Signals) => {
    rmSync(draft, { force: true })
    forget()
    process.kill(process.pid, signal)
  }
  const forget = () => signals.forEach((signal) => process.removeListener(signal, stop))
  signals.forEach((signal) => process.on(signal, stop))
  return forget
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
