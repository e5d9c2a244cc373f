import { expect, test } from 'vitest'
import { SURE, detectMarks } from '../../../src/see/marks/index.js'
import type { Raster } from '../../../src/types.js'
import { coverage, fill, grain, sheet, typeLine, typedPage } from './paper.js'

const over = [210, 290, 310, 64] as const
const boxes = (page: Raster) => detectMarks(page).filter((mark) => mark.kind === 'box')

test.each([
  ['black', [0, 0, 0]],
  ['white', [255, 255, 255]],
  ['grey', [128, 128, 128]],
  ['blue', [40, 90, 200]],
] as const)('a %s box over the first line of a grainy page is found where it lies', (_, colour) => {
  const page = typedPage()
  fill(page, ...over, colour)
  const [mark, ...more] = boxes(page)
  expect(more).toEqual([])
  expect(coverage(mark!.box, over)).toBeGreaterThan(0.8)
  expect(coverage(over, mark!.box)).toBeGreaterThan(0.8)
  expect(mark!.confidence).toBeGreaterThan(0.8)
})

test('the same page without a box is silent', () => {
  expect(boxes(typedPage())).toEqual([])
})

test('a black bar laid on the paper before the scan has the grain of the paper and is found', () => {
  const page = sheet(1654, 2339)
  for (let line = 0; line < 18; line++) typeLine(page, 220, 900 + line * 80, 25, 44)
  fill(page, ...over, [25, 25, 25])
  grain(page, 4)
  expect(coverage(boxes(page)[0]!.box, over)).toBeGreaterThan(0.8)
})

test('a white margin around a grainy picture is no cover', () => {
  const page = typedPage()
  fill(page, 0, 0, 1654, 120, [255, 255, 255])
  fill(page, 0, 0, 90, 2339, [255, 255, 255])
  expect(boxes(page)).toEqual([])
})

test.each([
  ['from beyond the left edge', [0, 290, 520, 64]],
  ['from beyond the right edge', [1300, 290, 354, 64]],
  ['from edge to edge', [0, 280, 1654, 180]],
] as const)('a white bar %s is found, for the sheet lies above and below it', (_, bar) => {
  const [left, top, width, height] = bar
  const page = typedPage()
  fill(page, left, top, width, height, [255, 255, 255])
  const [mark, ...more] = boxes(page)
  expect(more).toEqual([])
  expect(coverage(mark!.box, bar)).toBeGreaterThan(0.8)
})

test('white where the light was too strong is no cover', () => {
  const page = sheet(1654, 2339, [250, 250, 250])
  for (let line = 0; line < 18; line++) typeLine(page, 220, 900 + line * 80, 25, 44)
  grain(page, 3)
  for (let y = 200; y < 700; y++)
    for (let x = 300; x < 1300; x++) {
      const far = Math.hypot((x - 800) / 500, (y - 450) / 250)
      const light = Math.max(0, 1 - far) * 40
      for (let plane = 0; plane < 3; plane++) {
        const at = (y * page.width + x) * 4 + plane
        page.rgba[at] = Math.min(255, page.rgba[at]! + light)
      }
    }
  expect(boxes(page)).toEqual([])
})

test('a drawn page has bars of every colour, so only a black one there is told without doubt', () => {
  const confidence = (colour: readonly [number, number, number]) => {
    const page = sheet(1654, 2339, [255, 255, 255])
    typeLine(page, 220, 900, 25, 44)
    fill(page, ...over, colour)
    return boxes(page)[0]!.confidence
  }
  expect(confidence([0, 0, 0])).toBeGreaterThan(SURE)
  expect(confidence([60, 110, 190])).toBeLessThan(0.5)
})

test('a black bar on a fax is found', () => {
  const page = sheet(1654, 2339, [255, 255, 255])
  for (let line = 0; line < 18; line++) typeLine(page, 220, 900 + line * 80, 25, 44, [0, 0, 0])
  fill(page, ...over, [0, 0, 0])
  expect(boxes(page)).toHaveLength(1)
})

const drawn = () => {
  const page = sheet(1654, 2339, [255, 255, 255])
  for (let line = 0; line < 18; line++) typeLine(page, 220, 900 + line * 80, 25, 44)
  return page
}

test.each([
  ['yellow', [255, 255, 0]],
  ['cream', [255, 255, 205]],
  ['pale grey', [236, 236, 236]],
  ['pale blue', [220, 228, 250]],
] as const)('a %s bar on a drawn page is found, however pale', (_, colour) => {
  const page = drawn()
  fill(page, ...over, colour)
  const [mark, ...more] = boxes(page)
  expect(more).toEqual([])
  expect(coverage(mark!.box, over)).toBeGreaterThan(0.9)
  expect(coverage(over, mark!.box)).toBeGreaterThan(0.7)
})

test('pale bars with words in them, of a set, or at the edge of the sheet are silent', () => {
  const labelled = drawn()
  fill(labelled, ...over, [200, 230, 200])
  typeLine(labelled, 230, 300, 5, 44)
  const chart = drawn()
  for (const [index, width] of [310, 180, 250].entries())
    fill(chart, 210, 200 + 100 * index, width, 64, [220, 228, 250])
  const banner = drawn()
  fill(banner, 0, 100, 310, 64, [220, 228, 250])
  expect([labelled, chart, banner].flatMap(boxes)).toEqual([])
})
