/** The page laid level: coordinates along and across the direction its text is read in. */
import type { Box } from '../../../types.js'
import type { Strip } from './strip.js'

/** Left, top, width, height of a strip after turning the page by −`angle`; not raster pixels, but their size. */
export function levelBox(strip: Strip, angle: number): Box {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const along = strip.x * cos + strip.y * sin
  const across = strip.y * cos - strip.x * sin
  const upended = Math.abs(Math.sin(strip.angle - angle)) > Math.SQRT1_2
  const width = upended ? strip.thickness : strip.length
  const height = upended ? strip.length : strip.thickness
  return [along - width / 2, across - height / 2, width, height]
}

/** The strip that fills a box of the level page, read along it. */
export function stripIn(box: Box, angle: number, score: number): Strip {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const along = box[0] + box[2] / 2
  const across = box[1] + box[3] / 2
  return {
    x: along * cos - across * sin,
    y: along * sin + across * cos,
    length: box[2],
    thickness: box[3],
    angle,
    score,
  }
}

/** Middle value weighted by length, for the lean of a page whose long lines are the most exact. */
export function leanOf(strips: readonly Strip[]): number {
  const long = strips.filter((strip) => strip.length > 4 * strip.thickness)
  const total = long.reduce((sum, strip) => sum + strip.length, 0)
  let passed = 0
  for (const strip of [...long].sort((a, b) => a.angle - b.angle)) {
    passed += strip.length
    if (passed >= total / 2) return strip.angle
  }
  return 0
}
