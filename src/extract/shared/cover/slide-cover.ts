/** Whether a shape drawn over words on a slide hides them, and whether it does so as a redaction. Boxes in points. */
import type { Box } from '../../../types.js'
import { overlapArea } from '../../../plane/box.js'

/** It lies over nearly all of them. */
export function hidesText(cover: Box, text: Box): boolean {
  return overlapArea(text, cover) > 0.9 * Math.max(1e-6, text[2] * text[3])
}

/** Of about the size of the words: panels, pictures' frames and template shapes are larger. `size`: of the type. */
export function fitsText([, , width, height]: Box, text: Box, size: number): boolean {
  return width <= 1.6 * text[2] + 6 * size && height <= text[3] + 1.5 * size
}
