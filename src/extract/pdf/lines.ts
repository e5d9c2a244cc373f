/** Runs → lines as they stand on the page: what shares a baseline (or a column) is one line. */
import type { Line } from '../../types.js'
import { type GlyphRun, sameTurn } from './runs.js'
import { buildSpans, type Concealment } from './spans.js'

interface Row {
  readonly runs: GlyphRun[]
  readonly turn: number
  readonly level: number
  readonly size: number
}

/** Top to bottom; then vertical text, column by column from right to left. */
export function buildLines(runs: readonly GlyphRun[], conceal: Concealment): Line[] {
  const rows: Row[] = []
  const sorted = [...runs].sort((one, other) => one.turn - other.turn || one.level - other.level)
  for (const run of sorted) {
    const row = findRow(rows, run)
    if (row) row.runs.push(run)
    else rows.push({ runs: [run], turn: run.turn, level: run.level, size: run.size })
  }
  const lines = rows.map((row) => lineOf(row, conceal)).filter((line) => line.spans.length > 0)
  return lines.sort(inReadingOrder)
}

/** Only the rows just above can fit, because runs come sorted by level. */
function findRow(rows: readonly Row[], run: GlyphRun): Row | null {
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index]!
    if (!sameTurn(row.turn, run.turn) || run.level - row.level > 3 * Math.max(run.size, row.size)) return null
    const near = Math.abs(run.level - row.level) <= 0.35 * Math.min(run.size, row.size)
    if (near && row.runs.every((other) => !collides(other, run))) return row
  }
  return null
}

/** Two runs over one another are two lines: text printed twice, or over other text. */
function collides(one: GlyphRun, other: GlyphRun): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return shared > 0.5 * Math.min(one.size, other.size)
}

function lineOf(row: Row, conceal: Concealment): Line {
  const runs = row.runs.sort((one, other) => one.start - other.start)
  const spans = buildSpans(runs, conceal)
  return row.turn >= 45 && row.turn <= 135 ? { spans, vertical: true } : { spans }
}

function inReadingOrder(one: Line, other: Line): number {
  if (one.vertical !== other.vertical) return one.vertical ? 1 : -1
  const [mine, its] = [one.spans[0]!.box!, other.spans[0]!.box!]
  return one.vertical ? its[0] + its[2] - mine[0] - mine[2] : mine[1] + mine[3] - its[1] - its[3]
}
