/** Every rule there is, those of packs that are off included, with what it may reach in this run. */
import type { Chapter } from '../../handbook/words.js'
import { type Pack, readRules, type Ruleset } from '../../ruleset/load.js'
import { applyLevels } from '../../settings/levels.js'
import type { Settings } from '../../settings/index.js'

export interface EveryRule {
  readonly packs: readonly Pack[]
  readonly chapters: readonly Chapter[]
}

export async function everyRule(settings: Settings): Promise<EveryRule> {
  const { options } = settings
  const folders = options.ruleFolders
  const wanted = await readRules({ folders, packs: options.packs })
  const every = await readRules({ folders, packs: wanted.packs.map(({ name }) => name) })
  const { ruleset } = applyLevels(wanted, settings)
  return { packs: wanted.packs, chapters: chaptersOf(every, ruleset) }
}

function chaptersOf(every: Ruleset, running: Ruleset): Chapter[] {
  const levels = new Map(running.rules.map(({ id, level }) => [id, level]))
  return every.rules.map((rule) => ({
    rule,
    reach: levels.get(rule.id) ?? 'off',
    examples: every.examples.get(rule.id) ?? null,
  }))
}
