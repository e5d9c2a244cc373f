/** Whether a candidate is one of a list of words of its kind: that explains levels, it does not give one. */
import { lineOf, passageOf } from '../view.js'
import { boxOfColumn, columnsOf, isOver, mostRows, type Range } from './columns.js'
import { decoration, type Reading } from './cues.js'
import type { Bench } from './matcher.js'
import type { Candidate } from './candidate.js'

/** Joined to another word of its kind by 、 or 或, or one of three such words in successive lines. */
export function isListed(bench: Bench, candidate: Candidate, reading: Reading, alone: boolean): boolean {
  if (!reading.listAfter || !reading.listBefore) return false
  const { view } = bench
  const [first, last] = passageOf(view, candidate.row)
  const before = view.text.slice(Math.max(view.rows[first]!.start, candidate.start - 24), candidate.start)
  const after = view.text.slice(candidate.end, Math.min(view.rows[last]!.end, candidate.end + 24))
  if (reading.listAfter.test(after) || reading.listBefore.test(before)) return true
  if (!alone) return false
  return successivePeers(bench, candidate, reading) >= 3 || peersLaidOut(bench, candidate, reading) >= 3
}

/** Rows either way that may belong to one table nobody marked up. */
const tableReach = 40

/** Different words of the kind in the columns of its row, or in its column of the rows around: tables of scans and PDF. */
function peersLaidOut(bench: Bench, candidate: Candidate, reading: Reading): number {
  const { view } = bench
  const { cell, part } = lineOf(view, candidate.row)
  if (cell || part === 'metadata') return 0
  const wordOf = ([start, end]: Range): string | null =>
    end - start > 32 ? null : peerIn(view.text.slice(start, end), reading)
  const beside = new Set(columnsOf(bench, candidate.row).map(wordOf))
  beside.delete(null)
  if (beside.size >= 3) return beside.size
  const own = boxOfColumn(bench, [candidate.start, candidate.end])
  if (!own || view.rows.length > mostRows) return 0
  const words = new Map<string, number>()
  const last = Math.min(view.rows.length - 1, candidate.row + tableReach)
  for (let near = Math.max(0, candidate.row - tableReach); near <= last; near += 1) {
    for (const column of columnsOf(bench, near)) {
      const word = wordOf(column)
      const box = word && boxOfColumn(bench, column)
      if (!word || !box) continue
      if (near !== candidate.row && !isOver(box, own) && !isOver(own, box)) continue
      words.set(word, (words.get(word) ?? 0) + 1)
    }
  }
  return [...words.values()].some((count) => count > 1) ? 0 : words.size
}

/** Different words of the kind that open the lines around, this one included; in a table, its row or column. */
function successivePeers(bench: Bench, candidate: Candidate, reading: Reading): number {
  const { view } = bench
  const { cell, part } = lineOf(view, candidate.row)
  // Each property has a meaning of its own; that they stand one after another makes no list.
  if (part === 'metadata') return 0
  const beside = new Set<string>()
  const words = new Map<string, number>()
  const reach = cell ? 40 : 4
  for (let near = Math.max(0, candidate.row - reach); near <= candidate.row + reach; near += 1) {
    const row = view.rows[near]
    if (!row) break
    const other = lineOf(view, near).cell
    if (other?.table !== cell?.table) continue
    const word = peerIn(view.text.slice(row.start, Math.min(row.end, row.start + 32)), reading)
    if (!word) continue
    if (cell && other?.row === cell.row) beside.add(word)
    if (other?.column === cell?.column) words.set(word, (words.get(word) ?? 0) + 1)
  }
  if (beside.size >= 3) return beside.size
  // A register names the same level more than once; a list of levels names each one time.
  if (cell && [...words.values()].some((count) => count > 1)) return 0
  return words.size
}

/** The word of its kind a short line consists of, give or take a term or a number. */
function peerIn(line: string, reading: Reading): string | null {
  const text = line.replace(decoration, '')
  const word = reading.peer?.exec(text)?.[0]
  return word && text.length - word.length <= 14 ? word : null
}
