import { expect, it } from 'vitest'
import { gather } from '../src/gather.js'
import type { Observation } from '../src/inspect.js'
import type { Hit } from '../src/types.js'

const hit = (page: number): Hit => ({
  rule: 'identity-number',
  level: 'block',
  term: String(page),
  quote: '',
  place: [{ name: '名单.pdf', page, box: [0, 0, 9, 9], pageSize: [90, 90] }],
  channel: 'text',
  sight: 'visible',
  confidence: 1,
  evidence: [],
  picture: { bytes: new Uint8Array(1), type: 'image/jpeg', width: 1, height: 1, box: [0, 0, 1, 1] },
})

it('of a document read in ranges, each with its first pictures, only the first three of the whole are kept', () => {
  const ranges: Observation[] = [
    { kind: 'hits', hits: [1, 2, 3].map(hit) },
    { kind: 'hits', hits: [64, 65, 66].map(hit) },
  ]
  const { findings } = gather([{ name: '名单.pdf' }], ranges)
  expect(findings.map(({ picture }) => picture !== undefined)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
