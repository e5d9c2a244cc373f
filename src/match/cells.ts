/** Table cells of a page by their place, and what a label has for its value: right of it, below it, on the next line. */
import { boxOf, lineOf, rowAt } from '../view.js'
import { type Bench, remember } from './matcher.js'

type Range = readonly [start: number, end: number]
type Rectangle = readonly [number, number, number, number]

/** Rows of the page by `table/row/column`. */
export function cellIndex(bench: Bench): ReadonlyMap<string, number> {
  return remember(bench, 'cells', () => {
    const cells = new Map<string, number>()
    bench.view.rows.forEach((row, index) => {
      const { cell } = bench.view.page.lines[row.line]!
      const key = cell && `${cell.table}/${cell.row}/${cell.column}`
      if (key && !cells.has(key)) cells.set(key, index)
    })
    return cells
  })
}

/** Cells of a column that are looked at below a label. */
const deepest = 200
/** A column this many cells to the right of a label no longer belongs to it. */
const widest = 3

/** Where the values of a label may stand; empty when other words follow it on its line. */
export function valuesOf(bench: Bench, start: number, end: number): Range[] {
  const { view } = bench
  const row = rowAt(view, start)
  const rest = view.text.slice(end, view.rows[row]!.end)
  if (/[^\s:：]/u.test(rest)) return []
  const rows = lineOf(view, row).cell ? cellValues(bench, row) : lineValues(bench, row)
  return rows.map((index) => [view.rows[index]!.start, view.rows[index]!.end])
}

function cellValues(bench: Bench, label: number): number[] {
  const { view } = bench
  const { table, row, column } = lineOf(view, label).cell!
  const cells = cellIndex(bench)
  const found: number[] = []
  const filled = (index: number | undefined): index is number =>
    index !== undefined && view.rows[index]!.end > view.rows[index]!.start
  for (let right = column + 1; right <= column + widest && found.length === 0; right += 1) {
    const index = cells.get(`${table}/${row}/${right}`)
    if (filled(index)) found.push(index)
  }
  // An empty cell beside the label is where its value would stand.
  if (found.length === 0 && cells.has(`${table}/${row}/${column + 1}`)) return found
  for (let below = row + 1; below <= row + deepest; below += 1) {
    const index = cells.get(`${table}/${below}/${column}`)
    if (filled(index)) found.push(index)
  }
  return found
}

/** Without cells: the next line where there is no layout, else what stands right of the label or under it. */
function lineValues(bench: Bench, label: number): number[] {
  const { view } = bench
  if (label + 1 >= view.rows.length) return []
  const box = boxOf(view, view.rows[label]!.start, view.rows[label]!.end)
  if (!box) return [label + 1]
  if (view.rows.length > 2000) return []
  const found: number[] = []
  for (let row = Math.max(0, label - 3); row < Math.min(view.rows.length, label + 60); row += 1) {
    if (row === label || view.rows[row]!.end - view.rows[row]!.start > 60) continue
    const value = boxOf(view, view.rows[row]!.start, view.rows[row]!.end)
    if (value && (isLeftOf(box, value) || isOver(box, value))) found.push(row)
  }
  return found
}

export function isLeftOf(label: Rectangle, value: Rectangle): boolean {
  const shared = Math.min(label[1] + label[3], value[1] + value[3]) - Math.max(label[1], value[1])
  const gap = value[0] - label[0] - label[2]
  return shared > 0.5 * Math.min(label[3], value[3]) && gap > -2 && gap < 12 * value[3]
}

/** Heads the column: their middles are less than a character and a half apart. */
export function isOver(label: Rectangle, value: Rectangle): boolean {
  const middle = Math.abs(label[0] + label[2] / 2 - value[0] - value[2] / 2)
  return label[1] < value[1] && middle < 1.5 * value[3]
}
