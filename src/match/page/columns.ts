/** The columns of a row that wide gaps set apart, as in tables nobody marked up: scans, PDF, text lined up by spaces. */
import { gapsBetween } from '../../view.js'
import { boxOf } from '../../view-box.js'
import { type MatchContext, remember } from '../matcher.js'
import { overlapAlong } from '../../plane/box.js'

export type ColumnRange = readonly [start: number, end: number]
type Rectangle = readonly [number, number, number, number]

/** Gaps of fewer half-width columns are letter-spacing. */
const wide = 2
/** Longer rows are text. */
const longest = 240
/** Pages of more rows are not searched for labels far away. */
export const mostRows = 2000

export function columnsOf(context: MatchContext, row: number): readonly ColumnRange[] {
  const { view } = context
  const { start, end } = view.rows[row]!
  if (end - start > longest) return [[start, end]]
  const found: ColumnRange[] = []
  let from = start
  const [first, last] = gapsBetween(view, start, end)
  for (let gap = first; gap < last; gap += 1) {
    if (view.gapWidth[gap]! < wide) continue
    found.push([from, view.gapAt[gap]!])
    from = view.gapAt[gap]!
  }
  if (end > from) found.push([from, end])
  return found
}

/** Columns that are nothing but such a label, in reading order. */
export function labelsOn(context: MatchContext, wanted: RegExp): readonly ColumnRange[] {
  return remember(context, `labels ${wanted.source}`, () =>
    context.view.rows.flatMap((_, row) =>
      columnsOf(context, row).filter((column) => wanted.test(labelText(context, column))),
    ),
  )
}

/** The words of a short column without its colon; empty for one too long to be a label. */
export function labelText(context: MatchContext, [start, end]: ColumnRange): string {
  return end - start > 24 ? '' : context.view.text.slice(start, end).replace(/[\s:：]/gu, '')
}

/** On one height, the value no farther off than twelve characters. */
export function isLeftOf(label: Rectangle, value: Rectangle): boolean {
  const shared = overlapAlong(1, label, value)
  const gap = value[0] - label[0] - label[2]
  return shared > 0.5 * Math.min(label[3], value[3]) && gap > -2 && gap < 12 * value[3]
}

/** Heads the column: one stands over the other by more than half, or their middles less than a character and a half apart. */
export function isOver(label: Rectangle, value: Rectangle): boolean {
  if (label[1] + 0.5 * label[3] >= value[1]) return false
  const middle = Math.abs(label[0] + label[2] / 2 - value[0] - value[2] / 2)
  const shared = overlapAlong(0, label, value)
  return middle < 1.5 * value[3] || shared > 0.5 * Math.min(label[2], value[2])
}

export function boxOfColumn(context: MatchContext, [start, end]: ColumnRange): Rectangle | null {
  return boxOf(context.view, start, Math.min(end, start + 48))
}
