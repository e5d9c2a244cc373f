/** How lines of a page stand to one another: on the same row, running on, stacked as a column, or apart. */
import type { Box, Line, Page, Span } from '../types.js'
import { around } from '../view-box.js'
import { isDocumentNumber, isOffLevel, isOverTitle } from './own-line.js'
import type { Relation } from './writer.js'

/** A line measured once: its box, its type size, its kind of place. */
export interface Measured {
  readonly line: Line
  readonly box: Box | null
  /** Height of the type in page units. */
  readonly size: number
  readonly group: string
  /** Pieces stand far apart, as in a head or a table; a sentence does not. */
  readonly columned: boolean
  /** It is one character, or a pair of digits, as in a column written downwards. */
  readonly single: boolean
}

export function measure(line: Line): Measured {
  let box: Box | null = null
  let size = 0
  for (const span of line.spans) {
    if (span.box) box = around(box, span.box)
    size = Math.max(size, span.size ?? 0)
  }
  const first = line.spans[0]
  const upright = box ? Math.min(box[3], box[2]) : 0
  return {
    line,
    box,
    size: size || (line.vertical ? upright : (box?.[3] ?? 0)),
    columned: isColumned(line),
    single: isSingle(line),
    group: `${line.part ?? 'body'}/${first?.channel}/${first?.sight === 'visible'}/${line.sheetInPicture ?? 0}`,
  }
}

const right = (box: Box): number => box[0] + box[2]
const bottom = (box: Box): number => box[1] + box[3]

/** Horizontal distance between two boxes on the same row, in ems; null when they are not on one row. */
function stepOnRow(one: Measured, other: Measured): number | null {
  if (!one.box || !other.box || one.line.vertical || other.line.vertical) return null
  const shared = Math.min(bottom(one.box), bottom(other.box)) - Math.max(one.box[1], other.box[1])
  if (shared < 0.6 * Math.min(one.box[3], other.box[3]) || isOffLevel(one, other)) return null
  const step = (other.box[0] - right(one.box)) / Math.max(1e-6, Math.min(one.size, other.size))
  return step > -0.4 ? step : null
}

/** Ems that the first row of a paragraph or an indented one lies behind the others at most. */
const farIn = 8

/** Rows whose right edge lies where this one's does, among the neighbours that share its column. */
function reachesEdge(lines: readonly Measured[], index: number, width: number): boolean {
  const self = lines[index]!
  if (!self.box) return false
  const slack = 1.3 * self.size
  const begins = index === 0 || stepOnRow(lines[index - 1]!, self) === null
  let companions = 0
  for (let near = Math.max(0, index - 8); near < Math.min(lines.length, index + 9); near += 1) {
    const other = lines[near]!.box
    if (near === index || !other) continue
    const shared = Math.min(right(other), right(self.box)) - Math.max(other[0], self.box[0])
    if (shared <= 0) continue
    if (right(other) > right(self.box) + slack && Math.abs(other[0] - self.box[0]) < 3 * self.size)
      return false
    // A row of its own that begins far behind the others is set against the right edge, not broken there.
    if (begins && self.box[0] - other[0] > farIn * self.size) continue
    if (Math.abs(right(other) - right(self.box)) <= slack && shared > 0.7 * self.box[2]) companions += 1
  }
  return companions >= 2 || (right(self.box) > 0.75 * width && self.box[2] > 0.5 * width)
}

const ended = /[。！？；!?;]["”’'」』）)]?\s*$/

/** True: the sentence of `before` was broken only because the line was full. */
function runsOn(lines: readonly Measured[], index: number, width: number): boolean {
  const [before, after] = [lines[index - 1]!, lines[index]!]
  if (!before.box || !after.box || before.group !== after.group) return false
  const size = Math.max(before.size, after.size)
  if (Math.min(before.size, after.size) < 0.8 * size) return false
  const drop = after.box[1] - bottom(before.box)
  if (drop < -0.5 * size || drop > 1.3 * size) return false
  const indent = after.box[0] - before.box[0]
  if (indent > 0.6 * size || indent < -3.2 * size) return false
  if (before.columned || after.columned || isOverTitle(before, after)) return false
  if (ended.test(before.line.spans.at(-1)?.text.slice(-8) ?? '')) return false
  if (!reachesEdge(lines, index - 1, width)) return false
  return !isDocumentNumber(before) || isWithinText(lines, index - 1, width)
}

/** True: a sentence was broken before the line, so that it may run on behind it too. */
function isWithinText(lines: readonly Measured[], index: number, width: number): boolean {
  const above = lines[index - 1]
  return above !== undefined && !isDocumentNumber(above) && runsOn(lines, index, width)
}

/** True: pieces of the line stand far apart, as in a head or a table; a sentence does not. */
function isColumned(line: Line): boolean {
  return line.spans.some((span, index) => {
    if (/\t|\u3000{3}| {6}/.test(span.text)) return true
    const before = line.spans[index - 1]?.box
    return Boolean(before && span.box && span.box[0] - right(before) > 2.5 * span.box[3])
  })
}

export function isSingle(line: Line): boolean {
  let text = ''
  for (const span of line.spans) {
    text += span.text
    if (text.length > 8) return false
  }
  text = text.trim()
  return /^(?:[^\sA-Za-z0-9]|[0-9０-９]{1,2})$/u.test(text)
}

/** True: both are characters of one column written downwards. */
function stacked(before: Measured, after: Measured): boolean {
  if (!before.single || !after.single || before.group !== after.group) return false
  if (before.line.cell || after.line.cell) return false
  if (!before.box || !after.box) return !before.box && !after.box
  const middle = (box: Box): number => box[0] + box[2] / 2
  const size = Math.max(before.size, after.size)
  const drop = after.box[1] - bottom(before.box)
  return (
    Math.abs(middle(before.box) - middle(after.box)) < 0.5 * size && drop > -0.5 * size && drop < 1.5 * size
  )
}

export interface LineStep {
  readonly relation: Relation
  /** White space before the line on the same row, in half-width columns. */
  readonly columns: number
}

const apart: LineStep = { relation: 'apart', columns: 0 }

/** How the line at `index` stands to the one before it. */
export function stepTo(lines: readonly Measured[], index: number, page: Pick<Page, 'width'>): LineStep {
  const [before, after] = [lines[index - 1], lines[index]!]
  if (!before || before.line.cell?.table !== after.line.cell?.table) return apart
  if (after.line.cell && !sameCell(before.line, after.line)) return apart
  const { paragraph } = after.line
  if (paragraph !== undefined || before.line.paragraph !== undefined) {
    const same = paragraph === before.line.paragraph && before.group === after.group
    return same ? { relation: 'flows', columns: 0 } : apart
  }
  if (stacked(before, after)) return { relation: 'beside', columns: 0 }
  const step = before.group === after.group ? stepOnRow(before, after) : null
  if (step !== null && step < 1.5) return { relation: 'beside', columns: besideColumns(step, after) }
  return runsOn(lines, index, page.width ?? 0) ? { relation: 'flows', columns: 0 } : apart
}

function sameCell(one: Line, other: Line): boolean {
  return one.cell?.row === other.cell?.row && one.cell?.column === other.cell?.column
}

/** Ems of empty space between two pieces of a row, as half-width columns; touching pieces give 0. */
export function columnsFor(ems: number): number {
  return ems < 0.4 ? 0 : Math.max(1, Math.round(ems * 2))
}

/** OCR draws boxes wider than their ink: two that do not touch were set apart. */
const boxesApart = 0.15

function besideColumns(ems: number, { line }: Measured): number {
  return Math.max(columnsFor(ems), line.spans[0]?.channel === 'ocr' && ems > boxesApart ? 1 : 0)
}

/** Ems between two spans of one line; 0 where the format has no layout. */
export function emsBetween(before: Span | undefined, after: Span, size: number): number {
  if (!before?.box || !after.box || size <= 0) return 0
  return (after.box[0] - right(before.box)) / size
}
