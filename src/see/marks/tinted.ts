/** Pale and coloured bars on drawn pages: put on with an editor in a colour too light to be called dark. */
import { hasGrain } from './field.js'
import type { GreyField } from './field.js'
import { isSameSize, patchesOf, slabOf, touchesEdge } from './patches.js'
import type { CellComponent, Slab } from './patches.js'
import { sidesOf } from './sides.js'
import { quantileAt } from '../../plane/quantile.js'

export interface Tinted extends Slab {
  readonly patch: CellComponent
}

/** Difference of a colour channel from the paper that JPEG does not make by itself. */
const LEAST_STEP = 7
/** Deviation of a cell of one colour, as JPEG leaves it. */
const PLAIN = 4
const SAME_SHADE = 3
/** Share of the inside that words or lines may break. */
const MOST_BROKEN = 0.02
/** Bars of one height from which on they are a chart. */
const CHART = 3
const [LOWEST_MM, HIGHEST_MM] = [3, 14]
const [SHORTEST_MM, LONGEST_MM] = [9, 120]

/** Bars of one colour on bare paper; none of those that come in sets, as bars of charts and fields of forms do. */
export function tintedOf(field: GreyField): Tinted[] {
  if (hasGrain(field) || field.bilevel) return []
  const { columns, perMm, mean, deviation } = field
  const away = awayFromPaper(field)
  const mask = new Uint8Array(mean.length)
  for (let at = 0; at < mask.length; at++) if (away[at]! > LEAST_STEP && deviation[at]! < PLAIN) mask[at] = 1
  const joins = (at: number, other: number) => Math.abs(mean[at]! - mean[other]!) < SAME_SHADE
  const bars = patchesOf(mask, columns, 0.5 * LOWEST_MM * SHORTEST_MM * perMm ** 2, joins)
    .filter((patch) => !touchesEdge(patch, field, 2))
    .map((patch) => ({ patch, ...slabOf(patch, columns) }))
  return bars
    .filter((bar) => hasExtent(bar, field) && isWhole(bar, field) && liesOnPaper(bar, field, away))
    .filter((bar) => bars.every((other) => other === bar || !isSameSize(bar, other, perMm)))
    .filter((bar) => bars.filter(({ height }) => Math.abs(height - bar.height) <= 1).length < CHART)
}

/** Greatest difference of a colour channel from that of the paper, which on a drawn page is the same everywhere. */
function awayFromPaper({ mean, red, green, blue }: GreyField): Float32Array {
  const every = new Int32Array(mean.length)
  for (let at = 0; at < every.length; at++) every[at] = at
  const away = new Float32Array(mean.length)
  for (const plane of [red, green, blue]) {
    const paper = quantileAt(every, plane, 0.6)
    for (let at = 0; at < away.length; at++) {
      const step = Math.abs(plane[at]! - paper)
      if (step > away[at]!) away[at] = step
    }
  }
  return away
}

function hasExtent({ length, height }: Slab, { perMm }: GreyField): boolean {
  return (
    length > 1.3 * height &&
    // The cells at its rim are paper and bar together.
    height >= (LOWEST_MM - 1.5) * perMm &&
    height <= HIGHEST_MM * perMm &&
    length >= (SHORTEST_MM - 1.5) * perMm &&
    length <= LONGEST_MM * perMm
  )
}

function isWhole({ patch: { left, top, right, bottom, members } }: Tinted, { columns }: GreyField): boolean {
  const own = new Set(members)
  let broken = 0
  for (let row = top + 1; row < bottom - 1; row++)
    for (let at = row * columns + left + 1; at < row * columns + right - 1; at++) if (!own.has(at)) broken++
  return broken <= MOST_BROKEN * (right - left) * (bottom - top)
}

function liesOnPaper({ patch }: Tinted, field: GreyField, away: Float32Array): boolean {
  const step = patch.members.reduce((sum, at) => sum + away[at]!, 0) / patch.members.length
  const sides = sidesOf(patch, field, away)
  return sides.length === 4 && sides.every((side) => side < 0.3 * step)
}
