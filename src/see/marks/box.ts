/** Opaque patches: flat colour put on with an editor, or tape and ink bars laid on before the scan. */
import type { Mark } from '../../types.js'
import type { Field } from './field.js'
import { hasGrain } from './field.js'
import { flatPatchesOf } from './flat.js'
import type { MarkDetector } from './detector.js'
import { boxOf } from './patches.js'
import { solidPatchesOf } from './solid.js'

/** Colour steps up to this are paper painted with paper colour, which is another kind. */
export const PAPER_STEP = 4
const FULL = 0.8
const LEAST_MM = 2.6

export const box: MarkDetector = {
  kind: 'box',
  detect(field) {
    const flat = flatPatchesOf(field)
      .filter((found) => found.shade.step > PAPER_STEP && found.fill > FULL && isLarge(found, field))
      .map(({ patch, fill }): Mark => ({
        kind: 'box',
        box: boxOf(patch, field),
        confidence: fill > 0.9 ? 0.97 : 0.85,
      }))
    return [...flat, ...solids(field, flat)]
  },
}

function isLarge({ length, height }: { length: number; height: number }, { perMm }: Field): boolean {
  return Math.min(length, height) >= LEAST_MM * perMm && Math.max(length, height) >= 2 * LEAST_MM * perMm
}

/** Dark or coloured bars that have the grain of the paper, where no flat patch has been seen already. */
function solids(field: Field, seen: readonly Mark[]): Mark[] {
  return solidPatchesOf(field)
    .filter((found) => found.fill > FULL && isLarge(found, field))
    .map((found): Mark => ({ kind: 'box', box: boxOf(found.patch, field), confidence: sureness(field) }))
    .filter((mark) => !seen.some((other) => overlaps(mark.box, other.box)))
}

/** A page without grain is drawn, and drawn pages have bars of every kind. */
function sureness(field: Field): number {
  if (field.bilevel) return 0.7
  return hasGrain(field) ? 0.8 : 0.4
}

function overlaps(one: Mark['box'], other: Mark['box']): boolean {
  return (
    one[0] < other[0] + other[2] &&
    other[0] < one[0] + one[2] &&
    one[1] < other[1] + other[3] &&
    other[1] < one[1] + one[3]
  )
}
