/** Opaque patches: flat colour put on with an editor, or tape and ink bars laid on before the scan. */
import type { Mark } from '../../types.js'
import type { Band } from './bands.js'
import type { MarkDetector } from './detector.js'
import type { GreyField } from './field.js'
import { hasGrain } from './field.js'
import { flatPatchesOf, isPaperLike, surest } from './flat.js'
import type { FlatPatch } from './flat.js'
import { isPaper } from './paper.js'
import { boxOf } from './patches.js'
import { shadeOf } from './shade.js'
import { sidesOf } from './sides.js'
import { FAINT_LOSS, lossOf, solidBandsOf } from './solid.js'
import { tintedOf } from './tinted.js'

const FULL = 0.8
const LEAST_MM = 2.6
const LEAST_STEP = 4

export const box: MarkDetector = {
  kind: 'box',
  detect(scene) {
    const { field } = scene
    const flat = flatPatchesOf(field)
      .filter(
        (found) =>
          !isPaperLike(found) && found.fill > FULL && isLarge(found, field) && hasEdges(found, field),
      )
      .map((found) => ({
        ...markOf(boxOf(found.patch, field), Math.min(surest(found, field), found.fill > 0.9 ? 0.97 : 0.85)),
        ...(isPaper(field) && { tells: ['paper'] as const }),
      }))
    const solid = solidBandsOf(scene).map((band) => markOf(boxOf(band.patch, field), sureness(band, field)))
    const pale = tintedOf(field)
      .filter(({ patch }) => !solid.some((mark) => shares(mark.box, boxOf(patch, field))))
      .map(({ patch }) => markOf(boxOf(patch, field, 1), PALE))
    return [...flat, ...solid, ...pale]
  },
}

/** Sure that there is a bar, not that anybody laid it over something. */
const PALE = 0.42

const shares = (one: Mark['box'], other: Mark['box']): boolean =>
  one[0] < other[0] + other[2] && other[0] < one[0] + one[2] && one[1] < other[1] + other[3] && other[1] < one[1] + one[3] // prettier-ignore

const markOf = (place: Mark['box'], confidence: number): Mark => ({ kind: 'box', box: place, confidence })

function isLarge({ length, height }: { length: number; height: number }, { perMm }: GreyField): boolean {
  return Math.min(length, height) >= LEAST_MM * perMm && Math.max(length, height) >= 2 * LEAST_MM * perMm
}

/** Its colour ends where it ends; a calm place within a shaded field goes on. */
function hasEdges({ patch, shade }: FlatPatch, field: GreyField): boolean {
  const step = shade.inside - shade.around
  if (Math.abs(step) < LEAST_STEP) return true
  return sidesOf(patch, field, field.mean).every((side) => (shade.inside - side) / step > 0.2)
}

/** Grey and difference of colours up to which a bar is black: what people black out with. */
const [BLACK, HUELESS] = [70, 30]

/** A page without grain is drawn, and drawn pages have bars of every colour, but hardly black ones without a word in them. */
function sureness(band: Band, field: GreyField): number {
  if (field.bilevel) return 0.7
  if (hasGrain(field)) return lossOf(band, field) < FAINT_LOSS ? 0.6 : 0.8
  const { inside, colour } = shadeOf(band.patch, field)
  return inside < BLACK && colour < HUELESS ? 0.7 : 0.45
}
