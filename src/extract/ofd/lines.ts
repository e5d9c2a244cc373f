/** Glyphs → lines as they stand on the page: one baseline joined whatever objects it is made of, columns kept apart. */
import type { Box, Line, Part, Span } from '../../types.js'
import type { OfdGlyph } from './glyphs.js'

/** Pieces further apart than this many ems stand in spans of their own. */
const apart = 2
/** A gap of this many ems between two characters is a space. */
const spaceLatin = 0.15
const spaceHan = 0.4
/** Texts printed over one another become lines of their own, up to so many. */
const mostLanes = 32

/** Says for a glyph whether nobody sees it and why. */
export type Sighting = (glyph: OfdGlyph) => Pick<Span, 'sight' | 'hiddenBy' | 'fitted'>

export function buildLines(glyphs: readonly OfdGlyph[], sighting: Sighting, part?: Part): Line[] {
  const inked = glyphs.filter((glyph) => glyph.text.trim() !== '')
  const lines = rowsOf(inked)
    .flatMap(lanesOf)
    .map((row) => ({ ...lineOf(row, sighting), ...(part && { part }) }))
  return lines.sort((one, other) => order(one) - order(other))
}

function rowsOf(glyphs: readonly OfdGlyph[]): OfdGlyph[][] {
  const sorted = glyphs.toSorted(
    (one, other) =>
      bucket(one) - bucket(other) || one.level - other.level || one.style.order - other.style.order,
  )
  const rows: OfdGlyph[][] = []
  let row: OfdGlyph[] = []
  for (const glyph of sorted) {
    const first = row[0]
    const near =
      first &&
      bucket(first) === bucket(glyph) &&
      glyph.level - first.level <= 0.5 * Math.min(first.style.size, glyph.style.size)
    if (!near) rows.push((row = []))
    row.push(glyph)
  }
  return rows
}

/** Lines of one direction; letters that stand upright in a column never join with others. */
function bucket({ style }: OfdGlyph): number {
  return Math.round(style.turn / 3) + (style.upright ? 1000 : 0)
}

/** Characters that stand on one another cannot be one line. */
function lanesOf(row: readonly OfdGlyph[]): OfdGlyph[][] {
  const lanes: OfdGlyph[][] = []
  for (const glyph of row.toSorted(
    (one, other) => one.start - other.start || one.style.order - other.style.order,
  )) {
    const lane = lanes.find((one) => {
      const last = one.at(-1)!
      return last.end - glyph.start <= 0.55 * Math.max(last.end - last.start, glyph.end - glyph.start) + 1e-6
    })
    if (lane) lane.push(glyph)
    else if (lanes.length < mostLanes) lanes.push([glyph])
    else lanes.at(-1)!.push(glyph)
  }
  return lanes
}

function lineOf(row: readonly OfdGlyph[], sighting: Sighting): Line {
  const spans: Span[] = []
  let held: OfdGlyph[] = []
  let texts: string[] = []
  let seen: ReturnType<Sighting> = { sight: 'visible' }
  const close = () => {
    if (held.length > 0) spans.push(spanOf(held, texts, seen))
    held = []
    texts = []
  }
  for (const glyph of row) {
    const now = sighting(glyph)
    const before = held.at(-1)
    if (before) {
      const gap = (glyph.start - before.end) / Math.max(before.style.size, glyph.style.size)
      if (gap > apart) close()
      else {
        if (gap > (isHan(before.text) || isHan(glyph.text) ? spaceHan : spaceLatin))
          texts[texts.length - 1] += ' '
        if (!alike(before, glyph) || seen.hiddenBy !== now.hiddenBy || seen.fitted !== now.fitted) close()
      }
    }
    seen = now
    held.push(glyph)
    texts.push(glyph.text)
  }
  close()
  return row[0]!.style.upright ? { spans, vertical: true } : { spans }
}

const isHan = (text: string): boolean =>
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud87f]/.test(text)

function alike({ style: one }: OfdGlyph, { style: other }: OfdGlyph): boolean {
  const ratio = one.size / other.size
  return one === other || (one.bold === other.bold && ratio > 0.85 && ratio < 1.18)
}

function spanOf(glyphs: readonly OfdGlyph[], texts: readonly string[], seen: ReturnType<Sighting>): Span {
  const text = texts.join('')
  const boxes = new Float32Array(4 * text.length)
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  let at = 0
  for (const [index, glyph] of glyphs.entries()) {
    for (let unit = texts[index]!.length; unit > 0; unit--, at += 4)
      boxes.set([glyph.x, glyph.y, glyph.width, glyph.height], at)
    left = Math.min(left, glyph.x)
    top = Math.min(top, glyph.y)
    right = Math.max(right, glyph.x + glyph.width)
    bottom = Math.max(bottom, glyph.y + glyph.height)
  }
  const { size, bold } = glyphs[0]!.style
  const box: Box = [left, top, right - left, bottom - top]
  return { text, box, channel: 'text', confidence: 1, size, bold, glyphs: boxes, ...seen }
}

function order(line: Line): number {
  const box = line.spans[0]?.box
  if (!box) return 0
  return line.vertical ? box[1] - box[0] / 1e4 : box[1] + box[3]
}
