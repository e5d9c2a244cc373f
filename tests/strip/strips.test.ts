import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openStrips } from '../../src/strip/index.js'
import type { Box, Hit, Page, Raster } from '../../src/types.js'

const [width, height] = [600, 800] as const
const paper = new Uint8Array(width * height * 4).fill(255)
/** Blue where the mark stands, red where the number stands. */
const fill = ([x, y, w, h]: Box, colour: readonly number[]) => {
  for (let row = y; row < y + h; row += 1)
    for (let column = x; column < x + w; column += 1) paper.set(colour, (row * width + column) * 4)
}
const mark: Box = [60, 100, 120, 24]
const number: Box = [300, 104, 200, 20]
fill(mark, [0, 0, 255, 255])
fill(number, [255, 0, 0, 255])

function cut(scale: number, [left, top, w, h]: Box = [0, 0, width, height]): Raster {
  const rgba = new Uint8Array(w * h * 4)
  for (let row = 0; row < h; row += 1) {
    const from = ((top + row) * width + left) * 4
    rgba.set(paper.subarray(from, from + w * 4), row * w * 4)
  }
  return { width: w, height: h, scale, rgba }
}
const page = (over: Partial<Page> = {}): Page => ({
  place: [{ name: '通知.png' }],
  width,
  height,
  lines: [],
  marks: [],
  reading: 'pixels',
  pixels: { naturalScale: 1, render: async (scale, box) => cut(scale, box) },
  ...over,
})
const hit = (box: Box | null, over: Partial<Hit> = {}): Hit => ({
  rule: 'state-secret-mark',
  level: 'block',
  term: '机密',
  quote: '机密',
  place: [{ name: '通知.png', ...(box && { box, pageSize: [width, height] as const }) }],
  channel: 'ocr',
  sight: 'visible',
  confidence: 1,
  evidence: [],
  ...over,
})
const draw = async (hits: readonly Hit[], personal: readonly Box[] = [], on = page(), upright = on) => {
  const [drawn] = await openStrips('strip').draw(on, [{ page: upright, hits, personal }])
  return drawn!
}
async function pixels(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  return (x: number, y: number) => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
    return [...data.subarray(start, start + 3)]
  }
}
const isRed = ([red, green, blue]: number[]) => red! > 150 && green! < 100 && blue! < 100
const isBlue = ([red, green, blue]: number[]) => blue! > 150 && red! < 100 && green! < 100

describe('the strip around a place', () => {
  it('shows the full width of the page, some lines around the place, and where it stands in it', async () => {
    const { picture } = (await draw([hit(mark)]))[0]!
    expect(picture).toMatchObject({ type: 'image/jpeg', width: 600 })
    expect(picture!.height).toBeGreaterThan(100)
    expect(picture!.height).toBeLessThan(200)
    expect(picture!.bytes.length).toBeLessThan(60_000)
    const [x, y, w, h] = picture!.box
    const at = await pixels(picture!.bytes)
    expect(isBlue(at(x + w / 2, y + h / 2))).toBe(true)
    expect(isBlue(at(x + w / 2, y - 0.1))).toBe(false)
    expect(isRed(at(400 / 600, y + h / 2))).toBe(true)
  })

  it('paints personal data out, in the strip of another finding too', async () => {
    const { picture } = (await draw([hit(mark)], [number]))[0]!
    const at = await pixels(picture!.bytes)
    for (let x = 0; x < 1; x += 0.01)
      for (let y = 0; y < 1; y += 0.05) expect(isRed(at(x, y)), `${x} ${y}`).toBe(false)
  })

  it('shows the first three places of a rule in a document, and one that was read twice once', async () => {
    const far = [0, 200, 400, 600].map((y) => hit([60, 100 + y, 120, 24]))
    expect((await draw(far)).map((one) => one.picture !== undefined)).toEqual([true, true, true, false])
    const twice = [hit(mark, { channel: 'text' }), hit([61, 101, 120, 24])]
    expect((await draw(twice)).map((one) => one.picture !== undefined)).toEqual([true, false])
  })

  it('is drawn for each of two places that meet without sharing anything', async () => {
    const pictured = async (other: Box) =>
      (await draw([hit([60, 100, 120, 24]), hit(other)])).map((one) => one.picture !== undefined)
    expect(await pictured([60, 124, 120, 24])).toEqual([true, true])
    expect(await pictured([180, 100, 120, 24])).toEqual([true, true])
    expect(await pictured([60, 123, 120, 24])).toEqual([true, false])
    expect(await pictured([179, 100, 120, 24])).toEqual([true, false])
    expect(await pictured([30, 300, 300, 24])).toEqual([true, true])
  })

  it('is no wider than 900 pixels, however fine the page', async () => {
    const asked: number[] = []
    const pixels = {
      naturalScale: 4,
      render: async (scale: number, box?: Box) => (asked.push(scale), cut(1, box)),
    }
    await draw([hit(mark)], [], page({ pixels }))
    expect(asked).toEqual([900 / width])
  })

  it('comes out upright where the page was read turned, and paints out in the right place', async () => {
    // Turned a quarter clockwise: a box [x, y, w, h] of the stored page stands at [height - y - h, x, h, w].
    const turned = page({ turned: 1, width: height, height: width })
    const upright = ([x, y, w, h]: Box): Box => [height - y - h, x, h, w]
    const { picture } = (await draw([hit(upright(mark))], [upright(number)], page(), turned))[0]!
    expect(picture!.width).toBe(800)
    const at = await pixels(picture!.bytes)
    const [x, y, w, h] = picture!.box
    expect(isBlue(at(x + w / 2, y + h / 2))).toBe(true)
    for (let across = 0; across < 1; across += 0.01)
      for (let down = 0; down < 1; down += 0.02) expect(isRed(at(across, down))).toBe(false)
  })

  it('shows nothing where there is no box, no pixels, or a person would see something else', async () => {
    const pictured = async (...args: Parameters<typeof draw>) => (await draw(...args))[0]!.picture
    const { pixels: _pixels, ...textOnly } = page()
    expect(await pictured([hit(null)])).toBeUndefined()
    expect(await pictured([hit(mark)], [], textOnly)).toBeUndefined()
    expect(await pictured([hit(mark)], [], page({ hiddenBy: 'transparent' }))).toBeUndefined()
    expect(await pictured([hit(mark, { sight: 'hidden', hiddenBy: 'cropped' })])).toBeUndefined()
  })

  it('shows the cover of what was read beneath it', async () => {
    for (const sight of ['covered', 'recovered'] as const)
      expect((await draw([hit(mark, { sight })]))[0]!.picture).toBeDefined()
  })

  it('shows the whole page when asked to', async () => {
    const on = page()
    const [drawn] = await openStrips('page').draw(on, [{ page: on, hits: [hit(mark)], personal: [number] }])
    expect(drawn![0]!.picture).toMatchObject({ width: 600, height: 800 })
    expect(drawn![0]!.picture!.box).toEqual([0.1, 0.125, 0.2, 0.03])
    expect(isRed((await pixels(drawn![0]!.picture!.bytes))(400 / 600, 114 / 800))).toBe(false)
  })
})
