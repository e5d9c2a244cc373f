/** How much of a place changes between two drawings of it. */
import type { Box, Raster } from '../types.js'

/** Of 255: less than this nobody tells from its ground. */
const noticeable = 24

/** Share of pixels of `box` (page units) that differ; `region` is what both drawings show. */
export function inkShare(one: Raster, other: Raster, region: Box, box: Box): number {
  const { width, height, scale } = one
  const left = Math.max(0, Math.floor((box[0] - region[0]) * scale))
  const top = Math.max(0, Math.floor((box[1] - region[1]) * scale))
  const right = Math.min(width, Math.ceil((box[0] + box[2] - region[0]) * scale))
  const bottom = Math.min(height, Math.ceil((box[1] + box[3] - region[1]) * scale))
  const pixels = (right - left) * (bottom - top)
  if (right <= left || bottom <= top) return 0
  let different = 0
  for (let y = top; y < bottom; y++) {
    for (let at = 4 * (y * width + left), end = 4 * (y * width + right); at < end; at += 4) {
      if (isNoticeable(one.rgba, other.rgba, at)) different++
    }
  }
  return different / pixels
}

function isNoticeable(one: Uint8Array, other: Uint8Array, at: number): boolean {
  return (
    Math.abs(one[at]! - other[at]!) > noticeable ||
    Math.abs(one[at + 1]! - other[at + 1]!) > noticeable ||
    Math.abs(one[at + 2]! - other[at + 2]!) > noticeable
  )
}
