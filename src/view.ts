/** A page as the matchers read it: one normalised text with the way home to every original character. */
import type { Line, Page, Span } from './types.js'

/**
 * A row is one visual line (or one paragraph where the format has no layout), or a vertical column read
 * downwards. Offsets are into `View.text`.
 */
export interface Row {
  readonly start: number
  readonly end: number
  /** Index of its first line in `page.lines`. */
  readonly line: number
  /** True: the sentence of the row before runs on into this one (same passage). */
  readonly continues: boolean
  /** True: the row holds only the unseen runs of a line that also has visible text. */
  readonly fragment: boolean
}

/** Rows stand in reading order; passages (a row and those that continue it) are separated by `\n`. */
export interface View {
  readonly page: Page
  readonly text: string
  readonly rows: readonly Row[]
  /**
   * Where white space stood that was wide or has been taken out, ascending: offset of the character after
   * it, and its width in half-width columns (`seam` for a change of cell, column of type or visibility).
   */
  readonly gapAt: readonly number[]
  readonly gapWidth: readonly number[]
  /** The way home, four numbers a piece: offset in `text`, line index, span index, offset in the span. */
  readonly pieces: readonly number[]
}

/** Width of a gap that no letter-spacing explains: another column, another cell, another visibility. */
export const seam = 64

/** Where a character came from. */
export interface Home {
  readonly line: number
  readonly span: number
  readonly offset: number
}

/** Index of the last entry of an ascending list that is ≤ `value`; -1 when none is. */
function lastAtMost(count: number, at: (index: number) => number, value: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(middle) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Index of the row an offset stands in. */
export function rowAt(view: View, offset: number): number {
  return Math.max(
    0,
    lastAtMost(view.rows.length, (index) => view.rows[index]!.start, offset),
  )
}

/** First and last row of the passage a row belongs to. */
export function passageOf(view: View, row: number): readonly [first: number, last: number] {
  let first = row
  let last = row
  while (view.rows[first]!.continues) first -= 1
  while (view.rows[last + 1]?.continues) last += 1
  return [first, last]
}

/** Width of the white space before a character; 0 when there was none. */
export function gapBefore(view: View, offset: number): number {
  const index = lastAtMost(view.gapAt.length, (entry) => view.gapAt[entry]!, offset)
  return index >= 0 && view.gapAt[index] === offset ? view.gapWidth[index]! : 0
}

/** Indices into the gaps that lie after `start` and before `end`. */
export function gapsBetween(view: View, start: number, end: number): readonly [from: number, to: number] {
  const from = lastAtMost(view.gapAt.length, (entry) => view.gapAt[entry]!, start) + 1
  const to = lastAtMost(view.gapAt.length, (entry) => view.gapAt[entry]!, end - 1) + 1
  return [from, to]
}

/** Index of the piece an offset stands in. */
export function pieceAt({ pieces }: View, offset: number): number {
  return Math.max(
    0,
    lastAtMost(pieces.length / 4, (entry) => pieces[entry * 4]!, offset),
  )
}

/** Where the character at an offset of `text` was read from. */
export function homeOf(view: View, offset: number): Home {
  const { pieces } = view
  const base = pieceAt(view, offset) * 4
  const [line, span] = [pieces[base + 1]!, pieces[base + 2]!]
  const length = spanOf(view, { line, span, offset: 0 })?.text.length ?? 0
  const inSpan = pieces[base + 3]! + offset - pieces[base]!
  const next = pieces[base + 5] === line && pieces[base + 6] === span ? pieces[base + 7]! : length
  return { line, span, offset: Math.max(pieces[base + 3]!, Math.min(inSpan, next - 1)) }
}

export function spanOf(view: View, home: Home): Span | undefined {
  return view.page.lines[home.line]?.spans[home.span]
}

export function lineOf(view: View, row: number): Line {
  return view.page.lines[view.rows[row]!.line]!
}
