/** A skewed picture laid level, and where the places of its page then are. */
import { expect, test } from 'vitest'
import { placeOf } from '../../src/place.js'
import { deskewed, laidLevel } from '../../src/see/deskew.js'
import type { Page, Raster } from '../../src/types.js'

const [width, height] = [200, 100]
const rgba = new Uint8Array(4 * width * height).fill(255)
for (let y = 20; y < 30; y++) for (let x = 40; x < 60; x++) rgba.set([0, 0, 0], 4 * (y * width + x))
const raster = { width, height, scale: 2, rgba }
const page: Page = {
  place: placeOf({ name: 'a.png' }),
  width: 100,
  height: 50,
  lines: [],
  marks: [],
  reading: 'pixels',
}

/** Middle of the black pixels. */
function middleOf({ width: across, rgba: pixels }: Raster): [number, number] {
  let [count, x, y] = [0, 0, 0]
  for (let i = 0; i < pixels.length / 4; i++)
    if (pixels[4 * i]! < 128) [count, x, y] = [count + 1, x + (i % across), y + Math.floor(i / across)]
  return [Math.round(x / count), Math.round(y / count)]
}

test('a quarter turn clockwise of the lines is taken back', () => {
  const level = deskewed(raster, { angle: Math.PI / 2, mirrored: false })
  expect(Math.abs(level.width - height) + Math.abs(level.height - width)).toBeLessThan(3)
  expect(middleOf(level)[1]).toBeGreaterThan(140)
})

test('what is seen from behind changes sides', () => {
  const level = deskewed(raster, { angle: 0, mirrored: true })
  expect(middleOf(level)).toEqual([150, 25])
})

test('the page grows with its picture; a region keeps its middle; nothing changes without skew', () => {
  const skew = { angle: 0.5, mirrored: false }
  const whole = laidLevel({ page, raster, region: undefined }, skew)
  expect(whole.page.width).toBeCloseTo(whole.raster.width / 2)
  expect(whole.page.skewed).toMatchObject({ from: [50, 25], angle: 0.5 })
  const part = laidLevel({ page, raster, region: [0, 0, 100, 50] }, skew)
  expect(part.page.width).toBe(100)
  expect(part.region![0] + part.region![2] / 2).toBeCloseTo(50)
  expect(laidLevel({ page, raster, region: undefined }, undefined)).toEqual({
    page,
    raster,
    region: undefined,
  })
})
