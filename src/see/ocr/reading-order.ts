/** Puts lines into the order a person reads them: top-down, left to right. */
import type { Box } from '../../types.js'

/** Rows are lines whose vertical middles lie within half a line of each other. */
export function inReadingOrder<T extends { readonly box: Box }>(lines: readonly T[]): T[] {
  const sorted = [...lines].sort((a, b) => middle(a.box) - middle(b.box))
  const rows: T[][] = []
  for (const line of sorted) {
    const row = rows.at(-1)
    const near = row && middle(line.box) - middle(row[0]!.box) < 0.5 * Math.min(line.box[3], row[0]!.box[3])
    if (near) row.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box[0] - b.box[0]))
}

function middle(box: Box): number {
  return box[1] + box[3] / 2
}
