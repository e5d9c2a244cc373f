/** How a stored picture becomes an upright page: orientation, square pixels, and how much of it is held. */
import type { Box } from '../../types.js'
import { MOST_PIXELS } from './pixels.js'

export interface PictureShape {
  /** As stored in the file. */
  readonly stored: readonly [width: number, height: number]
  readonly orientation: number
  /** Stored height is multiplied by this to make pixels square (fax: 204 × 98 dpi). */
  readonly stretch: number
  /** Page size in page units: upright, square pixels. */
  readonly width: number
  readonly height: number
  /** Size to decode at, in stored orientation; smaller than the picture when that is very large. */
  readonly held: readonly [width: number, height: number]
}

const isSideways = (orientation: number) => orientation >= 5

export function shapeOf(stored: readonly [number, number], orientation: number, stretch = 1): PictureShape {
  const square: [number, number] = [stored[0], Math.round(stored[1] * stretch)]
  const shrink = Math.min(1, Math.sqrt(MOST_PIXELS / (square[0] * square[1])))
  const held = [
    Math.max(1, Math.round(square[0] * shrink)),
    Math.max(1, Math.round(square[1] * shrink)),
  ] as const
  const [width, height] = isSideways(orientation) ? [square[1], square[0]] : square
  return { stored, orientation, stretch, width, height, held }
}

/** A box of the page in stored pixels. */
export function storedBox(shape: PictureShape, box: Box): readonly [number, number, number, number] {
  const [x, y, width, height] = box
  const right = shape.width - x - width
  const below = shape.height - y - height
  const back: Readonly<Record<number, Box>> = {
    2: [right, y, width, height],
    3: [right, below, width, height],
    4: [x, below, width, height],
    5: [y, x, height, width],
    6: [y, right, height, width],
    7: [below, right, height, width],
    8: [below, x, height, width],
  }
  const [left, top, wide, high] = back[shape.orientation] ?? box
  const upper = Math.floor(top / shape.stretch)
  return [left, upper, wide, Math.min(shape.stored[1] - upper, Math.max(1, Math.round(high / shape.stretch)))]
}

/** Sizes of the page in stored orientation. */
export function storedSize(shape: PictureShape, size: readonly [number, number]): readonly [number, number] {
  return isSideways(shape.orientation) ? [size[1], size[0]] : size
}
