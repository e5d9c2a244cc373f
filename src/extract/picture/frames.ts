/** The frames of a picture file, each decoded when it is needed. */
import type { PictureFormat } from './kinds.js'
import {
  decode,
  lookAt,
  nullIfTried,
  resample,
  type DecodeWish,
  type FrameFacts,
  type RgbaGrid,
} from '../../pixels/sharp.js'
import { readIfds, type Ifd } from './ifd.js'

export interface PictureFrame {
  readonly facts: FrameFacts
  /** Stored height times this makes pixels square. */
  readonly stretch: number
  /** Cannot be decoded row by row: the whole picture stands in memory once. */
  readonly whole: boolean
  decode(wish: DecodeWish): Promise<RgbaGrid>
}
/** Null: the frame's header cannot be read. */
export type MaybeFrame = PictureFrame | null

const isWhole = (kind: PictureFormat, facts: FrameFacts) =>
  facts.interlaced || kind === 'gif' || kind === 'webp' || kind === 'avif'

export async function frameAt(kind: PictureFormat, bytes: Uint8Array, frame: number): Promise<MaybeFrame> {
  const facts = await lookAt(bytes, frame).catch(nullIfTried)
  if (!facts) return null
  return {
    facts,
    stretch: 1,
    whole: isWhole(kind, facts),
    decode: (wish) => decode(bytes, { ...wish, frame }),
  }
}

/** A picture that is decoded already. */
export function drawnFrame(grid: RgbaGrid, orientation = 1): PictureFrame {
  const { width, height } = grid
  const facts = { width, height, frames: 1, orientation, alpha: true, deep: false }
  return {
    facts: { ...facts, interlaced: false, exif: null, xmp: null },
    stretch: 1,
    whole: true,
    decode: async ({ region = [0, 0, width, height], size = [region[2], region[3]] }) => {
      const asIs = region[2] === size[0] && region[3] === size[1] && size[0] === width && size[1] === height
      return asIs ? grid : resample(grid, region, size)
    },
  }
}

const SUB_IFDS = 330
const X_RESOLUTION = 282
const Y_RESOLUTION = 283
const ROWS_PER_STRIP = 278
/** A strip of more pixels than this has to be unpacked in one piece. */
const LARGE_STRIP = 32_000_000

export interface TiffPages {
  readonly ifds: readonly Ifd[]
  readonly little: boolean
}

export function tiffPages(bytes: Uint8Array): TiffPages {
  const read = readIfds(bytes)
  return { ifds: read?.ifds ?? [], little: read?.little ?? true }
}

/** A page of a TIFF, then the directories under it that stand outside the chain. */
export async function* tiffFrames(
  bytes: Uint8Array,
  ifd: Ifd | undefined,
  page: number,
): AsyncGenerator<MaybeFrame> {
  yield await tiffFrame(bytes, ifd, page)
  const under = ifd?.tags.get(SUB_IFDS)?.numbers.length ?? 0
  for (let index = 0; index < under; index++) yield await tiffFrame(bytes, ifd, page, index)
}

async function tiffFrame(
  bytes: Uint8Array,
  ifd: Ifd | undefined,
  page: number,
  under = -1,
): Promise<MaybeFrame> {
  const facts = await lookAt(bytes, page, under).catch(nullIfTried)
  if (!facts) return null
  const rows = Math.min(facts.height, ifd?.tags.get(ROWS_PER_STRIP)?.numbers[0] ?? facts.height)
  return {
    facts,
    stretch: under < 0 ? stretchOf(ifd) : 1,
    whole: rows * facts.width > LARGE_STRIP,
    decode: (wish) => decode(bytes, { ...wish, frame: page, ...(under >= 0 && { under }) }),
  }
}

/** Fax pages have 204 × 98 dots per inch in normal resolution (ITU-T T.4); near-square ratios are left alone. */
function stretchOf(ifd: Ifd | undefined): number {
  const across = ifd?.tags.get(X_RESOLUTION)?.numbers[0] ?? 0
  const down = ifd?.tags.get(Y_RESOLUTION)?.numbers[0] ?? 0
  const ratio = across / down
  return ratio > 0.25 && ratio < 4 && Math.abs(Math.log(ratio)) > 0.05 ? ratio : 1
}
