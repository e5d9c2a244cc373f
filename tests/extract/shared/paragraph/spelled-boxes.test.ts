/** Characters in boxes of their own: what they spell, and what spells nothing. */
import { describe, expect, test } from 'vitest'
import {
  LEAST_BOXES,
  MOST_BOXES,
  withSpelledBoxes,
} from '../../../../src/extract/shared/paragraph/spelled-boxes.js'
import { statedSpan } from '../../../../src/extract/shared/stated.js'
import type { Line } from '../../../../src/types.js'

const size = 20
const at = (text: string, x: number, y: number): Line => ({
  spans: [{ ...statedSpan(text, { size }), box: [x, y, size, size * 1.2] }],
})
const added = (lines: readonly Line[]): string[] =>
  withSpelledBoxes(lines)
    .slice(lines.length)
    .map(({ spans }) => spans.map(({ text }) => text).join(''))
const down = (text: readonly string[], step = 30): Line[] =>
  text.map((each, row) => at(each, 100, 50 + row * step))
const along = (text: readonly string[], step: number): Line[] =>
  text.map((each, column) => at(each, 50 + column * step, 80))
const word = ['机', '密', '★', '10', '年']

describe('boxes of one character', () => {
  test('in any order of drawing are read downwards', () => {
    expect(added(down(word).reverse())).toEqual(['机密★10年'])
  })

  test('with other boxes drawn between them are read downwards', () => {
    const lines = down(word).flatMap((line) => [line, at('职工运动会方案', 300, 400)])
    expect(added(lines)).toEqual(['机密★10年'])
  })

  test('far apart on one row are read along it', () => {
    expect(added(along(word, 50))).toEqual(['机密★10年'])
  })

  test('that lie close and in order are left to what joins lines', () => {
    expect(added(down(word))).toEqual([])
    expect(added(along(word, 30))).toEqual([])
  })

  test('as far as two and a half ems, no farther', () => {
    expect(added(along(word, size + 2.5 * size))).toEqual(['机密★10年'])
    expect(added(along(word, size + 2.6 * size))).toEqual([])
  })

  test('spell nothing below three and above forty', () => {
    const han = (count: number) => down(Array.from({ length: count }, () => '字')).reverse()
    expect(added(han(LEAST_BOXES - 1))).toEqual([])
    expect(added(han(LEAST_BOXES))).toEqual(['字字字'])
    expect(added(han(MOST_BOXES))).toEqual(['字'.repeat(MOST_BOXES)])
    expect(added(han(MOST_BOXES + 1))).toEqual([])
  })

  test.each([
    ['numbered circles', along(['①', '②', '③', '④'], 60)],
    ['letters of a chart', along(['A', 'B', 'C', 'D'], 60)],
    ['ticks and numbers', down(['√', '1', '2', '×']).reverse()],
    ['corners of a drawing', [at('东', 0, 100), at('南', 300, 300), at('西', 600, 100), at('北', 300, 0)]],
  ])('that are %s spell nothing', (_name, lines) => {
    expect(added(lines)).toEqual([])
  })
})
