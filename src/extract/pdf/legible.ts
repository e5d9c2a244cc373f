/** How small a place may be and still hold a character that could be read. */
import type { Box } from '../../types.js'
import { drawnScale } from './drawn-scale.js'

/** In pixels, as drawn at 200 dpi or as a picture is kept. */
const [longer, shorter] = [24, 10]

/** `box` in points; `scale` in pixels per point. */
export function isLegible([, , width, height]: Box, scale = drawnScale): boolean {
  return Math.max(width, height) * scale >= longer && Math.min(width, height) * scale >= shorter
}
