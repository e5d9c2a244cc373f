/** Whether a place of a picture shows nothing at all: bare paper, or one colour laid over it. */
import type { Box, Raster } from '../types.js'
import { lumaAt } from '../pixels/grey.js'
import { median } from '../plane/quantile.js'

/** Of 255: ink stands out from its ground by this much. */
const contrast = 28
/** Share of the pixels that may be specks. */
const specks = 0.008
/** Neighbours of the line reach into its box by so much of its height. */
const rim = 0.12

/** `box` in page units of the raster, whose origin is the page's. */
export function isFlat({ width, height, scale, rgba }: Raster, box: Box): boolean {
  const margin = rim * box[3]
  const left = Math.max(0, Math.floor(box[0] * scale))
  const right = Math.min(width, Math.ceil((box[0] + box[2]) * scale))
  const top = Math.max(0, Math.round((box[1] + margin) * scale))
  const bottom = Math.min(height, Math.round((box[1] + box[3] - margin) * scale))
  const greys: number[] = []
  for (let y = top; y < bottom; y++)
    for (let at = 4 * (y * width + left), end = 4 * (y * width + right); at < end; at += 4)
      greys.push(lumaAt(rgba, at))
  if (greys.length === 0) return false
  const ground = median(greys)
  const ink = greys.reduce((sum, grey) => sum + (Math.abs(grey - ground) > contrast ? 1 : 0), 0)
  return ink < specks * greys.length
}
