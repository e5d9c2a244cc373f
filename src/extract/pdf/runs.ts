/** Characters in content order → runs: unbroken pieces of one line, along their own direction or stacked downwards. */
import { isBlank, isWide } from './characters.js'
import type { PdfGlyph } from './glyphs.js'

/**
 * A piece of a line. `start`, `end`: along the line; `level`: where the line stands across it, downwards; all in the
 * frame of `turn`. For text that runs downwards (turn 90) `level` is the middle of the column, so that upright
 * characters stacked downwards and Latin letters lying on their side stand at the same one.
 */
export interface GlyphRun {
  readonly glyphs: PdfGlyph[]
  readonly turn: number
  readonly level: number
  readonly start: number
  end: number
  size: number
}

/** Half the height of capitals, in ems: from the baseline of letters lying on their side to the column's middle. */
const baselineToMiddle = 0.35

export function buildRuns(glyphs: readonly PdfGlyph[]): GlyphRun[] {
  const runs: GlyphRun[] = []
  let run: GlyphRun | null = null
  for (const glyph of glyphs) {
    if (run && continues(run, glyph)) {
      run.glyphs.push(glyph)
      run.end = Math.max(run.end, glyph.end)
      run.size = Math.max(run.size, glyph.style.size)
      continue
    }
    run = runOf(glyph)
    runs.push(run)
  }
  return stack(runs.filter((each) => each.glyphs.some((glyph) => !isBlank(glyph.text))))
}

function runOf(glyph: PdfGlyph): GlyphRun {
  const { start, end, baseline, style } = glyph
  const downwards = sameTurn(style.turn, 90)
  const level = downwards ? baseline - baselineToMiddle * style.size : baseline
  return { glyphs: [glyph], turn: downwards ? 90 : style.turn, start, end, level, size: style.size }
}

function continues(run: GlyphRun, glyph: PdfGlyph): boolean {
  const last = run.glyphs[run.glyphs.length - 1]!
  if (!sameTurn(last.style.turn, glyph.style.turn)) return false
  const [big, small] = [Math.max(run.size, glyph.style.size), Math.min(last.style.size, glyph.style.size)]
  const gap = glyph.start - run.end
  if (gap > big || gap < -0.7 * big) return false
  const shift = Math.abs(glyph.baseline - last.baseline)
  // Superscripts stand higher but follow at once.
  return shift <= 0.3 * small || (shift <= 0.6 * big && Math.abs(gap) < 0.3 * big && small < 0.8 * big)
}

export function sameTurn(one: number, other: number): boolean {
  const difference = Math.abs(one - other)
  return difference <= 2 || difference >= 358
}

/** Upright wide characters that follow one another downwards, or follow text that runs downwards, are a column. */
function stack(runs: readonly GlyphRun[]): GlyphRun[] {
  const stacked: GlyphRun[] = []
  let waiting: GlyphRun | null = null
  for (const run of runs) {
    const single = lone(run)
    const above = waiting ?? stacked[stacked.length - 1]
    if (single && above?.turn === 90 && isBelow(above, single)) {
      above.glyphs.push(single)
      above.end = single.y + single.height
      if (waiting) stacked.push(waiting)
      waiting = null
      continue
    }
    if (waiting) stacked.push(runOf(waiting.glyphs[0]!))
    waiting = single ? columnOf(single) : null
    if (!single) stacked.push(run)
  }
  if (waiting) stacked.push(runOf(waiting.glyphs[0]!))
  return stacked
}

function lone(run: GlyphRun): PdfGlyph | null {
  if (run.turn !== 0) return null
  const inked = run.glyphs.filter((glyph) => !isBlank(glyph.text))
  const only = inked.length === 1 ? inked[0]! : null
  return only && (isWide(only.text.codePointAt(0)!) || only.text === '★') ? only : null
}

function columnOf(glyph: PdfGlyph): GlyphRun {
  const { y, height, style } = glyph
  return { glyphs: [glyph], turn: 90, start: y, end: y + height, level: -middleOf(glyph), size: style.size }
}

/** Advances say where a character stands better than its ink: 丿 and 一 are as wide as any other. */
function middleOf(glyph: PdfGlyph): number {
  return (glyph.start + glyph.end) / 2
}

function isBelow(column: GlyphRun, glyph: PdfGlyph): boolean {
  const size = Math.max(column.size, glyph.style.size)
  const gap = glyph.y - column.end
  return Math.abs(middleOf(glyph) + column.level) <= 0.3 * size && gap > -0.4 * size && gap <= 0.9 * size
}
