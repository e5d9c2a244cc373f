/** The rules of a run at the levels its settings give them. */
import { loadRules } from '../ruleset/index.js'
import type { Settings } from '../settings/index.js'
import { applyLevels, type LevelledRuleset } from '../settings/levels.js'

/** Throws UsageError for rule files or levels that are wrong. */
export async function rulesFor(settings: Settings): Promise<LevelledRuleset> {
  const { ruleFolders, packs } = settings.options
  return applyLevels(await loadRules({ folders: ruleFolders, packs }), settings)
}
