/** The columns of a row that wide gaps set apart, as in tables nobody marked up: scans, PDF, text lined up by spaces. */
import { gapsBetween } from '../view.js'
import { boxOf } from '../view-box.js'
import { type Bench, remember } from './matcher.js'

export type Range = readonly [start: number, end: number]
type Rectangle = readonly [number, number, number, number]

/** Gaps of fewer half-width columns are letter-spacing. */
const wide = 2
/** Longer rows are text. */
const longest = 240
/** Pages of more rows are not searched for labels far away. */
export const mostRows = 2000

export function columnsOf(bench: Bench, row: number): readonly Range[] {
  const { view } = bench
  const { start, end } = view.rows[row]!
  if (end - start > longest) return [[start, end]]
  const found: Range[] = []
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
export function labelsOn(bench: Bench, wanted: RegExp): readonly Range[] {
  return remember(bench, `labels ${wanted.source}`, () =>
    bench.view.rows.flatMap((_, row) =>
      columnsOf(bench, row).filter((column) => wanted.test(labelText(bench, column))),
    ),
  )
}

/** The words of a short column without its colon; empty for one too long to be a label. */
export function labelText(bench: Bench, [start, end]: Range): string {
  return end - start > 24 ? '' : bench.view.text.slice(start, end).replace(/[\s:：]/gu, '')
}

/** On one height, the value no farther off than twelve characters. */
export function isLeftOf(label: Rectangle, value: Rectangle): boolean {
  const shared = Math.min(label[1] + label[3], value[1] + value[3]) - Math.max(label[1], value[1])
  const gap = value[0] - label[0] - label[2]
  return shared > 0.5 * Math.min(label[3], value[3]) && gap > -2 && gap < 12 * value[3]
}

/** Heads the column: one stands over the other by more than half, or their middles less than a character and a half apart. */
export function isOver(label: Rectangle, value: Rectangle): boolean {
  if (label[1] + 0.5 * label[3] >= value[1]) return false
  const middle = Math.abs(label[0] + label[2] / 2 - value[0] - value[2] / 2)
  const shared = Math.min(label[0] + label[2], value[0] + value[2]) - Math.max(label[0], value[0])
  return middle < 1.5 * value[3] || shared > 0.5 * Math.min(label[2], value[2])
}

export function boxOfColumn(bench: Bench, [start, end]: Range): Rectangle | null {
  return boxOf(bench.view, start, Math.min(end, start + 48))
}
