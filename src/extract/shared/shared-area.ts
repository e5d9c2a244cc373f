/** How much of two boxes lies over one another. */
import type { Box } from '../../types.js'

/** In square page units; 0 where they only touch. */
export function sharedArea(one: Box, other: Box): number {
  const width = Math.min(one[0] + one[2], other[0] + other[2]) - Math.max(one[0], other[0])
  const height = Math.min(one[1] + one[3], other[1] + other[3]) - Math.max(one[1], other[1])
  return width > 0 && height > 0 ? width * height : 0
}
