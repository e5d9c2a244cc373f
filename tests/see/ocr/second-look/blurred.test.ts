/** Blurred print is seen as long as a person sees that there is print; what reads, and what is none, stays silent. */
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { blurredPrint } from '../../../../src/see/ocr/second-look/blurred.js'
import type { StripReading } from '../../../../src/see/ocr/look.js'
import type { Box, Raster } from '../../../../src/types.js'
import { fill, grain, sheet, typeLine } from '../../marks/paper.js'

const scan = fileURLToPath(new URL('../../../../fixtures/scan/marked-scan/扫描件.jpg', import.meta.url))

async function seen(image: Sharp, reads: readonly StripReading[] = []): Promise<Box | null> {
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return blurredPrint({ width: info.width, height: info.height, rgba: data }, reads)
}
const again = async (image: Sharp): Promise<Sharp> => sharp(await image.png().toBuffer())
const drawn = ({ rgba, width, height }: Raster): Sharp =>
  sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha()

const strengths = [3, 4, 5, 6, 8, 10, 12]
const blurred = (sigma: number): Sharp => sharp(scan).blur(sigma)

describe('a page of print that nobody can read', () => {
  test.each(strengths)('is seen when blurred by %d pixels', async (sigma) => {
    const [, , width, height] = (await seen(blurred(sigma)))!
    expect(width).toBeGreaterThan(700)
    expect(height).toBeGreaterThan(500)
  })

  test.each([6, 8])('is seen when shrunk to one part in %d and enlarged', async (part) => {
    const small = await again(sharp(scan).resize(Math.round(992 / part)))
    expect(await seen(small.resize(992))).not.toBeNull()
  })

  test('is seen on grey or grainy paper, askew, larger and with heavy compression', async () => {
    const soft = await again(blurred(8))
    expect(await seen(soft.clone().linear(0.85, 20))).not.toBeNull()
    expect(await seen(soft.clone().rotate(2, { background: '#fff' }))).not.toBeNull()
    expect(await seen(soft.clone().resize(2400))).not.toBeNull()
    expect(await seen(sharp(await soft.clone().jpeg({ quality: 10 }).toBuffer()))).not.toBeNull()
    const { data } = await soft.clone().ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const raster = { width: 992, height: 1404, scale: 1, rgba: new Uint8Array(data) }
    grain(raster, 6)
    expect(blurredPrint(raster, [])).not.toBeNull()
  })

  test('is seen lying on its side, and told where it lies', async () => {
    const [x, y, width, height] = (await seen((await again(blurred(8))).rotate(90)))!
    expect([x > 300, y < 200, width > 500, height > 700]).toEqual([true, true, true, true])
  })
})

describe('what is no blurred print', () => {
  test('a page that is sharp, though nothing of it was read, and one that is soft but readable', async () => {
    expect(await seen(sharp(scan))).toBeNull()
    expect(await seen(blurred(1))).toBeNull()
  })

  test('a page whose lines were read all the same', async () => {
    const line = (y: number, confidence: number): StripReading => {
      const strip = { x: 480, y, length: 700, thickness: 44, angle: 0, score: 1 }
      return { strip, ms: 1, reading: { text: '各单位', confidence, spans: new Float32Array(6) } }
    }
    const ys = [228, 362, 450, 588, 678, 728, 776, 824, 872, 921, 968]
    expect(await seen(blurred(5), ys.map((y) => line(y, 0.75)))).toBeNull() // prettier-ignore
    expect(await seen(blurred(5), ys.map((y) => line(y, 0.74)))).not.toBeNull() // prettier-ignore
  })

  const page = (lines: number, ground?: [number, number, number], pitch = 60, letters = 18): Sharp => {
    const raster = sheet(800, Math.max(1100, 200 + pitch * lines), ground)
    for (let line = 0; line < lines; line++) typeLine(raster, 80, 100 + pitch * line, letters, 30)
    return drawn(raster).blur(6)
  }

  test('stripes of a corner of the picture, and lines strewn over it', async () => {
    expect(await seen(page(8, undefined, 60, 7))).not.toBeNull()
    expect(await seen(page(8, undefined, 60, 4))).toBeNull()
    expect(await seen(page(6, undefined, 190))).not.toBeNull()
    expect(await seen(page(6, undefined, 300))).toBeNull()
  })

  test('fewer than six lines, and print on a dark ground', async () => {
    expect(await seen(page(6))).not.toBeNull()
    expect(await seen(page(5))).toBeNull()
    expect(await seen(page(6, [129, 129, 129]))).not.toBeNull()
    expect(await seen(page(6, [127, 127, 127]))).toBeNull()
  })

  test('blank paper, gradients, blurred shapes, bars and stripes', async () => {
    expect(await seen(drawn(sheet(800, 1100)))).toBeNull()
    const gradient = sheet(800, 600)
    for (let x = 0; x < 800; x++) fill(gradient, x, 0, 1, 600, [255 - (x >> 3), 240, 255 - (x >> 2)])
    expect(await seen(drawn(gradient))).toBeNull()
    const bars = sheet(800, 600)
    for (let bar = 0; bar < 10; bar++) fill(bars, 80, 40 + 50 * bar, 300 + 20 * bar, 26, [70, 110, 200])
    expect(await seen(drawn(bars))).toBeNull()
    const stripes = sheet(800, 600)
    for (let bar = 0; bar < 12; bar++) fill(stripes, 0, 50 * bar, 800, 25, [200, 60, 60])
    expect(await seen(drawn(stripes).blur(8))).toBeNull()
    const shapes = sheet(800, 600)
    for (let at = 0; at < 12; at++)
      fill(shapes, 60 + 180 * (at % 4), 60 + 170 * (at >> 2), 90, 80, [90, 140, 60])
    expect(await seen(drawn(shapes).blur(10))).toBeNull()
  })
})
