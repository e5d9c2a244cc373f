import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { defaultLimits, openBudget } from '../../src/budget.js'
import { picture } from '../../src/extract/picture.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Box, Page, Piece, Raster } from '../../src/types.js'
import { casesOf, describeCases, describeDamage } from './cases.js'
import { openWork } from './dump.js'

describeCases(picture)
describeDamage(picture)

const root = new URL('../../fixtures/extract/picture/', import.meta.url)

async function piecesOf(bytes: Uint8Array, work = openWork()): Promise<Piece[]> {
  const pieces: Piece[] = []
  for await (const piece of picture.extract(memorySource(placeOf({ name: 'a' }), bytes), work))
    pieces.push(piece)
  return pieces
}

async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
  const pieces = await piecesOf(bytes)
  return pieces.flatMap((piece) => (piece.kind === 'page' && piece.page.pixels ? [piece.page] : []))
}

const fileOf = (name: string): Uint8Array => {
  const found = casesOf('picture').find((one) => one.name === name)!
  return new Uint8Array(readFileSync(found.input))
}
const pageOf = async (name: string): Promise<Page> => (await pagesOf(fileOf(name)))[0]!
const drawn = async (name: string, scale = 1, box?: Box): Promise<Raster> =>
  (await pageOf(name)).pixels!.render(scale, box)

/** Mean difference of the red, green and blue samples. */
function difference(one: Raster, other: Raster): number {
  expect([one.width, one.height]).toEqual([other.width, other.height])
  let sum = 0
  for (let at = 0; at < one.rgba.length; at++) sum += Math.abs(one.rgba[at]! - other.rgba[at]!)
  return sum / one.rgba.length
}

describe('orientation', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('%i comes out upright, whole and in parts', async (orientation) => {
    const upright = await drawn('orientation-1')
    const name = `orientation-${orientation}`
    expect(difference(await drawn(name), upright)).toBeLessThan(2)
    const box = [8, 12, 100, 40] as const
    expect(difference(await drawn(name, 1, box), await drawn('orientation-1', 1, box))).toBeLessThan(2)
  })
})

describe('BMP', () => {
  const reference = async (): Promise<Raster> => {
    const file = readFileSync(new URL('bmp-24/reference.png', root))
    const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, scale: 1, rgba: data }
  }
  const exact = ['4', '8', '8-os2', '24', '24-top-down', '32', '32-alpha', 'rle4', 'rle8']
  test.each(exact)('%s is drawn as it was', async (kind) => {
    expect(difference(await drawn(`bmp-${kind}`), await reference())).toBe(0)
  })
  test.each(['16', '16-fields'])('%s is drawn as near as five bits allow', async (kind) => {
    expect(difference(await drawn(`bmp-${kind}`), await reference())).toBeLessThan(2)
  })
  test('two colours keep the letters', async () => {
    expect(difference(await drawn('bmp-1'), await reference())).toBeLessThan(20)
  })
})

describe('rendering', () => {
  test('a box is cut out and sized', async () => {
    const part = await drawn('upright', 0.5, [10, 10, 100, 60])
    expect([part.width, part.height, part.scale]).toEqual([50, 30, 0.5])
    expect(part.rgba.length).toBe(50 * 30 * 4)
  })

  test('a box beyond the page is cut back to it', async () => {
    const part = await drawn('upright', 1, [200, 100, 500, 500])
    expect([part.width, part.height]).toEqual([40, 20])
  })

  test('what is rendered may be written to without changing the next rendering', async () => {
    const { pixels } = await pageOf('upright')
    const first = await pixels!.render(1)
    first.rgba.fill(0)
    expect((await pixels!.render(1)).rgba.some((value) => value === 255)).toBe(true)
  })

  test('a fax of 204 × 98 dpi is shown with square pixels', async () => {
    const page = await pageOf('tiff-fax')
    expect(page.width! / page.height!).toBeCloseTo(432 / (143 * (204 / 98)), 2)
  })

  test('deep and CMYK pictures keep black on white', async () => {
    for (const name of ['tiff-16-bit', 'png-16-bit', 'cmyk-jpeg', 'avif', 'png-palette']) {
      const { rgba } = await drawn(name)
      expect([name, rgba[0]! > 230, Math.min(...rgba) < 60]).toEqual([name, true, true])
    }
  })
})

describe('transparency', () => {
  const ink = ({ rgba }: Raster) => rgba.filter((value, at) => at % 4 === 0 && value < 128).length

  test('letters on nothing stand on white', async () => {
    const pages = await pagesOf(fileOf('alpha-black-letters'))
    expect(pages.length).toBe(1)
    expect(ink(await pages[0]!.pixels!.render(1))).toBeGreaterThan(500)
  })

  test.each(['alpha-white-letters', 'alpha-hides-all'])(
    '%s: a second page shows what nobody sees',
    async (name) => {
      const pages = await pagesOf(fileOf(name))
      expect(pages.map((page) => page.hiddenBy)).toEqual([undefined, 'transparent'])
      expect(ink(await pages[0]!.pixels!.render(1))).toBe(0)
      expect(
        (await pages[1]!.pixels!.render(1)).rgba.filter((value, at) => at % 4 === 0 && value > 128).length,
      ).toBeGreaterThan(500)
    },
  )
})

describe('large pictures', () => {
  const white = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#ffffff' }, limitInputPixels: false })

  test('are held reduced, and read again for detail', async () => {
    const file = await white(8000, 6000)
      .composite([{ input: readFileSync(new URL('upright/input.png', root)), left: 7000, top: 5000 }])
      .jpeg()
      .toBuffer()
    const pieces = await piecesOf(new Uint8Array(file))
    const note = pieces.find((piece) => piece.kind === 'note')
    expect(note).toMatchObject({ detail: { code: 'picture.reduced' } })
    const page = pieces.find((piece) => piece.kind === 'page')!.page
    expect([page.width, page.height]).toEqual([8000, 6000])
    expect(page.pixels!.naturalScale).toBeCloseTo(Math.sqrt(32 / 48), 3)
    const whole = await page.pixels!.render(1)
    expect(whole.width * whole.height).toBeLessThanOrEqual(32_100_000)
    expect(whole.scale).toBeLessThan(1)
    const part = await page.pixels!.render(1, [7000, 5000, 240, 120])
    expect(difference(part, { ...(await drawn('upright')), scale: 1 })).toBeLessThan(3)
  })

  test('over the limit of the run are a gap that names the flag', async () => {
    const file = new Uint8Array(await white(1200, 1000).png().toBuffer())
    const work = { budget: openBudget({ ...defaultLimits, pixels: 1_000_000 }) }
    await expect(piecesOf(file, work)).rejects.toMatchObject({
      reason: 'limit',
      said: { args: { flag: '--max-pixels' } },
    })
  })

  test('a header that promises far too much costs nothing', async () => {
    await expect(piecesOf(fileOf('sizes-swollen'))).rejects.toMatchObject({ reason: 'limit' })
  })
})

describe('pages of a TIFF', () => {
  const pages = fileOf('tiff-pages')
  test('are counted, so that ranges can be inspected apart', async () => {
    expect(await picture.countPages!(memorySource(placeOf({ name: 'a.tif' }), pages), openWork())).toBe(3)
    expect(
      await picture.countPages!(memorySource(placeOf({ name: 'a.png' }), fileOf('upright')), openWork()),
    ).toBe(1)
  })

  test('a range yields its own pages only', async () => {
    const pieces = await piecesOf(pages, { ...openWork(), range: { from: 2, to: 2 } })
    expect(pieces.map((piece) => (piece.kind === 'page' ? piece.page.number : piece.kind))).toEqual([2])
  })

  test('a picture only a tag points to is a page of its own', async () => {
    const [above, below] = await pagesOf(fileOf('tiff-sub-directory'))
    expect(difference(await above!.pixels!.render(1), await below!.pixels!.render(1))).toBeGreaterThan(5)
  })

  test('a chain of directories that bites its tail ends', async () => {
    const looped = Uint8Array.from(pages)
    const view = new DataView(looped.buffer)
    const first = view.getUint32(4, true)
    view.setUint32(first + 2 + 12 * view.getUint16(first, true), first, true)
    expect((await piecesOf(looped)).length).toBeGreaterThan(0)
  })
})

describe('what is taken for a picture', () => {
  const probe = (name: string, ...bytes: (string | number)[]) => ({
    head: new Uint8Array(
      Buffer.concat(
        bytes.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]))),
      ),
    ),
    name,
    entries: [],
  })
  test.each([
    probe('a', 0, 0, 0, 0x1c, 'ftypavif', 0, 0, 0, 0, 'mif1miaf'),
    probe('a', 'BM', 0, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0),
    probe('a', 'MM\0*', 0, 0, 0, 8),
    probe('a', 'GIF89a'),
  ])('%# by its bytes', (one) => expect(picture.accepts(one)).toBe(true))

  test.each([
    probe('a', 0, 0, 0, 0x18, 'ftypheic', 0, 0, 0, 0, 'mif1heic'),
    probe('a', 'II*\0', 16, 0, 0, 0, 'CR', 2, 0),
    probe('a.nef', 'MM\0*', 0, 0, 0, 8),
    probe('a.txt', 'BM is an abbreviation of many things'),
    probe('a.ico', 0, 0, 1, 0, 1, 0),
    probe('a.psd', '8BPS', 0, 1),
  ])('%# is left to others', (one) => expect(picture.accepts(one)).toBe(false))
})
