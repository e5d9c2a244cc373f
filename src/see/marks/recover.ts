/** Brings out ink that still shows through a wash, a smear or an overlay, for OCR to read. */
import type { Box, Raster } from '../../types.js'
import { filledWash } from './filled-wash.js'

/** Pixels of a margin around the box, so that letters at its rim are whole. */
const MARGIN = 6
/** Clean paper around what was cut out, in heights of it. */
const AIR = 2
/** In every row near a place this share of the pixels is ink or wash with ink: the next lighter one is bare wash. */
const BARE = 0.72
/** Reach to both sides, in heights of the box. */
const REACH = 0.9
/** The wash is looked for at every eighth pixel and taken for its neighbours too. */
const STRIDE = 8
/** Share of the darkest pixels that may be lost in stretching. */
const DARKEST = 0.015
/** Against the wash, from which light on a pixel is ground. */
const GROUND = 0.94

/** Kinds under which ink can show through at all. */
export const recoverable: ReadonlySet<string> = new Set(['marker', 'scribble', 'strip'])

/** How the bare wash is found: as the usual light nearby, or as what a row has all along. */
export type Wash = 'rank' | 'row'

/** Cut out of a larger raster of the same scale; `left` and `top` are its corner there. */
export interface Cutting extends Raster {
  readonly left: number
  readonly top: number
}

/**
 * The place of a mark with a margin: the wash taken out row by row, so that passes of a pen that overlap do not
 * matter, and the contrast stretched in each channel. Null where nothing can be left to read. The caller reads it with
 * OCR. `box` in pixels of the raster.
 */
export function recover(raster: Raster, box: Box, kind: string, by: Wash = 'rank'): Cutting | null {
  if (!recoverable.has(kind)) return null
  const cut = cutOut(raster, box)
  if (cut.width < STRIDE || cut.height < STRIDE) return null
  const washOf = by === 'rank' ? rankedWash : filledWash
  const washes = [0, 1, 2].map((plane) => washOf(cut, plane))
  washes.forEach((wash, plane) => takeOut(cut, plane, wash))
  return onPaper(cut)
}

/** With clean paper around it: lines that touch the rim of a picture are read worse than those on a page. */
function onPaper(cut: Cutting): Cutting {
  const air = Math.round(AIR * cut.height)
  const [width, height] = [cut.width + 2 * air, cut.height + 2 * air]
  const rgba = new Uint8Array(width * height * 4).fill(255)
  for (let row = 0; row < cut.height; row++)
    rgba.set(
      cut.rgba.subarray(row * cut.width * 4, (row + 1) * cut.width * 4),
      ((air + row) * width + air) * 4,
    )
  return { ...cut, left: cut.left - air, top: cut.top - air, width, height, rgba }
}

function cutOut(raster: Raster, box: Box): Cutting {
  const left = Math.max(0, Math.floor(box[0]) - MARGIN)
  const top = Math.max(0, Math.floor(box[1]) - MARGIN)
  const right = Math.min(raster.width, Math.ceil(box[0] + box[2]) + MARGIN)
  const bottom = Math.min(raster.height, Math.ceil(box[1] + box[3]) + MARGIN)
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)]
  const rgba = new Uint8Array(width * height * 4)
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * raster.width + left) * 4
    rgba.set(raster.rgba.subarray(from, from + width * 4), row * width * 4)
  }
  return { left, top, width, height, scale: raster.scale, rgba }
}

/** Divides by the wash, which is what transparent ink multiplies with, and stretches what is left. */
function takeOut({ rgba }: Raster, plane: number, wash: Float32Array): void {
  const light = wash.map((value, at) => Math.min(1, rgba[at * 4 + plane]! / Math.max(8, value)))
  const counts = new Int32Array(101)
  for (const value of light) counts[Math.floor(value * 100)]!++
  const darkest = Math.min(GROUND - 0.1, rankOf(counts, light.length * DARKEST) / 100)
  for (let at = 0; at < light.length; at++) {
    const value = (light[at]! - darkest) / (GROUND - darkest)
    rgba[at * 4 + plane] = value < 0 ? 0 : value > 1 ? 255 : value * 255
  }
}

function rankedWash(cut: Raster, plane: number): Float32Array {
  const { width, height } = cut
  const wash = new Float32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let left = 0; left < width; left += STRIDE)
      wash.fill(
        washAt(cut, plane, left + STRIDE / 2, y),
        y * width + left,
        y * width + Math.min(width, left + STRIDE),
      )
  return wash
}

/** Light of the bare wash in the row and its neighbours near `x`. */
function washAt({ width, height, rgba }: Raster, plane: number, x: number, y: number): number {
  const reach = Math.round(REACH * height)
  const [left, right] = [Math.max(0, x - reach), Math.min(width - 1, x + reach)]
  const counts = new Int32Array(256)
  let seen = 0
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
    for (let column = left; column <= right; column += 2) {
      counts[rgba[(row * width + column) * 4 + plane]!]!++
      seen++
    }
  return rankOf(counts, seen * BARE)
}

function rankOf(counts: Int32Array, rank: number): number {
  let seen = 0
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value]!
    if (seen > rank) return value
  }
  return counts.length - 1
}
