/** What lies on the four sides of a patch, a cell away from it. */
import type { GreyField } from './field.js'
import type { CellComponent } from './patches.js'
import { median } from '../../plane/quantile.js'

/** Fewer known cells than this say nothing about a side. */
const FEW = 4

/** Median of `values` on each side that is known; unknown cells are NaN. Up to four numbers, in no fixed order. */
export function sidesOf(
  { left, right, top, bottom }: CellComponent,
  { columns, rows }: GreyField,
  values: Float32Array,
): number[] {
  const areas = [
    [left, right, top - 3, top - 1],
    [left, right, bottom + 1, bottom + 3],
    [left - 3, left - 1, top, bottom],
    [right + 1, right + 3, top, bottom],
  ] as const
  return areas
    .map(([x0, x1, y0, y1]) => {
      const near: number[] = []
      for (let y = Math.max(0, y0); y < Math.min(rows, y1); y++)
        for (let x = Math.max(0, x0); x < Math.min(columns, x1); x++) near.push(values[y * columns + x]!)
      return near.filter((value) => !Number.isNaN(value))
    })
    .filter((near) => near.length >= FEW)
    .map((values) => median(values))
}
