/** At what scale a picture is first looked at: pages whole, long pictures across, huge ones in tiles. */
import type { RgbaPicture } from '../picture.js'

/** Sides of a page in detector pixels. */
const longer = 960
const shorter = 672
/** Longer than this is not a page but a strip of a screen or a banner. */
const oblong = 1.6
/** Pictures smaller than this are enlarged up to so much. */
const small = 480
const most = 3
/** Smaller than this, type of 25 pixels is no longer seen. */
const least = 0.133

/** Detector pixels per raster pixel. */
export function firstScale({ width, height }: RgbaPicture): number {
  const long = Math.max(width, height)
  const short = Math.min(width, height)
  if (long < small) return Math.min(most, (1.5 * small) / long)
  if (long / short > oblong) return Math.min(1, Math.max(longer / long, shorter / short))
  return Math.max(least, Math.min(1, longer / long))
}
