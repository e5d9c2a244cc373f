import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openBudget } from '../src/budget.js'
import { inspect, type Observation, type Tools } from '../src/inspect.js'
import { compileRules } from '../src/match/index.js'
import { placeOf } from '../src/place.js'
import { memorySource } from '../src/source.js'
import { readRules } from '../src/ruleset/load.js'
import type { PatternRule, Source } from '../src/types.js'

const mixed = new URL('../fixtures/extract/pdf/mixed/input.pdf', import.meta.url)

async function patternRule(over: Partial<PatternRule>): Promise<PatternRule> {
  const { rules } = await readRules()
  const any = rules.find((one): one is PatternRule => one.family === 'pattern')!
  const { check: _check, named: _named, lowered: _lowered, mask: _mask, digits: _digits, ...rule } = any
  return { ...rule, except: [], ...over }
}

async function observed(source: Source, tools: Pick<Tools, 'matchers' | 'eyes'>): Promise<Observation[]> {
  const seen: Observation[] = []
  for await (const one of inspect(source, { budget: openBudget() }, tools)) seen.push(one)
  return seen
}

it('a page that cannot be looked at is a gap, and what it states is judged all the same', async () => {
  const matchers = compileRules([
    await patternRule({ id: 'photograph', pattern: '下图是公告的照片', keywords: ['下图'] }),
  ])
  const eyes = () => Promise.reject(new Error('no engine'))
  const seen = await observed(memorySource(placeOf({ name: 'a.pdf' }), readFileSync(mixed)), {
    matchers,
    eyes,
  })
  expect(seen.filter(({ kind }) => kind === 'gap')).toMatchObject([
    { cause: 'crashed', place: [{ page: 1 }] },
  ])
  // It was not read to its end: nothing may count it as a page that was.
  expect(seen.filter(({ kind }) => kind === 'page')).toEqual([])
  expect(seen.flatMap((one) => (one.kind === 'hits' ? one.hits : []))).toMatchObject([{ rule: 'photograph' }])
})

it('a page some rule of the user does not get through is a gap that names the rule; the others go on', async () => {
  const endless = { id: 'endless', pattern: '(?:a|a)+!!', keywords: ['a'], unproven: true } as const
  const matchers = compileRules([
    await patternRule(endless),
    await patternRule({ id: 'code', pattern: 'QH-1024', keywords: ['QH'] }),
  ])
  const text = memorySource(placeOf({ name: '说明.txt' }), Buffer.from(`${'a'.repeat(60)}!\n项目QH-1024\n`))
  const seen = await observed(text, { matchers, eyes: null })
  expect(seen.filter(({ kind }) => kind === 'gap')).toMatchObject([
    {
      cause: 'timeout',
      place: [{ name: '说明.txt' }],
      detail: { code: 'rules.slow', args: { rule: 'endless' } },
    },
  ])
  expect(seen.flatMap((one) => (one.kind === 'hits' ? one.hits : []))).toMatchObject([{ rule: 'code' }])
})
