/** Pixels on demand of one decoded picture: crops and sizes of it, never more than a stated number at once. */
import type { Box, Pixels, Raster } from '../../types.js'
import { resample, type RgbaGrid } from '../../pixels/sharp.js'

/** Most pixels decoded or rendered at once: 32 million, 128 MB as RGBA. */
export const MOST_PIXELS = 32_000_000

/** Decodes part of the file again, when more detail is asked for than is held: box in page units. */
export type Reread = (box: Box, size: readonly [width: number, height: number]) => Promise<RgbaGrid>

/** `grid` is upright; `width` and `height` are the page's, in page units; the grid may be smaller than the page. */
export function pixelsOf(grid: RgbaGrid, width: number, height: number, reread?: Reread): Pixels {
  const naturalScale = Math.min(1, grid.width / width)
  return {
    naturalScale,
    async render(wished, box = [0, 0, width, height]) {
      const inside = clip(box, width, height)
      const scale = Math.min(wished, Math.sqrt(MOST_PIXELS / (inside[2] * inside[3])))
      const size = [
        Math.max(1, Math.round(inside[2] * scale)),
        Math.max(1, Math.round(inside[3] * scale)),
      ] as const
      const again = reread && scale > naturalScale * 1.01
      return rasterOf(
        again ? await reread(inside, size) : await crop(grid, inside, size, naturalScale),
        scale,
      )
    },
  }
}

/** Whole page units, inside the page, at least one unit wide and high. */
function clip(box: Box, width: number, height: number): Box {
  const left = Math.min(Math.max(0, Math.floor(box[0])), width - 1)
  const top = Math.min(Math.max(0, Math.floor(box[1])), height - 1)
  const right = Math.min(width, Math.max(left + 1, Math.ceil(box[0] + box[2])))
  const bottom = Math.min(height, Math.max(top + 1, Math.ceil(box[1] + box[3])))
  return [left, top, right - left, bottom - top]
}

async function crop(
  grid: RgbaGrid,
  box: Box,
  size: readonly [number, number],
  held: number,
): Promise<RgbaGrid> {
  const left = Math.min(grid.width - 1, Math.floor(box[0] * held))
  const top = Math.min(grid.height - 1, Math.floor(box[1] * held))
  const width = Math.min(grid.width - left, Math.max(1, Math.round(box[2] * held)))
  const height = Math.min(grid.height - top, Math.max(1, Math.round(box[3] * held)))
  const inner = [left, top, width, height] as const
  return width === size[0] && height === size[1] ? cut(grid, inner) : resample(grid, inner, size)
}

function rasterOf({ width, height, data }: RgbaGrid, scale: number): Raster {
  return { width, height, scale, rgba: data }
}

/** A box of a grid at its own size; always a copy. */
function cut({ width: across, data: from }: RgbaGrid, [left, top, width, height]: Box): RgbaGrid {
  if (width === across)
    return {
      width,
      height,
      data: Uint8Array.prototype.slice.call(from, top * across * 4, (top + height) * across * 4),
    }
  const data = new Uint8Array(width * height * 4)
  for (let row = 0; row < height; row++) {
    const start = ((top + row) * across + left) * 4
    data.set(from.subarray(start, start + width * 4), row * width * 4)
  }
  return { width, height, data }
}
