/** A line of text as a rotated rectangle, and the plain geometry of such rectangles. */
import type { ColourFilter } from '../paddle/tone.js'
import type { Box } from '../../../types.js'

/**
 * A rectangle around one line. `length` runs along the reading direction, which is turned by `angle` radians
 * (clockwise, since y points down) from left-to-right; `thickness` runs across. Centre and sizes in raster pixels.
 */
export interface Strip {
  readonly x: number
  readonly y: number
  readonly length: number
  readonly thickness: number
  readonly angle: number
  /** Mean text probability inside, 0–1. */
  readonly score: number
  /** Stands under a red seal and is better looked at without the red. */
  readonly glass?: ColourFilter
}

/** The upright box around a strip. */
export function boxOf(strip: Strip): Box {
  const cos = Math.abs(Math.cos(strip.angle))
  const sin = Math.abs(Math.sin(strip.angle))
  const width = strip.length * cos + strip.thickness * sin
  const height = strip.length * sin + strip.thickness * cos
  return [strip.x - width / 2, strip.y - height / 2, width, height]
}

/** Whether the strip runs more down than across. */
export function isUpended(strip: Strip): boolean {
  return Math.abs(Math.sin(strip.angle)) > Math.SQRT1_2
}

/** The same rectangle read in a direction turned by quarters clockwise. */
export function turnStrip(strip: Strip, quarters: number): Strip {
  const odd = quarters % 2 !== 0
  return {
    ...strip,
    length: odd ? strip.thickness : strip.length,
    thickness: odd ? strip.length : strip.thickness,
    angle: strip.angle + (quarters * Math.PI) / 2,
  }
}
