/** The runs of one line → spans: one appearance each, gaps written as spaces, wide gaps between spans. */
import type { Box, HiddenBy, Span } from '../../types.js'
import { isBlank, isWide } from './characters.js'
import type { PdfGlyph } from './glyphs.js'
import type { GlyphRun } from './runs.js'

/** Says of a span that the file does not draw, or draws off the page, why nobody sees it. */
export type Concealment = (box: Box, stated: HiddenBy | null) => Pick<Span, 'sight' | 'hiddenBy'>

/** Pieces further apart than this many ems stand in spans of their own. */
const apart = 2
/** A gap of this many ems is a space: between Latin letters, and where a Han character stands beside it. */
const [latinSpace, hanSpace] = [0.15, 0.4]

/** `runs`: in reading order. A space that is only a gap on the page belongs to the span before it. */
export function buildSpans(runs: readonly GlyphRun[], conceal: Concealment): Span[] {
  const spans: PdfGlyph[][] = []
  let current: PdfGlyph[] = []
  let end = 0
  for (const run of runs) {
    for (const glyph of run.glyphs) {
      const stacked = run.turn === 90 && glyph.style.turn === 0
      const before = current[current.length - 1]
      const gap = (stacked ? glyph.y : glyph.start) - end
      if (before && gap > apart * Math.max(before.style.size, glyph.style.size)) {
        spans.push(current)
        current = []
      } else if (before) {
        if (!stacked && isSpace(before, glyph, gap)) current.push(spaceBetween(before, glyph))
        if (!alike(before, glyph)) {
          spans.push(current)
          current = []
        }
      }
      current.push(glyph)
      end = stacked ? glyph.y + glyph.height : glyph.end
    }
  }
  spans.push(current)
  return spans.flatMap((glyphs) => spanOf(glyphs, conceal))
}

function isSpace(before: PdfGlyph, next: PdfGlyph, gap: number): boolean {
  if (gap <= 0 || isBlank(before.text) || isBlank(next.text)) return false
  const han = isWide(before.text.codePointAt(0)!) || isWide(next.text.codePointAt(0)!)
  return gap > (han ? hanSpace : latinSpace) * Math.max(before.style.size, next.style.size)
}

function spaceBetween(before: PdfGlyph, next: PdfGlyph): PdfGlyph {
  const x = Math.min(before.x + before.width, next.x)
  return { ...before, text: ' ', x, width: Math.max(0, next.x - x), start: before.end, end: next.start }
}

function alike(one: PdfGlyph, other: PdfGlyph): boolean {
  if (one.style === other.style) return true
  const [mine, its] = [one.style, other.style]
  const ratio = mine.size / its.size
  return mine.bold === its.bold && mine.hiddenBy === its.hiddenBy && ratio > 0.85 && ratio < 1.18
}

function spanOf(glyphs: readonly PdfGlyph[], conceal: Concealment): Span[] {
  const text = glyphs.map((glyph) => glyph.text).join('')
  if (text.trim() === '') return []
  const { style } = glyphs.find((glyph) => !isBlank(glyph.text))!
  const box = boxAround(glyphs)
  return [
    {
      text,
      box,
      channel: 'text',
      confidence: 1,
      size: style.size,
      bold: style.bold,
      glyphs: glyphBoxes(glyphs, text.length),
      ...(glyphs.some((glyph) => glyph.doubt > 0) ? { doubts: doubtsOf(glyphs, text.length) } : {}),
      ...conceal(box, style.hiddenBy),
    },
  ]
}

function boxAround(glyphs: readonly PdfGlyph[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const glyph of glyphs) {
    if (isBlank(glyph.text)) continue
    left = Math.min(left, glyph.x)
    top = Math.min(top, glyph.y)
    right = Math.max(right, glyph.x + glyph.width)
    bottom = Math.max(bottom, glyph.y + glyph.height)
  }
  return [left, top, right - left, bottom - top]
}

/** Four numbers per UTF-16 unit; both halves of a surrogate pair have the box of their character. */
function glyphBoxes(glyphs: readonly PdfGlyph[], length: number): Float32Array {
  const boxes = new Float32Array(4 * length)
  let at = 0
  for (const glyph of glyphs) {
    for (let unit = 0; unit < glyph.text.length; unit++, at += 4) {
      boxes[at] = glyph.x
      boxes[at + 1] = glyph.y
      boxes[at + 2] = glyph.width
      boxes[at + 3] = glyph.height
    }
  }
  return boxes
}

function doubtsOf(glyphs: readonly PdfGlyph[], length: number): Uint8Array {
  const doubts = new Uint8Array(length)
  let at = 0
  for (const { text, doubt } of glyphs) {
    doubts.fill(doubt, at, at + text.length)
    at += text.length
  }
  return doubts
}
