import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openBudget } from '../src/budget.js'
import { inspect, type Observation } from '../src/inspect.js'
import { compileRules } from '../src/match/index.js'
import { placeOf } from '../src/place.js'
import { memorySource } from '../src/source.js'
import { readRules } from '../src/ruleset/load.js'
import type { PatternRule } from '../src/types.js'

const mixed = new URL('../fixtures/extract/pdf/mixed/input.pdf', import.meta.url)

it('a page that cannot be looked at is a gap, and what it states is judged all the same', async () => {
  const { rules } = await readRules()
  const any = rules.find((one): one is PatternRule => one.family === 'pattern')!
  const { check: _check, named: _named, lowered: _lowered, mask: _mask, digits: _digits, ...rule } = any
  const matchers = compileRules([
    { ...rule, id: 'photograph', except: [], pattern: '下图是公告的照片', keywords: ['下图'] },
  ])
  const eyes = () => Promise.reject(new Error('no engine'))
  const source = memorySource(placeOf({ name: 'a.pdf' }), readFileSync(mixed))
  const seen: Observation[] = []
  for await (const one of inspect(source, { budget: openBudget() }, { matchers, eyes, today: '2026-01-01' }))
    seen.push(one)
  expect(seen.filter(({ kind }) => kind === 'gap')).toMatchObject([
    { cause: 'crashed', place: [{ page: 1 }] },
  ])
  expect(seen.flatMap((one) => (one.kind === 'hits' ? one.hits : []))).toMatchObject([{ rule: 'photograph' }])
})
