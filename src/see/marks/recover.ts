/** Brings out ink that still shows through a wash, a smear or an overlay, for OCR to read. */
import type { Box, Raster } from '../../types.js'

/** Pixels of a margin around the box, so that letters at its rim are whole. */
const MARGIN = 6
/** Clean paper around what was cut out, in heights of it. */
const AIR = 2
/** Longer than any stroke along the line, in heights of the box: what is as dark all along that is wash. */
const STROKE = 0.9
/** Share of the darkest pixels that may be lost in stretching. */
const DARKEST = 0.02
/** Against the wash, from which light on a pixel is ground. */
const GROUND = 0.92
/** Least difference of ink and ground: where there is less, there is none. */
const LEAST_SPAN = 0.1
/** Narrower or lower than this nothing was written. */
const LEAST = 8

/** Kinds under which ink can show through at all. */
export const recoverable: ReadonlySet<string> = new Set(['marker', 'scribble', 'strip'])

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
export function recover(raster: Raster, box: Box, kind: string): Cutting | null {
  if (!recoverable.has(kind)) return null
  const cut = cutOut(raster, box)
  if (cut.width < LEAST || cut.height < LEAST) return null
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
  const sorted = light.slice().sort()
  const darkest = Math.min(GROUND - LEAST_SPAN, sorted[Math.floor(sorted.length * DARKEST)]!)
  for (let at = 0; at < light.length; at++) {
    const value = (light[at]! - darkest) / (GROUND - darkest)
    rgba[at * 4 + plane] = value < 0 ? 0 : value > 1 ? 255 : value * 255
  }
}

/** Light of the bare wash or paper at each pixel: the row with everything dark that is shorter than a stroke filled up. */
function washOf({ width, height, rgba }: Raster, plane: number): Float32Array {
  const reach = Math.max(2, Math.round((STROKE * (height - 2 * MARGIN)) / 2))
  const wash = new Float32Array(width * height)
  const row = new Float32Array(width)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4 + plane
      // Evened out with its neighbours, or the lightest grain would pass for the wash.
      const [before, after] = [x > 0 ? at - 4 : at, x < width - 1 ? at + 4 : at]
      row[x] = (rgba[before]! + rgba[at]! + rgba[after]!) / 3
    }
    wash.set(extremes(extremes(row, reach, Math.max), reach, Math.min), y * width)
  }
  return wash
}

/**
 * The greatest or least value within `reach` of each, in as many steps whatever the reach (van Herk 1992): every window
 * is the end of one block and the beginning of the next.
 */
function extremes(row: Float32Array, reach: number, pick: (a: number, b: number) => number): Float32Array {
  const block = 2 * reach + 1
  const [ahead, behind] = [row.slice(), row.slice()]
  for (let x = 1; x < row.length; x++) if (x % block !== 0) ahead[x] = pick(ahead[x]!, ahead[x - 1]!)
  for (let x = row.length - 2; x >= 0; x--)
    if ((x + 1) % block !== 0) behind[x] = pick(behind[x]!, behind[x + 1]!)
  const last = row.length - 1
  return row.map((_, x) => {
    const [from, to] = [Math.max(0, x - reach), Math.min(last, x + reach)]
    // Cut short at an end of the row, or one block by itself.
    if (Math.floor(from / block) === Math.floor(to / block)) return from === 0 ? ahead[to]! : behind[from]!
    return pick(behind[from]!, ahead[to]!)
  })
}
