/** Mosaics on pictures as they were saved, whatever their scale; boards, codes and buttons are none. */
import { expect, test } from 'vitest'
import { detectMarks } from '../../../src/see/marks/index.js'
import type { Raster } from '../../../src/types.js'
import { coverage, fill, sheet, typeLine } from './paper.js'

/** Tiles of `side` pixels; `shade` gives their grey by column and row. */
function tiled(
  page: Raster,
  [left, top]: readonly [number, number],
  [columns, rows]: readonly [number, number],
  side: number,
  shade: (column: number, row: number) => number,
): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const grey = shade(column, row)
      fill(page, left + column * side, top + row * side, side, side, [grey, grey, grey])
    }
}

/** As type made coarse: every shade between ink and paper. */
const coarse = (column: number, row: number) =>
  60 + ((Math.imul(column * 31 + row * 7 + 5, 0x9e3779b1) >>> 9) % 190)

const told = (page: Raster) => detectMarks(page).filter((mark) => mark.tells?.includes('tiles'))

test.each([5, 8, 12, 20])(
  'a mosaic of tiles of %i pixels on a cropped screenshot is found where it lies',
  (side) => {
    const page = sheet(900, 500, [255, 255, 255])
    typeLine(page, 20, 30, 12, 34)
    const size = [40, 4] as const
    tiled(page, [21, 210], size, side, coarse)
    const [mark, ...more] = told(page)
    expect(more).toEqual([])
    expect(mark!.kind).toBe('mosaic')
    expect(coverage(mark!.box, [21, 210, size[0] * side, size[1] * side])).toBeGreaterThan(0.9)
  },
)

test.each([
  ['a chessboard', (column: number, row: number) => ((column + row) % 2 === 0 ? 90 : 220)],
  ['a row of keys of one grey', () => 200],
  ['digits light on dark', (column: number, row: number) => coarse(column, row) / 3],
])('%s is no mosaic', (_, shade) => {
  const page = sheet(900, 500, [255, 255, 255])
  tiled(page, [20, 210], [40, 4], 12, shade)
  expect(told(page)).toEqual([])
})

test('a map of coloured squares is no mosaic', () => {
  const page = sheet(900, 500, [255, 255, 255])
  for (let row = 0; row < 6; row++)
    for (let column = 0; column < 30; column++)
      fill(page, 20 + column * 16, 200 + row * 16, 16, 16, [
        coarse(column, row),
        120,
        255 - coarse(row, column),
      ])
  expect(told(page)).toEqual([])
})

test('lines of type alone are none', () => {
  const page = sheet(900, 500, [255, 255, 255])
  for (let line = 0; line < 6; line++) typeLine(page, 20, 20 + line * 60, 22, 34)
  expect(told(page)).toEqual([])
})
