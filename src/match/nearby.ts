/** What stands near a candidate: other words, the head of an official document, the label of its cell. */
import type { Beside, Evidence, Standing } from '../types.js'
import { boxOf, lineOf, passageOf } from '../view.js'
import { checks } from './checks/index.js'
import { type Bench, remember } from './matcher.js'
import { type Candidate, isBody } from './standing.js'
import type { Reading } from './wording.js'

export interface CompiledBeside {
  readonly beside: Beside
  readonly pattern: RegExp
}

export function compileBeside(list: readonly Beside[] = []): CompiledBeside[] {
  return list.map((beside) => ({ beside, pattern: new RegExp(beside.pattern, 'gu') }))
}

const reach = { row: [0, 0], near: [12, 12], above: [8, 0], below: [0, 8] } as const

/** The text a `Beside` looks into; at most 4,000 characters, the candidate itself taken out. */
function textNear(bench: Bench, candidate: Candidate, within: Beside['within']): string {
  const { view } = bench
  const around = (from: number, to: number): string =>
    view.text.slice(Math.max(from, candidate.start - 2000), candidate.start) +
    '\u0000' +
    view.text.slice(candidate.end, Math.min(to, candidate.end + 2000))
  if (within === 'page') return around(0, view.text.length)
  const [up, down] = reach[within]
  const [first] = passageOf(view, Math.max(0, candidate.row - up))
  const [, last] = passageOf(view, Math.min(view.rows.length - 1, candidate.lastRow + down))
  return around(view.rows[first]!.start, view.rows[last]!.end)
}

/** The words found, or null when there are none or their check fails. */
export function findBeside(bench: Bench, candidate: Candidate, compiled: CompiledBeside): string | null {
  const text = textNear(bench, candidate, compiled.beside.within)
  const found = text.match(compiled.pattern)
  if (!found) return null
  const check = compiled.beside.check ? checks[compiled.beside.check] : undefined
  if (check && !found.every((words) => check(words, bench.today))) return null
  return found[0]!.slice(0, 24)
}

/** An official document's head or number in the six rows below; a copy number in the two above. */
export function headStandings(bench: Bench, candidate: Candidate, reading: Reading): Standing[] {
  const { view } = bench
  const found: Standing[] = []
  const line = lineOf(view, candidate.row)
  if (!isBody(line)) return found
  const rowText = (row: number): string => {
    const { start, end } = view.rows[row]!
    return end - start > 80 ? '' : view.text.slice(start, end)
  }
  const below = Math.min(view.rows.length - 1, candidate.lastRow + 6)
  for (let row = candidate.lastRow + 1; row <= below; row += 1) {
    if (!reading.officialHead.test(rowText(row))) continue
    found.push('official-head')
    break
  }
  for (let row = Math.max(0, candidate.row - 2); row < candidate.row; row += 1) {
    if (reading.copyNumber.test(rowText(row))) found.push('copy-number')
  }
  return found
}

/** Three different words of texts about secrecy within 4,000 characters. */
export function isAboutSecrecy(bench: Bench, candidate: Candidate, reading: Reading): boolean {
  const block = candidate.start >> 12
  return remember(bench, `topic/${reading.topic.source.length}/${block}`, () => {
    const text = bench.view.text.slice(Math.max(0, (block - 1) << 12), (block + 2) << 12)
    return new Set(text.match(reading.topic)).size >= 3
  })
}

/** The label that gives the candidate's cell its meaning: left of it, over it, or on the line before. */
export function fieldLabel(bench: Bench, candidate: Candidate, reading: Reading): Evidence | null {
  if (!reading.label) return null
  const { view } = bench
  const line = lineOf(view, candidate.row)
  const own = line.label?.normalize('NFKC').replace(/\s/gu, '')
  const label =
    (own && reading.label.test(own) ? own : null) ??
    (line.cell ? cellLabel(bench, candidate, reading) : rowLabel(bench, candidate, reading))
  return label ? { code: 'match.field-cell', args: { label } } : null
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
