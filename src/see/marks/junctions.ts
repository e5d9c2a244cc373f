/** Places where four flat areas of different shades meet in a corner: inside a mosaic nearly every corner of a tile is one. */
import type { Cells } from './cells.js'

export interface Junction {
  /** Pixel right of and below the corner. */
  readonly x: number
  readonly y: number
  /** Grey of the four areas: upper left, upper right, lower left, lower right. */
  readonly shades: readonly [number, number, number, number]
}

/** Grey levels by which neighbours differ at least, and within which an area is flat, JPEG's rims included. */
const [LEAST_STEP, FLAT] = [10, 9]
/** Pictures with more are texture from edge to edge. */
const MOST = 60_000

/** `gap`: pixels on either side of the corner that lie between two shades, as scaling leaves them. */
export function junctionsOf({ grey, raster }: Cells, gap: number): Junction[] {
  const { width, height } = raster
  const found: Junction[] = []
  const reach = gap + 2
  for (let y = reach; y <= height - reach; y++) {
    const [up, down] = [(y - gap - 1) * width, (y + gap) * width]
    for (let x = reach; x <= width - reach; x++) {
      const [left, right] = [x - gap - 1, x + gap]
      const upper = grey[up + left]! - grey[up + right]!
      if (upper < LEAST_STEP && upper > -LEAST_STEP) continue
      const shades = [grey[up + left]!, grey[up + right]!, grey[down + left]!, grey[down + right]!] as const
      if (!isCorner(shades) || !isFlatAround(grey, width, up, down, left, right)) continue
      if (!isSteepest(grey, width, x, y, reach)) continue
      found.push({ x, y, shades })
      if (found.length >= MOST) return []
    }
  }
  return found
}

function isCorner([a, b, c, d]: readonly [number, number, number, number]): boolean {
  const step = (one: number, other: number) => Math.abs(one - other) >= LEAST_STEP
  return step(a, b) && step(c, d) && step(a, c) && step(b, d)
}

/** Two by two pixels in each of the four areas. */
function isFlatAround(
  grey: Uint8Array,
  width: number,
  up: number,
  down: number,
  left: number,
  right: number,
) {
  const isFlat = (at: number, across: number, along: number): boolean => {
    const value = grey[at]!
    return [across, along, across + along].every((step) => Math.abs(grey[at + step]! - value) <= FLAT)
  }
  return (
    isFlat(up + left, -1, -width) &&
    isFlat(up + right, 1, -width) &&
    isFlat(down + left, -1, width) &&
    isFlat(down + right, 1, width)
  )
}

/** Of the places beside one another that see the same four areas, the one where the step is. */
function isSteepest(grey: Uint8Array, width: number, x: number, y: number, reach: number): boolean {
  const across = (at: number) =>
    Math.abs(grey[(y - reach) * width + at]! - grey[(y - reach) * width + at - 1]!)
  const along = (at: number) => Math.abs(grey[at * width + x - reach]! - grey[(at - 1) * width + x - reach]!)
  for (let step = 1; step < reach; step++) {
    if (across(x - step) > across(x) || across(x + step) >= across(x) + 1) return false
    if (along(y - step) > along(y) || along(y + step) >= along(y) + 1) return false
  }
  return true
}
