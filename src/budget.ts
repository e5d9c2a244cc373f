/** Limits on what one input may cost. Running over one is a gap that names the limit and the flag. */
import { Uninspectable } from './errors.js'
import type { Budget, Limits, Phrase } from './types.js'

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

/** One bomb among other files may be an accident; more are an attack, and each costs what it unpacks. */
const MOST_BOMBS = 3

/** A budget shared by everything inside one input. `pixels` is a limit per picture, the others add up. */
export function openBudget(
  limits: Limits = defaultLimits,
  signal: AbortSignal = new AbortController().signal,
): Budget {
  const spent = { bytes: 0, pages: 0, parts: 0, pixels: 0 }
  let bombs = 0
  let gone: Phrase | null = null
  return {
    signal,
    limits,
    get gone() {
      return gone
    },
    bomb() {
      bombs += 1
      if (bombs < MOST_BOMBS) return
      gone ??= { code: 'scan.bombs', args: { count: bombs, flag: '--max-ratio' } }
    },
    spend(what, amount) {
      signal.throwIfAborted()
      spent[what] = what === 'pixels' ? amount : spent[what] + amount
      if (spent[what] <= limits[what]) return
      const said: Phrase = { code: 'scan.limit', args: { what, limit: limits[what], flag: flags[what] } }
      if (what !== 'pixels') gone ??= said
      throw new Uninspectable('limit', said)
    },
  }
}
