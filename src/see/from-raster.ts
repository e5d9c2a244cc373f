/** Raster pixels to page units. */
import type { Box, Raster } from '../types.js'

/** `region`: what of the page the raster shows, in page units; the whole page when undefined. */
export function fromRaster(box: Box, raster: Raster, region: Box | undefined): Box {
  const left = region?.[0] ?? 0
  const top = region?.[1] ?? 0
  const units = 1 / raster.scale
  return [left + box[0] * units, top + box[1] * units, box[2] * units, box[3] * units]
}
