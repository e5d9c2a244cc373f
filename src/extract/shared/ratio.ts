/** How far something packed may expand before it is taken for a bomb. */
import { Uninspectable } from '../../errors.js'
import type { Budget } from '../../types.js'

/** Below this many bytes a high ratio is harmless: an empty drawing shrinks a thousandfold. */
const RATIO_FREE = 16 * 1024 * 1024

/** `unpacked` and `packed` in bytes; null: no more than the budget allows. */
export function excess(
  unpacked: number,
  packed: number,
  name: string,
  { limits }: Budget,
): Uninspectable | null {
  if (unpacked <= RATIO_FREE || unpacked <= limits.ratio * packed) return null
  return new Uninspectable('limit', { code: 'zip.ratio', args: { name, limit: limits.ratio } })
}
