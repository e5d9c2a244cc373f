/** Letters of strokes and specks are gathered into words; tables, ticks and markers are not. */
import { describe, expect, test } from 'vitest'
import { type Fragment, fragmentedText } from '../../../src/extract/pdf/fragments.js'
import type { Box } from '../../../src/types.js'

const numbered = (boxes: readonly Box[]): Fragment[] => boxes.map((box, order) => ({ box, order }))
/** `strokes` level strokes, one above the other, in a square of `size` points. */
const sign = (x: number, y: number, size: number, strokes: number): Box[] =>
  Array.from({ length: strokes }, (_, at): Box => [x, y + (at * size) / strokes, size, size / strokes])
const words = (boxes: readonly Box[]) => fragmentedText(numbered(boxes)).map(({ box }) => box.map(Math.round))

describe('a word', () => {
  const row = (size: number, strokes: number, pitch: number) =>
    [0, 1, 2, 3].flatMap((at) => sign(100 + at * pitch, 50, size, strokes))

  test('is signs of several strokes side by side', () => {
    expect(words(row(10, 6, 14))).toEqual([[100, 50, 52, 10]])
  })

  test('has two dozen strokes at least', () => {
    expect(words(row(10, 6, 14)).length).toBe(1)
    expect(words(row(10, 5, 14))).toEqual([])
  })

  test('has signs no further apart than two and a half heights', () => {
    expect(words(row(10, 8, 23)).length).toBe(1)
    expect(words(row(10, 8, 26))).toEqual([])
  })

  test('runs any way', () => {
    expect(words([0, 1, 2].flatMap((at) => sign(100 + 12 * at, 300 - 12 * at, 10, 9))).length).toBe(1)
  })

  test('of type too small to be read is none', () => {
    expect(words(row(3, 8, 5))).toEqual([])
  })
})

test('rules of a table are longer than a letter', () => {
  expect(words(Array.from({ length: 60 }, (_, at): Box => [50, 20 * at, 400, 0.5]))).toEqual([])
})

test('ticks and markers have too few strokes', () => {
  expect(words(Array.from({ length: 60 }, (_, at): Box => [50 + 8 * at, 300, 0.5, 5]))).toEqual([])
  expect(words(Array.from({ length: 30 }, (_, at) => sign(50 + 15 * at, 300, 6, 2)).flat())).toEqual([])
})

test('more shapes than are weighed against one another are looked at as one place, none passed over', () => {
  const dashes = (count: number) =>
    Array.from({ length: count }, (_, at): Box => [
      10 + 9 * (at % 200),
      10 + 5 * Math.floor(at / 200),
      5,
      0.5,
    ])
  expect(words(dashes(20_000))).toEqual([])
  const [whole, ...others] = fragmentedText(numbered(dashes(20_001)))
  expect(others).toEqual([])
  expect(whole!.orders).toHaveLength(20_001)
  expect(whole!.box.map(Math.round)).toEqual([10, 10, 1796, 501])
})
