/** A drawing as a page of pixels, which OCR reads; it is drawn as an SVG. */
import { at } from '../../../place.js'
import type { Box, Page, Place } from '../../../types.js'
import { draw } from './draw.js'

/** Pixels of the longer side when drawn for reading, and at most in one piece. */
const LONGER_SIDE = 2_000
const MOST_PIXELS = 32_000_000

/** `view`: the part of the plane that is shown; `svgAt`: the markup of a part of it, drawn in so many pixels. */
export function pixelPage(
  place: Place,
  view: Box,
  ground: string,
  svgAt: (box: Box, size: readonly [number, number]) => string,
): Page {
  const [, , width, height] = view
  return {
    place: at(place, { label: 'drawing' }),
    width,
    height,
    marks: [],
    lines: [],
    reading: 'pixels',
    pixels: {
      naturalScale: LONGER_SIDE / Math.max(width, height),
      async render(wished, box = [0, 0, width, height]) {
        const scale = Math.min(wished, Math.sqrt(MOST_PIXELS / (box[2] * box[3])))
        const size = [
          Math.max(1, Math.round(box[2] * scale)),
          Math.max(1, Math.round(box[3] * scale)),
        ] as const
        const moved: Box = [view[0] + box[0], view[1] + box[1], box[2], box[3]]
        return draw(svgAt(moved, size), ground, scale)
      },
    },
  }
}
