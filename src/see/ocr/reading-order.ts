/** Puts lines into the order a person reads them: top-down, left to right; upright columns right to left. */
import type { Box } from '../../types.js'

/** What ordering needs to know of a line: its place on the level page. */
export interface Placed {
  readonly level: Box
  readonly vertical: boolean
}

/** Rows are lines whose middles lie within half a line of each other. */
export function inReadingOrder<T extends Placed>(lines: readonly T[]): T[] {
  const sorted = [...lines].sort((a, b) => middle(a.level) - middle(b.level))
  const rows: T[][] = []
  for (const line of sorted) {
    const row = rows.at(-1)
    const near =
      row && middle(line.level) - middle(row[0]!.level) < 0.5 * Math.min(line.level[3], row[0]!.level[3])
    if (near) row.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.level[0] - b.level[0]))
}

function middle(box: Box): number {
  return box[1] + box[3] / 2
}
