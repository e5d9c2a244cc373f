/** Characters in content order → runs: unbroken pieces of one line, horizontal in their own frame or stacked downwards. */
import { type Glyph, isBlank, isWide } from './glyphs.js'

/**
 * A piece of a line. `start`, `end`: along the line; `level`: where the line stands across it (baseline, or the
 * column's middle for vertical text); all in the frame of `turn`, which is 90 for stacked upright characters too.
 */
export interface Run {
  readonly glyphs: Glyph[]
  readonly turn: number
  start: number
  end: number
  level: number
  size: number
}

export function buildRuns(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = []
  let run: Run | null = null
  for (const glyph of glyphs) {
    if (run && continues(run, glyph)) {
      run.glyphs.push(glyph)
      run.end = Math.max(run.end, glyph.end)
      if (glyph.style.size > run.size) run.size = glyph.style.size
      continue
    }
    run = runOf(glyph)
    runs.push(run)
  }
  return stack(runs.filter((each) => each.glyphs.some((glyph) => !isBlank(glyph.text))))
}

function runOf(glyph: Glyph): Run {
  const { start, end, baseline, style } = glyph
  return { glyphs: [glyph], turn: style.turn, start, end, level: baseline, size: style.size }
}

function continues(run: Run, glyph: Glyph): boolean {
  const last = run.glyphs[run.glyphs.length - 1]!
  if (!sameTurn(last.style.turn, glyph.style.turn)) return false
  const [big, small] = [Math.max(run.size, glyph.style.size), Math.min(last.style.size, glyph.style.size)]
  const gap = glyph.start - run.end
  if (gap > big || gap < -0.7 * big) return false
  const shift = Math.abs(glyph.baseline - run.level)
  // Superscripts stand higher but follow at once.
  return (
    shift <= 0.3 * small || (shift <= 0.6 * big && gap < 0.3 * big && gap > -0.3 * big && small < 0.8 * big)
  )
}

export function sameTurn(one: number, other: number): boolean {
  const difference = Math.abs(one - other)
  return difference <= 2 || difference >= 358
}

/** Upright wide characters that follow one another downwards are one vertical run. */
function stack(runs: readonly Run[]): Run[] {
  const stacked: Run[] = []
  let column: Run | null = null
  for (const run of runs) {
    const single = lone(run)
    if (single && column && isBelow(column, single)) {
      column.glyphs.push(single)
      column.end = single.y + single.height
      continue
    }
    if (column) stacked.push(settle(column))
    column = single ? columnOf(single) : null
    if (!single) stacked.push(run)
  }
  if (column) stacked.push(settle(column))
  return stacked
}

function lone(run: Run): Glyph | null {
  if (run.turn !== 0) return null
  const inked = run.glyphs.filter((glyph) => !isBlank(glyph.text))
  const only = inked.length === 1 ? inked[0]! : null
  return only && (isWide(only.text.codePointAt(0)!) || only.text === '★') ? only : null
}

function columnOf(glyph: Glyph): Run {
  const level = glyph.x + glyph.width / 2
  return {
    glyphs: [glyph],
    turn: 90,
    start: glyph.y,
    end: glyph.y + glyph.height,
    level,
    size: glyph.style.size,
  }
}

function isBelow(column: Run, glyph: Glyph): boolean {
  const last = column.glyphs[column.glyphs.length - 1]!
  const size = Math.max(column.size, glyph.style.size)
  const step = glyph.baseline - last.baseline
  const middle = (each: Glyph) => (each.start + each.end) / 2
  return Math.abs(middle(glyph) - middle(last)) <= 0.3 * size && step > 0.6 * size && step <= 1.9 * size
}

/** A single character is no column: back to an ordinary run. */
function settle(column: Run): Run {
  if (column.glyphs.length === 1) return runOf(column.glyphs[0]!)
  const first = column.glyphs[0]!
  return { ...column, level: (first.start + first.end) / 2 }
}
