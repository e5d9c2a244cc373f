/** The rules that come with secscan, compiled once for the tests of this folder. */
import { holds } from '../../src/condition.js'
import { weighClues } from '../../src/match/outcome/clues.js'
import { compileRules, searchPage } from '../../src/match/index.js'
import { normalise } from '../../src/normalise/index.js'
import { readRules } from '../../src/ruleset/load.js'
import type { Hit, Page } from '../../src/types.js'

const { rules } = await readRules()
export const matchers = compileRules(rules)

/** Of a page that is the whole document: what was found, and what was let through as a mention. */
export function judge(page: Page, today = '2026-05-01'): { hits: Hit[]; mentions: readonly Hit[] } {
  const found = searchPage(normalise(page), matchers, { explain: true })
  const counts = ({ when }: Pick<Hit, 'when'>) => holds(when, { day: today, organs: [] })
  const clues = found.clues.filter(({ hit }) => counts(hit))
  return {
    hits: [...found.hits.filter(counts), ...weighClues(clues)],
    mentions: (found.mentions ?? []).filter(counts),
  }
}

/** The most severe level found for what the page says; that it carries comments at all is told beside. */
export function outcome(page: Page, today?: string): string {
  const levels = judge(page, today).hits.flatMap((hit) => (hit.rule === 'comment-text' ? [] : [hit.level]))
  return (['block', 'review'] as const).find((level) => levels.includes(level)) ?? 'publish'
}

export const codes = (hit: Hit | undefined): string[] => (hit?.evidence ?? []).map((said) => said.code)
