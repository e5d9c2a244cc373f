/** Limits on what one input may cost. Running over one is a gap that names the limit and the flag. */
import { Uninspectable } from './errors.js'
import type { Budget, Limits } from './types.js'

export const defaultLimits: Limits = {
  bytes: 4 * 1024 ** 3,
  ratio: 200,
  parts: 20_000,
  pages: 20_000,
  depth: 12,
  pixels: 400_000_000,
}

const flags = {
  bytes: '--max-bytes',
  pages: '--max-pages',
  parts: '--max-parts',
  pixels: '--max-pixels',
} as const

/** A budget shared by everything inside one input. `pixels` is a limit per picture, the others add up. */
export function openBudget(
  limits: Limits = defaultLimits,
  signal: AbortSignal = new AbortController().signal,
): Budget {
  const spent = { bytes: 0, pages: 0, parts: 0, pixels: 0 }
  return {
    signal,
    limits,
    spend(what, amount) {
      signal.throwIfAborted()
      spent[what] = what === 'pixels' ? amount : spent[what] + amount
      if (spent[what] <= limits[what]) return
      throw new Uninspectable('limit', {
        code: 'scan.limit',
        args: { what, limit: limits[what], flag: flags[what] },
      })
    },
  }
}
