/** Whole judgements: what all default rules together say of a text, wherever its carrier puts it. */
import { describe, expect, test } from 'vitest'
import { compileRules, matchPage } from '../../src/match/index.js'
import { normalise } from '../../src/normalise/index.js'
import { exampleOrgans, examplePages } from '../../src/ruleset/example.js'
import { readRules } from '../../src/ruleset/load.js'
import type { Page } from '../../src/types.js'
import { found, publishable, type Text } from './texts.js'

const packs = ['tw', 'us', 'foreign', 'military'] as const
const matchers = new Map(
  await Promise.all(
    [undefined, ...packs].map(async (pack) => {
      const { rules } = await readRules({ packs: pack ? [pack] : [] })
      return [pack as string | undefined, compileRules(rules)] as const
    }),
  ),
)

function outcome(page: Page, { today = '2026-05-01', pack }: NonNullable<Text[3]> = {}): string {
  const all = matchPage(normalise(page), matchers.get(pack)!, { day: today, organs: exampleOrgans })
  // That a comment was left in the file at all is told beside what its words come to.
  const hits = all.filter(({ rule }) => rule !== 'comment-text')
  return (['block', 'review'] as const).find((level) => hits.some((hit) => hit.level === level)) ?? 'publish'
}

const named = (list: readonly Text[]): (readonly [string, Text])[] =>
  list.map((one) => [`${one[1]}: ${one[2].replaceAll('\n', ' ⏎ ')}`, one])

describe.each([
  ['may go out', publishable],
  ['must be found', found],
] as const)('a text that %s', (_, list) => {
  test.each(named(list))('%s', (_name, [level, at, text, circumstances]) => {
    const outcomes = examplePages({ text, at }).map((page) => outcome(page, circumstances))
    expect(new Set(outcomes)).toEqual(new Set([level]))
  })
})
