/** Twins joined, order kept, ids stable. */
import { expect, test } from 'vitest'
import { findingId } from '../../../src/identity.js'
import { settle as settled } from '../../../src/match/outcome/settle.js'
import type { Box, Hit } from '../../../src/types.js'

let ids = 0
const naming = (hit: Hit): string => findingId(hit, ids++, 'hash')

const settle = (hits: readonly Hit[], name = naming) => settled(hits, name).map(({ finding }) => finding)

function hit(term: string, channel: 'text' | 'ocr', box: Box, more: Partial<Hit> = {}): Hit {
  return {
    rule: 'state-secret-mark',
    level: 'block',
    term,
    quote: term,
    place: [{ name: 'a.pdf', page: 1, box, pageSize: [595, 842] }],
    channel,
    sight: 'visible',
    confidence: channel === 'ocr' ? 0.9 : 1,
    evidence: [],
    ...more,
  }
}

test('a mark read from the text and from the picture of the same spot is one finding with two places', () => {
  const [one, ...others] = settle(
    [hit('机密★20年', 'ocr', [80, 110, 80, 16]), hit('机密★20年', 'text', [82, 111, 78, 15])],
    naming,
  )
  expect(others).toEqual([])
  expect(one!.channel).toBe('text')
  expect(one!.places).toHaveLength(2)
})

test('a star that OCR misread does not part twins', () => {
  const found = settle(
    [hit('机密★20年', 'text', [80, 110, 80, 16]), hit('机密大20年', 'ocr', [80, 110, 80, 16])],
    naming,
  )
  expect(found).toHaveLength(1)
})

test('the same mark elsewhere on the page, or on another page, is another finding', () => {
  const other: Partial<Hit> = { place: [{ name: 'a.pdf', page: 2, box: [80, 110, 80, 16] }] }
  const found = settle(
    [
      hit('机密★20年', 'text', [80, 110, 80, 16]),
      hit('机密★20年', 'ocr', [80, 400, 80, 16]),
      hit('机密★20年', 'ocr', [80, 110, 80, 16], other),
    ],
    naming,
  )
  expect(new Set(found.map((one) => one.id)).size).toBe(3)
})

test('two marks read the same way are never joined', () => {
  const same = hit('机密', 'text', [80, 110, 80, 16])
  expect(settle([same, same], naming)).toHaveLength(2)
})

test('ids depend on rule, term, ordinal and document, and hold no text', () => {
  const base = { rule: 'state-secret-mark', term: '机密★20年' }
  const ids = [
    findingId(base, 0, 'hash'),
    findingId(base, 1, 'hash'),
    findingId({ ...base, term: '秘密' }, 0, 'hash'),
    findingId({ ...base, rule: 'internal-mark' }, 0, 'hash'),
    findingId(base, 0, 'other'),
  ]
  expect(new Set(ids).size).toBe(5)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{16}$/)
  expect(findingId(base, 0, 'hash')).toBe(ids[0])
})

test('the normalised term does not leave with the finding', () => {
  const [found] = settle([hit('机密★20年', 'text', [80, 110, 80, 16])], naming)
  expect(JSON.stringify(found)).not.toContain('机密')
})

test('a mark on three pages is told as repeated', () => {
  const on = (page: number): Partial<Hit> => ({ place: [{ name: 'a.pdf', page, box: [80, 110, 80, 16] }] })
  const found = settle(
    [1, 2, 3].map((page) => hit('机密', 'text', [80, 110, 80, 16], on(page))),
    naming,
  )
  expect(found).toHaveLength(3)
  expect(found[0]!.evidence).toEqual([{ code: 'match.repeated', args: { count: 3 } }])
})

test('a mark on two pages is not', () => {
  const on = (page: number): Partial<Hit> => ({ place: [{ name: 'a.pdf', page, box: [80, 110, 80, 16] }] })
  const found = settle([1, 2, 2].map((page) => hit('机密', 'text', [80, 110, 80, 16], on(page))))
  expect(found.flatMap(({ evidence }) => evidence)).toEqual([])
})

test.each([
  [47, 1],
  [49, 2],
])('readings that lie %d of 80 apart are %d findings', (apart, count) => {
  const found = settle([
    hit('机密', 'text', [80, 110, 80, 16]),
    hit('机密', 'ocr', [80 + apart, 110, 80, 16]),
  ])
  expect(found).toHaveLength(count)
})
