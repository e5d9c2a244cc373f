/** Covers places of a raster for good: the pixels are gone before anything is encoded. */
import type { Box, Raster } from '../types.js'

/** Beyond a box, in its smaller side: the boxes of OCR are estimates. */
const MARGIN = 0.4
const INK = 60

/** Changes the raster. `boxes` and `region` (what the raster shows) in the same units. */
export function paintOut({ rgba, width, height }: Raster, region: Box, boxes: readonly Box[]): void {
  const [across, down] = [width / region[2], height / region[3]]
  for (const [x, y, w, h] of boxes) {
    const more = Math.min(w, h) * MARGIN
    const left = Math.max(0, Math.floor((x - more - region[0]) * across))
    const right = Math.min(width, Math.ceil((x + w + more - region[0]) * across))
    const top = Math.max(0, Math.floor((y - more / 2 - region[1]) * down))
    const bottom = Math.min(height, Math.ceil((y + h + more / 2 - region[1]) * down))
    if (right <= left) continue
    for (let row = top; row < bottom; row += 1) {
      const start = (row * width + left) * 4
      const end = (row * width + right) * 4
      rgba.fill(INK, start, end)
      for (let alpha = start + 3; alpha < end; alpha += 4) rgba[alpha] = 255
    }
  }
}
