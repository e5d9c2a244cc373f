/** The rules that come with secscan, compiled once for the tests of this folder. */
import { compileRules, explainPage } from '../../src/match/index.js'
import { normalise } from '../../src/normalise/index.js'
import { readRules } from '../../src/ruleset/load.js'
import type { Hit, Page } from '../../src/types.js'

const { rules } = await readRules()
export const matchers = compileRules(rules)

export function judge(page: Page, today = '2026-05-01'): { hits: Hit[]; mentions: Hit[] } {
  return explainPage(normalise(page), matchers, { today })
}

/** The most severe level found for what the page says; that it carries comments at all is told beside. */
export function outcome(page: Page, today?: string): string {
  const levels = judge(page, today).hits.flatMap((hit) => (hit.rule === 'comment-text' ? [] : [hit.level]))
  return (['block', 'review'] as const).find((level) => levels.includes(level)) ?? 'publish'
}

export const codes = (hit: Hit | undefined): string[] => (hit?.evidence ?? []).map((said) => said.code)
