/** The label that makes a candidate the value of a field: 密级 beside it, over it, or on the line before. */
import { boxOf, lineOf } from '../view.js'
import type { Candidate } from './candidate.js'
import { cellIndex, isLeftOf, isOver } from './cells.js'
import { type Bench, remember } from './matcher.js'

/** The label that gives the candidate's cell its meaning: left of it, over it, or on the line before. */
export function fieldLabel(bench: Bench, candidate: Candidate, wanted: RegExp | null): string | null {
  if (!wanted) return null
  const { view } = bench
  const line = lineOf(view, candidate.row)
  const own = line.label?.normalize('NFKC').replace(/\s/gu, '')
  if (own && wanted.test(own)) return own
  return line.cell ? cellLabel(bench, candidate, wanted) : rowLabel(bench, candidate, wanted)
}

function labelText(bench: Bench, row: number): string {
  const { start, end } = bench.view.rows[row]!
  return end - start > 24 ? '' : bench.view.text.slice(start, end).replace(/[\s:：]/gu, '')
}

function cellLabel(bench: Bench, candidate: Candidate, wanted: RegExp): string | null {
  const { table, row, column } = lineOf(bench.view, candidate.row).cell!
  const cells = cellIndex(bench)
  const at = (cellRow: number, cellColumn: number): string | null => {
    const index = cells.get(`${table}/${cellRow}/${cellColumn}`)
    if (index === undefined) return null
    const text = labelText(bench, index)
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
function rowLabel(bench: Bench, candidate: Candidate, wanted: RegExp): string | null {
  const { view } = bench
  const before = candidate.row > 0 ? labelText(bench, candidate.row - 1) : ''
  if (before && wanted.test(before)) return before
  const box = boxOf(view, candidate.start, Math.min(candidate.end, candidate.start + 16))
  if (!box || view.rows.length > 2000) return null
  for (const row of labelRows(bench, wanted)
    .filter((one) => one < candidate.row)
    .toReversed()) {
    const label = boxOf(view, view.rows[row]!.start, view.rows[row]!.end)
    if (label && (isLeftOf(label, box) || isOver(label, box))) return labelText(bench, row)
  }
  return null
}

/** Rows that are nothing but such a label. */
function labelRows(bench: Bench, wanted: RegExp): readonly number[] {
  return remember(bench, `labels ${wanted.source}`, () =>
    bench.view.rows.flatMap((_, row) => {
      const text = labelText(bench, row)
      return text !== '' && wanted.test(text) ? [row] : []
    }),
  )
}
