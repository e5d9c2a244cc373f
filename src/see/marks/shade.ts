/** How a patch differs from the paper around it. */
import type { GreyField } from './field.js'
import type { CellComponent } from './patches.js'
import { median } from '../../plane/quantile.js'

export interface Shade {
  /** Median grey of the patch. */
  readonly inside: number
  /** Median grey of the paper one to two cells outside it. */
  readonly around: number
  /** Greatest difference of a mean colour channel between the two. */
  readonly step: number
  /** Greatest difference between the patch's own mean colour channels. */
  readonly colour: number
  /** Mean deviation of the cells around that hold no ink. */
  readonly grain: number
}

export function shadeOf(patch: CellComponent, field: GreyField): Shade {
  const ring = ringOf(patch, field)
  const here = colourOf(patch.members, field)
  const there = colourOf(ring, field)
  const inside = medianOf(field.mean, patch.members)
  const around = ring.length > 0 ? medianOf(field.mean, ring) : field.ground[patch.members[0]!]!
  return {
    inside,
    around,
    step:
      ring.length > 0
        ? Math.max(...here.map((value, at) => Math.abs(value - there[at]!)))
        : Math.abs(inside - around),
    colour: Math.max(...here) - Math.min(...here),
    grain: ring.length > 0 ? medianOf(field.deviation, ring) : field.noise,
  }
}

/** Cells of paper one to two cells outside the extent: nothing that ink or an edge runs through. */
function ringOf(patch: CellComponent, field: GreyField): Int32Array {
  const ring: number[] = []
  const limit = Math.max(6, 2.5 * field.noise)
  for (let row = Math.max(0, patch.top - 3); row < Math.min(field.rows, patch.bottom + 3); row++)
    for (
      let column = Math.max(0, patch.left - 3);
      column < Math.min(field.columns, patch.right + 3);
      column++
    ) {
      const apart = Math.max(
        patch.left - column,
        column - patch.right + 1,
        patch.top - row,
        row - patch.bottom + 1,
      )
      const at = row * field.columns + column
      if (apart >= 2 && field.deviation[at]! < limit) ring.push(at)
    }
  return Int32Array.from(ring)
}

function colourOf(chosen: Int32Array, { red, green, blue }: GreyField): [number, number, number] {
  return [medianOf(red, chosen), medianOf(green, chosen), medianOf(blue, chosen)]
}

function medianOf(values: Float32Array, chosen: Int32Array): number {
  return median(Float32Array.from(chosen, (at) => values[at]!))
}
