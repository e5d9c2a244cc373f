/** Brings out ink that still shows through a wash, a smear or an overlay, for OCR to read. */
import type { Box, Raster } from '../../types.js'

/** Pixels of a margin around the box, so that letters at its rim are whole. */
const MARGIN = 6
/** Shares of the darkest and lightest pixels that may be lost in stretching. */
const DARKEST = 0.02
const LIGHTEST = 0.5

/** Kinds under which ink can show through at all. */
export const recoverable: ReadonlySet<string> = new Set(['marker', 'blur', 'scribble', 'strip'])

/**
 * The place of a mark as its own small raster of the same scale, contrast stretched in each channel; null where nothing
 * can be left to read. The caller reads it with OCR. `box` in pixels of the raster.
 */
export function recover(raster: Raster, box: Box, kind: string): Raster | null {
  if (!recoverable.has(kind)) return null
  const cut = cutOut(raster, box)
  if (cut.width < 8 || cut.height < 8) return null
  for (const plane of [0, 1, 2]) stretch(cut, plane)
  return cut
}

function cutOut(raster: Raster, box: Box): Raster {
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
  return { width, height, scale: raster.scale, rgba }
}

function stretch({ width, height, rgba }: Raster, plane: number): void {
  const counts = new Int32Array(256)
  for (let at = plane; at < rgba.length; at += 4) counts[rgba[at]!]!++
  const low = rankOf(counts, width * height * DARKEST)
  const high = Math.max(low + 8, rankOf(counts, width * height * LIGHTEST))
  for (let at = plane; at < rgba.length; at += 4) {
    const value = ((rgba[at]! - low) * 255) / (high - low)
    rgba[at] = value < 0 ? 0 : value > 255 ? 255 : value
  }
}

function rankOf(counts: Int32Array, rank: number): number {
  let seen = 0
  for (let value = 0; value < 256; value++) {
    seen += counts[value]!
    if (seen > rank) return value
  }
  return 255
}
