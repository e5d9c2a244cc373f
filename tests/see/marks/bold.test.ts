/** Bold type smeared or made into tiles is darker than any other that was, and found all the same. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { detectMarks } from '../../../src/see/marks/index.js'
import type { Raster } from '../../../src/types.js'
import { coverage } from './paper.js'

type Window = readonly [left: number, top: number, right: number, bottom: number]

const folder = fileURLToPath(new URL('../../../fixtures/see/marks/', import.meta.url))
const { box: line } = JSON.parse(readFileSync(`${folder}hidden.json`, 'utf8')) as { box: number[] }
const [left, top, right, bottom] = [
  line[0]! - 6,
  line[1]! - 6,
  line[0]! + line[2]! + 6,
  line[1]! + line[3]! + 6,
]

/** Each pixel of the line becomes what `shade` makes of those in its window. */
function redrawn(page: Raster, window: (x: number, y: number) => Window, shade: (greys: number[]) => number) {
  const before = page.rgba.slice()
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const [x0, y0, x1, y1] = window(x, y)
      const greys: number[] = []
      for (let v = y0; v < y1; v++)
        for (let u = x0; u < x1; u++) greys.push(before[(v * page.width + u) * 4]!)
      page.rgba.fill(Math.round(shade(greys)), (y * page.width + x) * 4, (y * page.width + x) * 4 + 3)
    }
}

const mean = (greys: number[]) => greys.reduce((sum, grey) => sum + grey, 0) / greys.length
const thickened = (page: Raster) =>
  redrawn(
    page,
    (x, y) => [x - 1, y, x + 2, y + 1],
    (greys) => Math.min(...greys),
  )

async function boldPage(): Promise<Raster> {
  const { data, info } = await sharp(`${folder}bare.jpg`)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const page = { width: info.width, height: info.height, scale: 1, rgba: new Uint8Array(data) }
  thickened(page)
  return page
}

test('bold type as it was printed is silent', async () => {
  expect(detectMarks(await boldPage())).toEqual([])
})

test.each([
  [
    'made into tiles',
    'mosaic',
    (x: number, y: number): Window => {
      const [u, v] = [x - ((x - left) % 6), y - ((y - top) % 6)]
      return [u, v, u + 6, v + 6]
    },
  ],
  [
    'smeared along the line',
    'blur',
    (x: number, y: number): Window => [Math.max(left, x - 9), y, Math.min(right, x + 10), y + 1],
  ],
] as const)('%s', async (_, kind, window) => {
  const page = await boldPage()
  redrawn(page, window, mean)
  const [mark] = detectMarks(page)
  expect(mark?.kind).toBe(kind)
  expect(coverage(mark!.box, line)).toBeGreaterThan(0.6)
})
