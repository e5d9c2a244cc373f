/** Puts lines into the order a person reads them: top-down, left to right, one column after the other. */
import { gutterOf } from './gutter.js'
import type { Box } from '../../../types.js'

/** What ordering needs to know of a line: its place on the level page. */
export interface LevelPlaced {
  readonly level: Box
}

export function inReadingOrder<T extends LevelPlaced>(lines: readonly T[]): T[] {
  const gutter = gutterOf(lines.map(({ level }) => level))
  if (!gutter) return inRows(lines)
  const pick = (indices: readonly number[]): T[] => indices.map((i) => lines[i]!)
  const across = pick(gutter.across).sort((a, b) => a.level[1] - b.level[1])
  const ordered: T[] = []
  let rest = [...pick(gutter.left), ...pick(gutter.right)]
  // A line across both columns, a heading, ends what stands above it.
  for (const line of across) {
    const above = rest.filter(({ level }) => middle(level) < middle(line.level))
    ordered.push(...columnByColumn(above, gutter.x), line)
    rest = rest.filter((other) => !above.includes(other))
  }
  return [...ordered, ...columnByColumn(rest, gutter.x)]
}

function columnByColumn<T extends LevelPlaced>(lines: readonly T[], x: number): T[] {
  const isLeft = ({ level }: T): boolean => level[0] < x
  return [...inReadingOrder(lines.filter(isLeft)), ...inReadingOrder(lines.filter((line) => !isLeft(line)))]
}

/** Rows are lines whose middles lie within half a line of each other. */
function inRows<T extends LevelPlaced>(lines: readonly T[]): T[] {
  const sorted = [...lines].sort((a, b) => middle(a.level) - middle(b.level))
  const rows: T[][] = []
  for (const line of sorted) {
    const row = rows.at(-1)
    const first = row?.[0]!.level
    const near = first && middle(line.level) - middle(first) < 0.5 * Math.min(line.level[3], first[3])
    if (near) row!.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.level[0] - b.level[0]))
}

function middle(box: Box): number {
  return box[1] + box[3] / 2
}
