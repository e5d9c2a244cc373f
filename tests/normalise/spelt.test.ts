import { describe, expect, test } from 'vitest'
import { normalise } from '../../src/normalise/index.js'
import { placeOf } from '../../src/place.js'
import type { Line, Page } from '../../src/types.js'

const cell = (text: string, column: number, row = 0): Line => ({
  spans: [{ text, box: null, channel: 'text', sight: 'visible', confidence: 1 }],
  cell: { table: 0, row, column },
})
const read = (lines: readonly Line[]): string[] => {
  const page: Page = { place: placeOf({ name: 'a' }), lines, marks: [], reading: 'stated' }
  return normalise(page).text.split('\n')
}
const row = (texts: readonly string[]): Line[] => texts.map((text, column) => cell(text, column))

describe('words written one character to a cell', () => {
  test('are one line along the row', () => {
    expect(read(row(['机', '密', '★', '10', '年']))).toEqual(['机密★10年'])
  })

  test('from three cells on, up to forty', () => {
    expect(read(row(['机', '密']))).toHaveLength(2)
    expect(read(row(['机', '密', '级']))).toHaveLength(1)
    expect(read(row(Array.from({ length: 40 }, () => '机')))).toHaveLength(1)
    expect(read(row(Array.from({ length: 41 }, () => '机')))).toHaveLength(41)
  })

  test('rows, grids of numbers, gaps and longer cells stay apart', () => {
    expect(read([cell('机', 0), cell('密', 0, 1), cell('级', 0, 2)])).toHaveLength(3)
    expect(read(row(['1', '3', '9', '0', '0']))).toHaveLength(5)
    expect(read([cell('机', 0), cell('密', 2), cell('级', 4)])).toHaveLength(3)
    expect(read(row(['机密', '甲级', '乙级']))).toHaveLength(3)
  })
})
