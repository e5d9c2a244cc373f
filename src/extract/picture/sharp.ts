/** The only door to sharp: what a picture file says of itself, and its pixels as plain arrays. */
import { Uninspectable } from '../../errors.js'

/** Rows of 8-bit samples without padding: grey, RGB or RGBA (not premultiplied). */
export interface Grid {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
  readonly data: Uint8Array
}
export interface Facts {
  readonly width: number
  readonly height: number
  readonly frames: number
  /** EXIF 2.32 section 4.6.4 A, tag 0112h: 1 to 8. */
  readonly orientation: number
  readonly grey: boolean
  readonly alpha: boolean
  readonly deep: boolean
  readonly interlaced: boolean
}
export interface DecodeWish {
  /** 0-based, and how many to stack on top of one another. */
  readonly frame?: number
  readonly frames?: number
  readonly grey?: boolean
  /** In stored pixels, before orientation. */
  readonly region?: readonly [x: number, y: number, width: number, height: number]
  readonly size?: readonly [width: number, height: number]
  /** Decode what there is instead of failing at the first damage. */
  readonly lenient?: boolean
}

const SECONDS = 90

async function load() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

/** Throws what sharp throws when the header cannot be read. */
export async function lookAt(bytes: Uint8Array): Promise<Facts> {
  const sharp = await load()
  const found = await sharp(bytes, { failOn: 'none', limitInputPixels: false, pages: 1 }).metadata()
  return {
    width: found.width,
    height: found.pageHeight ?? found.height,
    frames: found.pages ?? 1,
    orientation: found.orientation ?? 1,
    grey: found.space === 'b-w' || found.space === 'grey16',
    alpha: found.hasAlpha,
    deep: found.depth !== 'uchar',
    interlaced: found.isProgressive ?? false,
  }
}

/** Lanczos when shrinking; JPEG and WebP are already shrunk while decoding. */
export async function decode(bytes: Uint8Array, wish: DecodeWish = {}): Promise<Grid> {
  const sharp = await load()
  const { frame = 0, frames = 1, region, size } = wish
  const pipe = sharp(bytes, {
    failOn: wish.lenient ? 'none' : 'warning',
    limitInputPixels: false,
    page: frame,
    pages: frames,
  }).timeout({ seconds: SECONDS })
  if (region) pipe.extract({ left: region[0], top: region[1], width: region[2], height: region[3] })
  if (size) pipe.resize({ width: size[0], height: size[1], fit: 'fill' })
  return finish(pipe.toColourspace(wish.grey ? 'b-w' : 'srgb'))
}

/** Cuts `box` out of a grid and brings it to `size`; RGBA when asked. */
export async function resample(
  grid: Grid,
  box: readonly [x: number, y: number, width: number, height: number],
  size: readonly [width: number, height: number],
): Promise<Grid> {
  const sharp = await load()
  const pipe = open(sharp, grid).extract({ left: box[0], top: box[1], width: box[2], height: box[3] })
  if (box[2] !== size[0] || box[3] !== size[1]) pipe.resize({ width: size[0], height: size[1], fit: 'fill' })
  return finish(pipe.toColourspace('srgb').ensureAlpha())
}

/** Turns stored pixels upright. */
export async function turn(grid: Grid, orientation: number): Promise<Grid> {
  const quarter = [0, 0, 0, 180, 180, 90, 90, 270, 270][orientation] ?? 0
  const mirrored = [2, 4, 5, 7].includes(orientation)
  if (quarter === 0 && !mirrored) return grid
  const sharp = await load()
  const turned = quarter === 0 ? grid : await finish(open(sharp, grid).rotate(quarter), grid.channels)
  return mirrored ? finish(open(sharp, turned).flop(), grid.channels) : turned
}

/** Spreads the tones that are there over the whole range: 12 bits in 16, floats from 0 to 1. */
export async function stretch(grid: Grid): Promise<Grid> {
  const sharp = await load()
  return finish(open(sharp, grid).normalise({ lower: 0, upper: 100 }), grid.channels)
}

type Sharp = Awaited<ReturnType<typeof load>>

const open = (sharp: Sharp, { data, width, height, channels }: Grid) =>
  sharp(data, { raw: { width, height, channels }, limitInputPixels: false })

async function finish(pipe: ReturnType<Sharp>, channels?: 1 | 3 | 4): Promise<Grid> {
  try {
    const kept = channels === 1 ? pipe.toColourspace('b-w') : pipe
    const { data, info } = await kept.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    if (info.channels === 2) return spread(data, info.width, info.height)
    return { width: info.width, height: info.height, channels: info.channels as 1 | 3 | 4, data }
  } catch (error) {
    if (!(error instanceof Error) || !/timeout/i.test(error.message)) throw error
    throw new Uninspectable('timeout', { code: 'picture.slow', args: { seconds: SECONDS } })
  }
}

/** Grey with alpha as RGBA. */
function spread(data: Uint8Array, width: number, height: number): Grid {
  const rgba = new Uint8Array(width * height * 4)
  for (let from = 0, to = 0; from < data.length; from += 2, to += 4) {
    rgba.fill(data[from]!, to, to + 3)
    rgba[to + 3] = data[from + 1]!
  }
  return { width, height, channels: 4, data: rgba }
}
