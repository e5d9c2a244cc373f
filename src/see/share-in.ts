/** How much of one box lies in another. */
import type { Box } from '../types.js'

/** Share of `inner` that lies in `outer`. */
export function shareIn(inner: Box, outer: Box): number {
  const across = Math.min(inner[0] + inner[2], outer[0] + outer[2]) - Math.max(inner[0], outer[0])
  const down = Math.min(inner[1] + inner[3], outer[1] + outer[3]) - Math.max(inner[1], outer[1])
  return (Math.max(0, across) * Math.max(0, down)) / Math.max(1e-9, inner[2] * inner[3])
}
