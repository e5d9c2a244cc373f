/** Rule files read, checked and made into plain rules. */
import { fileURLToPath } from 'node:url'
import { readKept } from './kept.js'
import type { RuleChoice, Ruleset } from './load.js'

export type { RuleChoice, Ruleset } from './load.js'

const coreRules = fileURLToPath(new URL('../../rules', import.meta.url))

/** Throws UsageError for a file, key, pack or pattern that is wrong. */
export async function loadRules(choice: RuleChoice = {}): Promise<Ruleset> {
  const plain = !choice.folders?.length && !choice.packs?.length
  const ready = plain ? await readKept(coreRules) : null
  if (ready) return ready
  const { readRules } = await import('./load.js')
  return readRules(choice)
}
