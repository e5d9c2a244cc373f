/** What the white page hides of a transparent picture: writing of any size, no panels, nothing that shows on it. */
import { expect, test } from 'vitest'
import { veiled } from '../../../src/extract/picture/alpha.js'
import type { RgbaGrid } from '../../../src/pixels/sharp.js'

const [width, height] = [480, 320]
type Bar = readonly [x: number, y: number, w: number, h: number, tone: number]

function picture(bars: readonly Bar[]) {
  const data = new Uint8Array(4 * width * height)
  for (const [x, y, w, h, tone] of bars)
    for (let v = y; v < y + h; v++)
      for (let u = x; u < x + w; u++) data.set([tone, tone, tone, 255], 4 * (v * width + u))
  return { width, height, data }
}
const toneAt = (grid: RgbaGrid | null, x: number, y: number) => grid?.data[4 * (y * width + x)]

test('large white strokes are drawn whole, their insides too', () => {
  const strokes = veiled(picture([[40, 40, 64, 240, 255], [160, 40, 200, 50, 255]])) // prettier-ignore
  expect([toneAt(strokes, 72, 160), toneAt(strokes, 200, 65), toneAt(strokes, 400, 200)]).toEqual([
    255, 255, 0,
  ])
})

test('five blocks are too few for writing, six are enough', () => {
  const bar = (blocks: number) => veiled(picture([[16, 20, 16 * blocks, 6, 255]]))
  expect(bar(5)).toBeNull()
  expect(bar(6)).not.toBeNull()
})

test('a white panel is no writing', () => {
  expect(veiled(picture([[5, 5, 470, 310, 255]]))).toBeNull()
})

test('what the white page shows is not drawn again', () => {
  const mixed = veiled(picture([[40, 40, 64, 240, 255], [200, 40, 100, 40, 0]])) // prettier-ignore
  expect([toneAt(mixed, 72, 160), toneAt(mixed, 250, 60)]).toEqual([255, 0])
  expect(veiled(picture([[200, 40, 100, 200, 0]]))).toBeNull()
})
