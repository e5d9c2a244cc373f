/** Table cells of a page by their place, and what a label has for its value: right of it, below it, on the next line. */
import { lineOf, rowAt } from '../../view.js'
import { boxOfColumn, columnsOf, isLeftOf, isOver, mostRows, type ColumnRange } from './columns.js'
import { type MatchContext, remember } from '../matcher.js'

/** Rows of the page by `table/row/column`. */
export function cellIndex(context: MatchContext): ReadonlyMap<string, number> {
  return remember(context, 'cells', () => {
    const cells = new Map<string, number>()
    context.view.rows.forEach((row, index) => {
      const { cell } = context.view.page.lines[row.line]!
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

/** Where the values of a label may stand; empty when other words stand beside it in its cell or column. */
export function valuesOf(context: MatchContext, start: number, end: number): readonly ColumnRange[] {
  const { view } = context
  const row = rowAt(view, start)
  const { cell } = lineOf(view, row)
  const own: ColumnRange = [view.rows[row]!.start, view.rows[row]!.end]
  const column = cell ? own : (columnsOf(context, row).find((one) => start < one[1]) ?? own)
  if (/[^\s:：]/u.test(view.text.slice(end, column[1]))) return []
  if (!cell) return columnValues(context, row, column)
  return cellValues(context, row).map((index) => [view.rows[index]!.start, view.rows[index]!.end])
}

function cellValues(context: MatchContext, label: number): number[] {
  const { view } = context
  const { table, row, column } = lineOf(view, label).cell!
  const cells = cellIndex(context)
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

/** Rows below a label that may belong to its column. */
const lowest = 60

/** Without cells: the next column of its row; without layout the next line, else the columns that stand under it. */
function columnValues(context: MatchContext, row: number, label: ColumnRange): readonly ColumnRange[] {
  const { view } = context
  const beside = columnsOf(context, row).find(([from]) => from >= label[1])
  const found: ColumnRange[] = beside ? [beside] : []
  const box = boxOfColumn(context, label)
  if (!box) return beside || row + 1 >= view.rows.length ? found : columnsOf(context, row + 1)
  if (view.rows.length > mostRows) return found
  for (let other = Math.max(0, row - 3); other < Math.min(view.rows.length, row + lowest); other += 1) {
    if (other === row) continue
    for (const column of columnsOf(context, other)) {
      const value = boxOfColumn(context, column)
      if (value && (isLeftOf(box, value) || isOver(box, value))) found.push(column)
    }
  }
  return found
}
