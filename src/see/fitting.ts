/** Which covers fit what they cover as a redaction does: opaque, about as large as the text, nothing written on them. */
import type { Cover } from '../types.js'
import type { CodeUnit } from './sight.js'

/** Covers of more than this share of the page are panels and grounds. */
const largest = 0.25
/** How much of a cover the text beneath takes; a picture laid over a date is larger. */
const leastText = { shape: 0.2, annotation: 0.2, picture: 0.45, redaction: 0, ground: 0.2 } as const

interface Load {
  letters: number
  area: number
  above: number
}

/** Indices into `covers`. */
export function fittingCovers(covers: readonly Cover[], units: readonly CodeUnit[]): ReadonlySet<number> {
  const loads: Load[] = covers.map(() => ({ letters: 0, area: 0, above: 0 }))
  const loaded = new Set<number>()
  for (const { unseen, span, offset } of units) {
    const load = unseen === null ? null : loads[unseen]
    if (!load || unseen === null) continue
    const at = 4 * offset
    const em = span.size ?? span.glyphs![at + 3]!
    load.letters++
    load.area += em * Math.max(span.glyphs![at + 2]!, 0.4 * em)
    loaded.add(unseen)
  }
  for (const index of loaded) loads[index]!.above = seenOn(covers[index]!, units)
  const fits = (index: number): boolean => {
    const { kind, opaque, share, box } = covers[index]!
    const { area, letters, above } = loads[index]!
    if (kind === 'redaction') return true
    return opaque && share < largest && above <= letters && area >= leastText[kind] * box[2] * box[3]
  }
  return new Set([...loaded].filter(fits))
}

/** Characters in plain sight whose middle stands on the cover. */
function seenOn({ box }: Cover, units: readonly CodeUnit[]): number {
  let count = 0
  for (const { unseen, span, offset } of units) {
    if (unseen !== null || !span.glyphs || span.sight !== 'visible') continue
    const at = 4 * offset
    const x = span.glyphs[at]! + span.glyphs[at + 2]! / 2
    const y = span.glyphs[at + 1]! + span.glyphs[at + 3]! / 2
    if (x > box[0] && x < box[0] + box[2] && y > box[1] && y < box[1] + box[3]) count++
  }
  return count
}
