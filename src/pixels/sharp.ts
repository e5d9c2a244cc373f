/** The only door to sharp: what a picture file says of itself, and its pixels as plain arrays. */
import { Uninspectable } from '../errors.js'

/** Rows of RGBA samples, 8 bits each, not premultiplied, no padding. */
export interface RgbaGrid {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}
export interface FrameFacts {
  readonly width: number
  readonly height: number
  readonly frames: number
  /** EXIF 2.32 section 4.6.4 A, tag 0112h: 1 to 8. */
  readonly orientation: number
  readonly alpha: boolean
  readonly deep: boolean
  readonly interlaced: boolean
  readonly exif: Uint8Array | null
  readonly xmp: Uint8Array | null
}
export interface DecodeWish {
  /** 0-based, and how many to stack on top of one another. */
  readonly frame?: number
  readonly frames?: number
  /** A directory under the frame of a TIFF. */
  readonly under?: number
  /** In stored pixels, before orientation. */
  readonly region?: readonly [x: number, y: number, width: number, height: number]
  readonly size?: readonly [width: number, height: number]
  /** Decode what there is instead of failing at the first damage. */
  readonly lenient?: boolean
}

const SECONDS = 90

/** Neither the native build nor the WebAssembly one that it turns to by itself: that is no fault of the picture. */
const missing = () => {
  throw new Uninspectable('disabled', { code: 'picture.no-library' })
}

/** Nothing is kept between two pictures, and one is worked on at a time. Throws Uninspectable where no build of it loads. */
export async function loadSharp() {
  const sharp = await import('sharp').then(({ default: loaded }) => loaded, missing)
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

/** Throws what sharp throws when the header cannot be read. */
export async function lookAt(bytes: Uint8Array, frame = 0, under = -1): Promise<FrameFacts> {
  const sharp = await loadSharp()
  const input = {
    failOn: 'none',
    limitInputPixels: false,
    page: frame,
    pages: 1,
    ...(under >= 0 && { tiff: { subifd: under } }),
  } as const
  const found = await sharp(bytes, input).metadata()
  return {
    width: found.width,
    height: found.pageHeight ?? found.height,
    frames: found.pages ?? 1,
    orientation: found.orientation ?? 1,
    alpha: found.hasAlpha,
    deep: found.depth !== 'uchar',
    interlaced: found.isProgressive ?? false,
    exif: found.exif ?? null,
    xmp: found.xmp ?? null,
  }
}

/** Lanczos when shrinking; JPEG and WebP are already shrunk while decoding. */
export async function decode(bytes: Uint8Array, wish: DecodeWish = {}): Promise<RgbaGrid> {
  const sharp = await loadSharp()
  const { frame = 0, frames = 1, region, size } = wish
  const pipe = sharp(bytes, {
    failOn: wish.lenient ? 'none' : 'warning',
    limitInputPixels: false,
    page: frame,
    pages: frames,
    ...(wish.under !== undefined && { tiff: { subifd: wish.under } }),
  }).timeout({ seconds: SECONDS })
  if (region) pipe.extract({ left: region[0], top: region[1], width: region[2], height: region[3] })
  if (size) pipe.resize({ width: size[0], height: size[1], fit: 'fill' })
  return finish(pipe.toColourspace('srgb').ensureAlpha())
}

/** Cuts `box` out of a grid and brings it to `size`. */
export async function resample(
  grid: RgbaGrid,
  box: readonly [x: number, y: number, width: number, height: number],
  size: readonly [width: number, height: number],
): Promise<RgbaGrid> {
  const sharp = await loadSharp()
  const pipe = open(sharp, grid).extract({ left: box[0], top: box[1], width: box[2], height: box[3] })
  return finish(pipe.resize({ width: size[0], height: size[1], fit: 'fill' }))
}

/** Turns stored pixels upright. */
export async function turn(grid: RgbaGrid, orientation: number): Promise<RgbaGrid> {
  const quarter = [0, 0, 0, 180, 180, 90, 90, 270, 270][orientation] ?? 0
  const mirrored = [2, 4, 5, 7].includes(orientation)
  if (quarter === 0 && !mirrored) return grid
  const sharp = await loadSharp()
  const turned = quarter === 0 ? grid : await finish(open(sharp, grid).rotate(quarter))
  return mirrored ? finish(open(sharp, turned).flop()) : turned
}

/** Spreads the tones that are there over the whole range: 12 bits in 16, floats from 0 to 1. */
export async function stretch(grid: RgbaGrid): Promise<RgbaGrid> {
  const sharp = await loadSharp()
  return finish(open(sharp, grid).normalise({ lower: 0, upper: 100 }))
}

type Sharp = Awaited<ReturnType<typeof loadSharp>>

const open = (sharp: Sharp, { data, width, height }: RgbaGrid) =>
  sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: false })

async function finish(pipe: ReturnType<Sharp>): Promise<RgbaGrid> {
  try {
    const { data, info } = await pipe.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, data }
  } catch (error) {
    if (!(error instanceof Error) || !/timeout/i.test(error.message)) throw error
    throw new Uninspectable('timeout', { code: 'picture.slow', args: { seconds: SECONDS } })
  }
}

/** For `catch`: null for what a picture fails at, thrown on where nothing could be tried. */
export function nullIfTried(error: unknown): null {
  if (error instanceof Uninspectable) throw error
  return null
}

/** Which build draws pictures here; null where none loads. */
export async function sharpBuild(): Promise<'native' | 'wasm' | null> {
  const sharp = await loadSharp().catch(() => null)
  if (!sharp) return null
  return 'emscripten' in sharp.versions ? 'wasm' : 'native'
}
