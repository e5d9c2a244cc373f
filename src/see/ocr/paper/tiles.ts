/** Cuts what must be looked at into overlapping tiles of a size the detector can bear in memory. */
import type { Window } from '../picture.js'

/** Most pixels the detector is given at once: half a page, for its memory grows with them. */
export const tilePixels = 672 * 576
/** Detector pixels two neighbouring tiles share; a line of type fits well inside. */
export const overlap = 64
const step = 32

/** One tile in detector pixels, and the part of it whose answer is used. */
export interface Tile extends Window {
  readonly keep: Window
}
/** A region of a picture at one scale: its size in detector pixels and its tiles, row by row. */
export interface Plan {
  readonly window: Window
  readonly width: number
  readonly height: number
  /** Detector pixels per raster pixel, each way. */
  readonly sx: number
  readonly sy: number
  readonly rows: readonly (readonly Tile[])[]
}

/** `scale`: detector pixels per raster pixel; sides are rounded to what the detector takes (multiples of 32). */
export function planTiles(window: Window, scale: number): Plan {
  const width = Math.max(step, Math.round((window.width * scale) / step) * step)
  const height = Math.max(step, Math.round((window.height * scale) / step) * step)
  const [columns, rows] = splits(width, height)
  return {
    window,
    width,
    height,
    sx: width / window.width,
    sy: height / window.height,
    rows: rows.map((row) => columns.map((column) => tileOf(column, row))),
  }
}

/** A stretch of one axis: where it is looked at, and where its answer is kept. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly keepFrom: number
  readonly keepTo: number
}

function tileOf(column: Stretch, row: Stretch): Tile {
  return {
    x: column.from,
    y: row.from,
    width: column.to - column.from,
    height: row.to - row.from,
    keep: {
      x: column.keepFrom,
      y: row.keepFrom,
      width: column.keepTo - column.keepFrom,
      height: row.keepTo - row.keepFrom,
    },
  }
}

/** Long pictures are cut across, wide ones along, large ones both ways. */
function splits(width: number, height: number): [Stretch[], Stretch[]] {
  if (width * height <= tilePixels) return [stretches(width, width), stretches(height, height)]
  const narrow = Math.min(width, height, 832)
  const across = width <= height ? narrow : Math.min(width, down32(tilePixels / narrow))
  const down = Math.min(height, down32(tilePixels / across))
  return [stretches(width, across), stretches(height, down)]
}

function down32(value: number): number {
  return Math.max(step, Math.floor(value / step) * step)
}

/** Equal stretches no longer than `most`, each sharing `overlap` with the next; sizes are multiples of 32. */
export function stretches(length: number, most: number): Stretch[] {
  if (length <= most) return [{ from: 0, to: length, keepFrom: 0, keepTo: length }]
  const count = Math.ceil((length - overlap) / (most - overlap))
  const size = Math.min(most, Math.ceil((length + (count - 1) * overlap) / count / step) * step)
  const starts = Array.from({ length: count }, (_, i) => Math.round((i * (length - size)) / (count - 1)))
  const seam = (i: number): number => Math.round((starts[i]! + starts[i - 1]! + size) / 2)
  return starts.map((from, i) => ({
    from,
    to: from + size,
    keepFrom: i === 0 ? 0 : seam(i),
    keepTo: i === count - 1 ? length : seam(i + 1),
  }))
}
