/** Runs → lines as they stand on the page: same baseline joined, wide gaps kept as separate spans. */
import type { Box, HiddenBy, Line, Span } from '../../types.js'
import { type Glyph, isBlank, isWide } from './glyphs.js'
import { type Run, sameTurn } from './runs.js'

/** Says for a span with invisible text or off the page why nobody sees it; null: it is seen. */
export type Concealment = (box: Box, stated: HiddenBy | null) => Pick<Span, 'sight' | 'hiddenBy'>

/** Pieces further apart than this many ems stand in spans of their own. */
const apart = 2
/** A gap of this many ems between two characters is a space. */
const spaceLatin = 0.15
const spaceHan = 0.4

interface Row {
  readonly runs: Run[]
  readonly turn: number
  level: number
  size: number
}

export function buildLines(runs: readonly Run[], conceal: Concealment): Line[] {
  const rows: Row[] = []
  const sorted = [...runs].sort((one, other) => one.turn - other.turn || one.level - other.level)
  for (const run of sorted) {
    const row = findRow(rows, run)
    if (row) row.runs.push(run)
    else rows.push({ runs: [run], turn: run.turn, level: run.level, size: run.size })
  }
  const lines = rows.map((row) => lineOf(row, conceal))
  return lines.sort((one, other) => order(one) - order(other))
}

/** Only the rows just above can fit, because runs come sorted by level. */
function findRow(rows: readonly Row[], run: Run): Row | null {
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index]!
    if (row.turn !== run.turn && !sameTurn(row.turn, run.turn)) return null
    if (run.level - row.level > 3 * Math.max(run.size, row.size)) return null
    const near = Math.abs(run.level - row.level) <= 0.5 * Math.min(run.size, row.size)
    if (near && row.runs.every((other) => !collides(other, run))) return row
  }
  return null
}

function collides(one: Run, other: Run): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return shared > 0.5 * Math.min(one.size, other.size)
}

function lineOf(row: Row, conceal: Concealment): Line {
  const runs = row.runs.sort((one, other) => one.start - other.start)
  const spans: Span[] = []
  let glyphs: Glyph[] = []
  let texts: string[] = []
  let end = 0
  const close = () => {
    const span = spanOf(glyphs, texts, conceal)
    if (span) spans.push(span)
    glyphs = []
    texts = []
  }
  for (const run of runs) {
    const vertical = run.turn === 90 && run.glyphs[0]!.style.turn === 0
    for (const glyph of run.glyphs) {
      const start = vertical ? glyph.y : glyph.start
      const before = glyphs[glyphs.length - 1]
      if (before) {
        const gap = start - end
        if (gap > apart * Math.max(before.style.size, glyph.style.size)) close()
        else {
          if (isSpace(before, glyph, vertical ? 0 : gap)) texts[texts.length - 1] += ' '
          if (!alike(before, glyph)) close()
        }
      }
      glyphs.push(glyph)
      texts.push(glyph.text)
      end = vertical ? glyph.y + glyph.height : glyph.end
    }
  }
  close()
  return row.turn >= 45 && row.turn <= 135 ? { spans, vertical: true } : { spans }
}

function isSpace(before: Glyph, next: Glyph, gap: number): boolean {
  if (isBlank(before.text) || isBlank(next.text)) return false
  const han = isWide(before.text.codePointAt(0)!) || isWide(next.text.codePointAt(0)!)
  return gap > (han ? spaceHan : spaceLatin) * Math.max(before.style.size, next.style.size)
}

function alike(one: Glyph, other: Glyph): boolean {
  if (one.style === other.style) return true
  const ratio = one.style.size / other.style.size
  return (
    one.style.bold === other.style.bold &&
    one.style.hiddenBy === other.style.hiddenBy &&
    ratio > 0.85 &&
    ratio < 1.18
  )
}

function spanOf(glyphs: readonly Glyph[], texts: readonly string[], conceal: Concealment): Span | null {
  const text = texts.join('')
  if (text.trim() === '') return null
  const boxes = new Float32Array(4 * text.length)
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  let at = 0
  for (const [index, glyph] of glyphs.entries()) {
    for (let unit = texts[index]!.length; unit > 0; unit--, at += 4) {
      boxes[at] = glyph.x
      boxes[at + 1] = glyph.y
      boxes[at + 2] = glyph.width
      boxes[at + 3] = glyph.height
    }
    if (isBlank(glyph.text)) continue
    left = Math.min(left, glyph.x)
    top = Math.min(top, glyph.y)
    right = Math.max(right, glyph.x + glyph.width)
    bottom = Math.max(bottom, glyph.y + glyph.height)
  }
  const style = glyphs[0]!.style
  const box: Box = [left, top, right - left, bottom - top]
  return {
    text,
    box,
    channel: 'text',
    confidence: 1,
    size: style.size,
    bold: style.bold,
    glyphs: boxes,
    ...conceal(box, style.hiddenBy),
  }
}

function order(line: Line): number {
  const box = line.spans[0]?.box
  return box ? box[1] + box[3] + (line.vertical ? -box[3] - box[0] / 1e4 : 0) : 0
}
