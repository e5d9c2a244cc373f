/** What the child processes of a run are told once. */
import type { Setup } from '../pool/messages.js'
import type { WorkerLimits } from '../pool/watch.js'
import type { Options, Settings } from '../settings/index.js'
import type { LevelledRuleset } from '../settings/levels.js'

export function setupFor({ options }: Settings, { ruleset }: LevelledRuleset, debug: boolean): Setup {
  const { pages, parts, pixels, bytes, ratio, depth, ocr, ocrBackend, explain } = options
  return {
    rules: ruleset.rules,
    limits: { pages, parts, pixels, bytes, ratio, depth },
    ocr: { engine: ocr, ...(ocrBackend !== null && { backend: ocrBackend }) },
    debug,
    explain,
  }
}

/** Flags count seconds and megabytes. */
export function workerLimits({ timeout, memory }: Options): WorkerLimits {
  return { silence: timeout * 1000, memory: memory * 1024 ** 2 }
}
