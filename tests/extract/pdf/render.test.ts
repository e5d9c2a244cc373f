import { afterAll, expect, test } from 'vitest'
import { closeKeptPdf } from '../../../src/extract/pdf/open.js'
import type { Raster } from '../../../src/types.js'
import { fixture, line, pagesOf, pdfOf, sourceOf } from './files.js'

afterAll(closeKeptPdf)

/** Share of pixels darker than middle grey. */
function ink({ rgba }: Raster): number {
  let dark = 0
  for (let at = 0; at < rgba.length; at += 4) if (rgba[at]! + rgba[at + 1]! + rgba[at + 2]! < 384) dark++
  return (4 * dark) / rgba.length
}

async function lastPage(name: string) {
  return (await pagesOf(fixture(name))).at(-1)!
}

test('text in a Chinese font that is not embedded is drawn, not left blank', async () => {
  const page = await lastPage('not-embedded')
  const heading = page.lines[0]!.spans[0]!
  const raster = await page.pixels!.render(2, heading.box!)
  expect(ink(raster)).toBeGreaterThan(0.08)
})

test('every character box of a drawn text holds ink', async () => {
  const page = await lastPage('text')
  const { glyphs, text } = page.lines[0]!.spans[0]!
  for (let index = 0; index < text.length; index++) {
    const [x, y, width, height] = glyphs!.subarray(4 * index, 4 * index + 4)
    expect(ink(await page.pixels!.render(4, [x!, y!, width!, height!]))).toBeGreaterThan(0.1)
  }
})

test.each(['rotated', 'upside-down'])('%s: boxes lie where the text is drawn', async (name) => {
  const page = await lastPage(name)
  const { box } = page.lines[1]!.spans[0]!
  const { rgba } = await page.pixels!.render(2, box!)
  let red = 0
  for (let at = 0; at < rgba.length; at += 4) if (rgba[at]! > 150 && rgba[at + 1]! < 80) red++
  expect((4 * red) / rgba.length).toBeGreaterThan(0.1)
})

test('a part of a page is drawn at the size asked for', async () => {
  const page = await lastPage('text')
  const raster = await page.pixels!.render(2, [10, 10, 100, 50])
  expect([raster.width, raster.height, raster.scale, raster.rgba.length]).toEqual([200, 100, 2, 80_000])
})

test('form fields and annotations are drawn', async () => {
  const page = await lastPage('extras')
  const field = page.lines.find((each) => each.label === '密级')!.spans[0]!
  const stamp = await page.pixels!.render(2, [300, 302, 120, 40])
  expect(ink(await page.pixels!.render(2, field.box!))).toBeGreaterThan(0.01)
  expect(stamp.rgba.slice(0, 4 * 240 * 12).some((value, at) => at % 4 === 1 && value < 50)).toBe(true)
})

test('pixels can be asked for after the document was closed', async () => {
  const page = await lastPage('text')
  const before = ink(await page.pixels!.render(1))
  closeKeptPdf()
  expect(ink(await page.pixels!.render(1))).toBeCloseTo(before)
})

test('a page of gigantic size is drawn at a scale that fits', async () => {
  const [page] = await pagesOf(fixture('huge-page'))
  const raster = await page!.pixels!.render(1)
  expect(raster.width).toBeLessThanOrEqual(16_000)
  expect(raster.scale).toBeLessThan(0.01)
})

test('a picture that cannot be drawn is said, not passed over as white paper', async () => {
  const picture =
    '<< /Type /XObject /Subtype /Image /Width 9000 /Height 9000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode /Length 4 >>\nstream\nnone\nendstream'
  const file = pdfOf(['q 300 0 0 200 0 0 cm /X1 Do Q'], [picture], '/XObject << /X1 100 0 R >>')
  const [page] = await pagesOf(sourceOf(file))
  await expect(page!.pixels!.render(1)).rejects.toMatchObject({ reason: 'corrupt' })
})

test('a crash of the engine costs one page only', async () => {
  const loop =
    '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 100 0 R >> >> /Length 17 >>\nstream\n/X1 Do /X1 Do /X1\nendstream'
  const file = pdfOf([line('one'), '/X1 Do', line('three')], [loop], '/XObject << /X1 100 0 R >>')
  const pages = await pagesOf(sourceOf(file))
  expect(pages.map((page) => page.number)).toEqual([1, 3])
})
