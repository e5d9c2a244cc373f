/** The label that makes a candidate the value of a field: 密级 beside it, over it, or on the line before. */
import { lineOf } from '../../view.js'
import { boxOf } from '../../view-box.js'
import type { Candidate } from '../candidate.js'
import { cellIndex } from '../page/cells.js'
import {
  boxOfColumn,
  isLeftOf,
  isOver,
  labelsOn,
  labelText,
  mostRows,
  type ColumnRange,
} from '../page/columns.js'
import type { MatchContext } from '../matcher.js'

/** The label that gives the candidate's cell its meaning: left of it, over it, or on the line before. */
export function fieldLabel(
  context: MatchContext,
  candidate: Candidate,
  wanted: RegExp | null,
): string | null {
  if (!wanted) return null
  const { view } = context
  const line = lineOf(view, candidate.row)
  const own = line.label?.normalize('NFKC').replace(/\s/gu, '')
  if (own && wanted.test(own)) return own
  return line.cell ? cellLabel(context, candidate, wanted) : columnLabel(context, candidate, wanted)
}

function rowLabel(context: MatchContext, row: number): string {
  const { start, end } = context.view.rows[row]!
  return labelText(context, [start, end])
}

function cellLabel(context: MatchContext, candidate: Candidate, wanted: RegExp): string | null {
  const { table, row, column } = lineOf(context.view, candidate.row).cell!
  const cells = cellIndex(context)
  const at = (cellRow: number, cellColumn: number): string | null => {
    const index = cells.get(`${table}/${cellRow}/${cellColumn}`)
    if (index === undefined) return null
    const text = rowLabel(context, index)
    return text !== '' && wanted.test(text) ? text : null
  }
  for (let left = 1; left <= 3 && column - left >= 0; left += 1) {
    const label = at(row, column - left)
    if (label) return label
    if (cells.has(`${table}/${row}/${column - left}`)) break
  }
  for (const above of [row - 1, row - 2, 0, 1, 2, 3]) {
    const label = above >= 0 && above < row ? at(above, column) : null
    if (label) return label
  }
  return null
}

/** Without cells: the label ends the line before, stands left on the same height, or heads the column. */
function columnLabel(context: MatchContext, candidate: Candidate, wanted: RegExp): string | null {
  const { view } = context
  const before = candidate.row > 0 ? rowLabel(context, candidate.row - 1) : ''
  if (before && wanted.test(before)) return before
  const box = boxOf(view, candidate.start, Math.min(candidate.end, candidate.start + 16))
  if (!box || view.rows.length > mostRows) return null
  const isIts = (column: ColumnRange): boolean => {
    const label = column[0] < candidate.start ? boxOfColumn(context, column) : null
    return label !== null && (isLeftOf(label, box) || isOver(label, box))
  }
  const found = labelsOn(context, wanted).findLast(isIts)
  return found ? labelText(context, found) : null
}
