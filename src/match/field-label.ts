/** The label that makes a candidate the value of a field: 密级 beside it, over it, or on the line before. */
import { boxOf, lineOf } from '../view.js'
import type { Reading } from './cues.js'
import { type Bench, remember } from './matcher.js'
import type { Candidate } from './candidate.js'

/** The label that gives the candidate's cell its meaning: left of it, over it, or on the line before. */
export function fieldLabel(bench: Bench, candidate: Candidate, reading: Reading): string | null {
  if (!reading.label) return null
  const { view } = bench
  const line = lineOf(view, candidate.row)
  const own = line.label?.normalize('NFKC').replace(/\s/gu, '')
  if (own && reading.label.test(own)) return own
  return line.cell ? cellLabel(bench, candidate, reading) : rowLabel(bench, candidate, reading)
}

function labelText(bench: Bench, row: number): string {
  const { start, end } = bench.view.rows[row]!
  return end - start > 24 ? '' : bench.view.text.slice(start, end).replace(/[\s:：]/gu, '')
}

/** Rows of the page by table, row and column. */
function cellIndex(bench: Bench): Map<string, number> {
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

function cellLabel(bench: Bench, candidate: Candidate, reading: Reading): string | null {
  const { table, row, column } = lineOf(bench.view, candidate.row).cell!
  const cells = cellIndex(bench)
  const at = (cellRow: number, cellColumn: number): string | null => {
    const index = cells.get(`${table}/${cellRow}/${cellColumn}`)
    if (index === undefined) return null
    const text = labelText(bench, index)
    return text !== '' && reading.label!.test(text) ? text : null
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
function rowLabel(bench: Bench, candidate: Candidate, reading: Reading): string | null {
  const { view } = bench
  const before = candidate.row > 0 ? labelText(bench, candidate.row - 1) : ''
  if (before && reading.label!.test(before)) return before
  const box = boxOf(view, candidate.start, Math.min(candidate.end, candidate.start + 16))
  if (!box || view.rows.length > 2000) return null
  for (let row = candidate.row - 1; row >= 0; row -= 1) {
    const text = labelText(bench, row)
    if (!text || !reading.label!.test(text)) continue
    const label = boxOf(view, view.rows[row]!.start, view.rows[row]!.end)
    if (label && (isLeftOf(label, box) || isOver(label, box))) return text
  }
  return null
}

type Rectangle = readonly [number, number, number, number]

function isLeftOf(label: Rectangle, value: Rectangle): boolean {
  const shared = Math.min(label[1] + label[3], value[1] + value[3]) - Math.max(label[1], value[1])
  const gap = value[0] - label[0] - label[2]
  return shared > 0.5 * Math.min(label[3], value[3]) && gap > -2 && gap < 12 * value[3]
}

/** Heads the column: their middles are less than a character and a half apart. */
function isOver(label: Rectangle, value: Rectangle): boolean {
  const middle = Math.abs(label[0] + label[2] / 2 - value[0] - value[2] / 2)
  return label[1] < value[1] && middle < 1.5 * value[3]
}
