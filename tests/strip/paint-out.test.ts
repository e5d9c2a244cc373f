/** How far beyond a box the pixels are gone. */
import { expect, it } from 'vitest'
import { paintOut } from '../../src/strip/paint-out.js'
import type { Box, Raster } from '../../src/types.js'

const side = 100
const blank = (): Raster => ({
  width: side,
  height: side,
  scale: 1,
  rgba: new Uint8Array(side * side * 4).fill(255),
})

/** First and last pixel that is gone, across and down, through the middle of the box. */
function gone(raster: Raster, [x, y, w, h]: Box): readonly number[] {
  const isGone = (column: number, row: number) => raster.rgba[(row * side + column) * 4] === 60
  const span = (is: (at: number) => boolean) => {
    const all = Array.from({ length: side }, (_, at) => at).filter(is)
    return [all[0] ?? -1, all.at(-1) ?? -1]
  }
  return [
    ...span((at) => isGone(at, y + (h >> 1))),
    ...span((at) => isGone(Math.min(side - 1, x + (w >> 1)), at)),
  ]
}

it('reaches two fifths of the smaller side beyond it, and half of that above and below', () => {
  const raster = blank()
  const box: Box = [30, 40, 40, 20]
  paintOut(raster, [0, 0, side, side], [box])
  expect(gone(raster, box)).toEqual([22, 77, 36, 63])
})

it('is measured in the units of the region', () => {
  const raster = blank()
  paintOut(raster, [500, 500, 50, 50], [[515, 520, 20, 10]])
  expect(gone(raster, [30, 40, 40, 20])).toEqual([22, 77, 36, 63])
})

it('ends at the rim of the raster, and leaves what lies outside alone', () => {
  const raster = blank()
  paintOut(
    raster,
    [0, 0, side, side],
    [
      [-10, -10, 20, 20],
      [95, 95, 20, 20],
      [300, 300, 20, 20],
    ],
  )
  expect(gone(raster, [0, 0, 2, 2])).toEqual([0, 17, 0, 13])
  expect(gone(raster, [98, 98, 2, 2])).toEqual([87, 99, 91, 99])
  expect(raster.rgba.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).toBe(true)
})

it('is opaque where the picture was clear', () => {
  const raster = blank()
  raster.rgba.fill(0)
  paintOut(raster, [0, 0, side, side], [[0, 0, side, side]])
  expect([...raster.rgba.subarray(0, 8)]).toEqual([60, 60, 60, 255, 60, 60, 60, 255])
})
