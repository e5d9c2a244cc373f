/** Rule files read, checked and made into plain rules. */
import { join } from 'node:path'
import { home } from '../home.js'
import { readKept } from './kept.js'
import type { RuleChoice, Ruleset } from './load.js'

export type { RuleChoice, Ruleset } from './load.js'

const coreRules = join(home, 'rules')

/** Throws UsageError for a file, key, pack or pattern that is wrong. */
export async function loadRules(choice: RuleChoice = {}): Promise<Ruleset> {
  const plain = !choice.folders?.length && !choice.packs?.length
  const ready = plain ? await readKept(coreRules) : null
  if (ready) return ready
  const { readRules } = await import('./load.js')
  return readRules(choice)
}
