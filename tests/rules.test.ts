/** Every rule proves itself: its hits hit at their level, its misses do not, through the path documents run. */
import { describe, expect, test } from 'vitest'
import { compileRules, matchPage } from '../src/match/index.js'
import { normalise } from '../src/normalise/index.js'
import { exampleOf, exampleOrgans, examplePages } from '../src/ruleset/example.js'
import { readRules } from '../src/ruleset/load.js'
import type { Example } from '../src/ruleset/schema-parts.js'
import type { Rule } from '../src/types.js'

const everyPack = ['tw', 'us', 'foreign', 'military']
const { rules, examples } = await readRules({ packs: everyPack })
const matchers = compileRules(rules)

function levels(rule: Rule, example: Example): string[] {
  const proof = exampleOf(example)
  return examplePages(proof).map((page) => {
    const hits = matchPage(normalise(page), matchers, {
      day: proof.today ?? '2025-06-01',
      organs: exampleOrgans,
    })
    return hits.filter((hit) => hit.rule === rule.id).map((hit) => hit.level)[0] ?? 'nothing'
  })
}

const written = (example: Example): string => {
  const { text, at } = exampleOf(example)
  return `${at}: ${text.replaceAll('\n', ' ⏎ ')}`
}

describe.each([...rules].filter((rule) => examples.has(rule.id)).map((rule) => [rule.id, rule] as const))(
  'rule %s',
  (id, rule) => {
    const own = examples.get(id)!
    test.each(own.hit.map((example) => [written(example), example] as const))('finds %s', (_, example) => {
      const wanted = exampleOf(example).level ?? rule.level
      expect(new Set(levels(rule, example))).toEqual(new Set([wanted]))
    })
    test.each(own.miss.map((example) => [written(example), example] as const))(
      'lets %s through',
      (_, example) => {
        expect(new Set(levels(rule, example))).toEqual(new Set(['nothing']))
      },
    )
  },
)

test('rules without words answer to their names and to no other', () => {
  const remarks = rules.flatMap((rule) =>
    rule.family === 'remark' ? rule.remarks.map((name) => [rule.id, name]) : [],
  )
  expect(remarks.length).toBeGreaterThan(0)
  const hits = remarks.map(([, name]) =>
    matchers.remark(name!, [{ name: 'example' }], { code: 'scan.unsupported' }).map((hit) => hit.rule),
  )
  expect(hits).toEqual(remarks.map(([id]) => [id]))
  expect(matchers.remark('unheard-of', [{ name: 'example' }], { code: 'scan.unsupported' })).toEqual([])
})
