/** Whether a picture shows a sheet of paper as a scanner or a camera sees it, and no scene and no screen. */
import { hasGrain } from './field.js'
import type { GreyField } from './field.js'
import { quantileAt } from '../../plane/quantile.js'

/** Grey of the paper, and the range from its darker to its lighter places. */
const [DIMMEST, MOST_UNEVEN] = [140, 80]
/** Share of the picture that is bare paper. */
const LEAST_BARE = 0.55
/** Difference of red and blue: paper is white, yellowish or bluish, never of a colour. */
const MOST_HUE = 60

/** True of sheets only: what lacks the grain of one was put on it. */
export function isPaper(field: GreyField): boolean {
  if (!hasGrain(field)) return false
  const { ground, mean, deviation, red, blue, noise } = field
  const every = Int32Array.from(ground, (_, at) => at)
  const middle = quantileAt(every, ground, 0.5)
  const uneven = quantileAt(every, ground, 0.95) - quantileAt(every, ground, 0.05)
  const limit = Math.max(16, 2.5 * noise)
  let bare = 0
  for (let at = 0; at < mean.length; at++)
    if (Math.abs(mean[at]! - ground[at]!) <= limit && deviation[at]! <= limit) bare++
  const hue = Math.abs(quantileAt(every, red, 0.5) - quantileAt(every, blue, 0.5))
  return middle >= DIMMEST && uneven <= MOST_UNEVEN && hue <= MOST_HUE && bare >= LEAST_BARE * mean.length
}
