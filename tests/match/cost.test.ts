/** Hostile text costs what it is long: four times the text, not sixteen times the work. */
import { expect, test } from 'vitest'
import { matchPage } from '../../src/match/index.js'
import { normalise } from '../../src/normalise/index.js'
import type { Rule } from '../../src/types.js'
import { matchers } from './judge.js'
import { text } from './pages.js'

const keywords = (rule: Rule): readonly string[] => {
  if (rule.family === 'mark') return rule.forms.flatMap((form) => form.keywords)
  if (rule.family === 'document') return rule.clues.flatMap((clue) => clue.keywords)
  return rule.family === 'pattern' ? rule.keywords : []
}
const simplest = [...new Set(matchers.rules.flatMap((rule) => keywords(rule).slice(0, 6)))]
const dress = (word: string): string[] => [
  word,
  `(${word}`,
  `${word}★`,
  `${word}、`,
  `关于${word}的`,
  `“${word}”`,
]
const attacks = simplest
  .flatMap(dress)
  .concat('1', '12 ', '138 0000 0000 ', '(', '【', '★', '密★10年前', '2020年1月1日至', '机密★10年 ', '绝密\n')

function cost(seed: string, length: number): number {
  const view = normalise(text(seed.repeat(Math.ceil(length / seed.length))))
  const before = process.cpuUsage().user
  matchPage(view, matchers, { day: '2026-05-01', organs: [] })
  return process.cpuUsage().user - before
}

test('repeating any keyword stays linear', () => {
  for (const seed of attacks) cost(seed, 500)
  const total = (length: number): number => attacks.reduce((sum, seed) => sum + cost(seed, length), 0)
  const [short, long] = [total(2_000), total(8_000)]
  expect(long / short).toBeLessThan(10)
})
