/** Strip: a slip of paper laid or glued over a line before the scan, of another white than the sheet. */
import type { MarkDetector } from './detector.js'
import { hasGrain } from './field.js'
import type { GreyField } from './field.js'
import { boxOf, isSameSize, patchesOf, slabOf, touchesEdge } from './patches.js'
import type { CellComponent, Slab } from './patches.js'
import { shadeOf } from './shade.js'
import { sidesOf } from './sides.js'
import { median, quantile, quantileAt } from '../../plane/quantile.js'

/** Levels by which the slip differs at least, in grey or in the difference of red and blue. */
const LEAST_STEP = 2.5
const LEAST_HUE = 7
/** Share of the light by which any colour may differ: beyond that it is a bar, a highlighter, a printed field. */
const MOST_LOSS = 0.135
/** Grey beyond this share may as well be printed. */
const LIKELY_LOSS = 0.08
const LOWEST_MM = 3.6
const HIGHEST_MM = 32
const SHORTEST_MM = 9
const LONGEST_MM = 130
const LEAST_MM2 = 40
const FULL = 0.8
const MOST_INK = 0.05
/** A slip is as light at its rim as in its middle; the edge of a shadow is not. */
const EVEN = 0.55

interface Slip extends Slab {
  readonly patch: CellComponent
}
/** A way in which paper differs from paper: NaN where there is ink. */
interface Difference {
  readonly away: Float32Array
  readonly least: number
}

export const strip: MarkDetector = {
  kind: 'strip',
  detect({ field }) {
    if (!hasGrain(field)) return []
    const slips = [lightOf(field), hueOf(field)].flatMap((by) => [
      ...slipsOf(field, by, 1),
      ...slipsOf(field, by, -1),
    ])
    return slips
      .filter((slip) => !slips.some((other) => isTwin(slip, other, field)))
      .map((slip) => ({ kind: 'strip', box: boxOf(slip.patch, field), confidence: sureness(slip, field) }))
  },
}

/** Fields of forms come in sets of one size. */
function isTwin(one: Slip, other: Slip, { perMm, columns }: GreyField): boolean {
  const apart = Math.abs(one.patch.members[0]! - other.patch.members[0]!)
  const elsewhere = Math.floor(apart / columns) > 3 * perMm || apart % columns > 3 * perMm
  return elsewhere && isSameSize(one, other, perMm)
}

function lightOf(field: GreyField): Difference {
  const { mean, ground } = field
  return differenceOf(field, (at) => mean[at]! - ground[at]!, LEAST_STEP, 2.6)
}

/** Uneven light leaves the hue alone, thrifty JPEGs do not. */
function hueOf(field: GreyField): Difference {
  const { red, blue } = field
  return differenceOf(field, (at) => red[at]! - blue[at]!, LEAST_HUE, 5)
}

/** The usual difference is taken off; `times` the deviation of bare paper is the least that counts. */
function differenceOf(
  field: GreyField,
  of: (at: number) => number,
  floor: number,
  times: number,
): Difference {
  const inked = Math.max(4, 2.2 * field.noise)
  const away = new Float32Array(field.mean.length)
  const bare = new Int32Array(away.length)
  let count = 0
  for (let at = 0; at < away.length; at++) {
    away[at] = field.deviation[at]! > inked ? NaN : of(at)
    if (Math.abs(away[at]!) < 40) bare[count++] = at
  }
  const known = bare.subarray(0, count)
  const usual = quantileAt(known, away, 0.5)
  const unevenness = (quantileAt(known, away, 0.75) - quantileAt(known, away, 0.25)) / 1.35
  for (let at = 0; at < away.length; at++) away[at]! -= usual
  return { away, least: Math.max(floor, times * unevenness) }
}

/** `side` 1: slips lighter or redder than the sheet, −1: darker or bluer ones. */
function slipsOf(field: GreyField, { away, least }: Difference, side: number): Slip[] {
  const { perMm, columns } = field
  const mask = new Uint8Array(away.length)
  for (let at = 0; at < mask.length; at++) if (away[at]! * side > least) mask[at] = 1
  return patchesOf(mask, columns, LEAST_MM2 * perMm ** 2)
    .filter((patch) => !touchesEdge(patch, field, 3))
    .map((patch) => ({ patch, ...slabOf(patch, columns) }))
    .filter((slip) => hasExtent(slip, field) && isEven(slip, away))
    .filter((slip) => isBlank(slip, field, away) && hasEdges(slip, field, away) && isPaper(slip, field))
}

function hasExtent({ length, height, fill }: Slab, { perMm }: GreyField): boolean {
  return (
    fill > FULL &&
    height >= LOWEST_MM * perMm &&
    height <= HIGHEST_MM * perMm &&
    length >= SHORTEST_MM * perMm &&
    length <= LONGEST_MM * perMm &&
    length > 1.2 * height
  )
}

/** Nothing is printed on it: a striped row of a table is no slip. */
function isBlank({ patch }: Slip, { columns }: GreyField, away: Float32Array): boolean {
  let inked = 0
  for (let row = patch.top + 1; row < patch.bottom - 1; row++)
    for (let at = row * columns + patch.left + 1; at < row * columns + patch.right - 1; at++)
      if (Number.isNaN(away[at]!)) inked++
  return inked < MOST_INK * (patch.right - patch.left) * (patch.bottom - patch.top)
}

function isEven({ patch }: Slip, away: Float32Array): boolean {
  const steps = Float32Array.from(patch.members, (at) => Math.abs(away[at]!))
  return quantile(steps, 0.15) > EVEN * median(steps)
}

/** On every side where the sheet is bare it differs from the slip, and is what it is elsewhere. */
function hasEdges({ patch }: Slip, field: GreyField, away: Float32Array): boolean {
  const inside = Math.abs(median([...patch.members].map((at) => away[at]!)))
  const sides = sidesOf(patch, field, away)
  return sides.length >= 3 && sides.every((value) => Math.abs(value) < 0.45 * inside)
}

function sureness({ patch, fill }: Slip, field: GreyField): number {
  const { step, around, inside } = shadeOf(patch, field)
  if (inside < around && step > LIKELY_LOSS * around) return 0.55
  return fill > 0.9 ? 0.7 : 0.6
}

function isPaper({ patch }: Slip, field: GreyField): boolean {
  const { step, around } = shadeOf(patch, field)
  return around > 60 && step < MOST_LOSS * around
}
