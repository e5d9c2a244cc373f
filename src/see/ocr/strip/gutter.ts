/** Finds the empty strip between two columns of text or between two pages side by side. */
import type { Box } from '../../../types.js'
import { median } from '../../../plane/quantile.js'

/** Text on both sides of `x`, and what runs across it, by index into the lines given. */
export interface Gutter {
  readonly x: number
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly across: readonly number[]
}

/** Each side has at least this many lines. */
const fewest = 5
/** Columns of a table are narrow; lines of running text are at least this many heights long. */
const running = 7
/** Share of the lines that may run across: titles, notes. */
const crossing = 0.2

/** The widest gutter, or null. `lines` are boxes of the level page. */
export function gutterOf(lines: readonly Box[]): Gutter | null {
  if (lines.length < 2 * fewest) return null
  const gutters = edgesOf(lines).flatMap((x) => gutterAt(lines, x) ?? [])
  const fewestAcross = Math.min(...gutters.map(({ across }) => across.length))
  return gutters.find(({ across }) => across.length === fewestAcross) ?? null
}

/** Just right of where a line ends, the candidates nearest the middle of the text first. */
function edgesOf(lines: readonly Box[]): number[] {
  const left = Math.min(...lines.map((box) => box[0]))
  const right = Math.max(...lines.map((box) => box[0] + box[2]))
  const edges = lines.map((box) => box[0] + box[2] + 0.3 * box[3])
  const middle = (left + right) / 2
  const inside = edges.filter((x) => x > left + 0.15 * (right - left) && x < right - 0.15 * (right - left))
  return inside.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
}

function gutterAt(lines: readonly Box[], x: number): Gutter | null {
  const left: number[] = []
  const right: number[] = []
  const across: number[] = []
  lines.forEach((box, i) => {
    if (box[0] + box[2] <= x) left.push(i)
    else if (box[0] >= x) right.push(i)
    else across.push(i)
  })
  if (Math.min(left.length, right.length) < fewest || across.length > crossing * lines.length) return null
  const sides = [left, right].map((side) => side.map((i) => lines[i]!))
  if (sides.some((side) => median(side.map((box) => box[2] / box[3])) < running)) return null
  return sharedHeight(sides[0]!, sides[1]!) > 0.5 ? { x, left, right, across } : null
}

/** Share of the lower side's height that both sides have in common. */
function sharedHeight(left: readonly Box[], right: readonly Box[]): number {
  const span = (side: readonly Box[]): [number, number] => [
    Math.min(...side.map((box) => box[1])),
    Math.max(...side.map((box) => box[1] + box[3])),
  ]
  const [a, b] = [span(left), span(right)]
  return (Math.min(a[1], b[1]) - Math.max(a[0], b[0])) / Math.min(a[1] - a[0], b[1] - b[0])
}
