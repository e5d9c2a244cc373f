/** Words written one character to a cell, along the row of a table. */
import type { Line } from '../types.js'
import { isSingle } from './flow.js'

/** Fewer cells are a row of short answers. */
const FEWEST = 3
/** Nobody writes a longer word so; a row of such cells is a grid of signs. */
const MOST = 40

/** True: the line goes on from the one before as the next character of such a word. */
export function isSpelt(lines: readonly Line[], index: number): boolean {
  if (!follows(lines, index)) return false
  let first = index - 1
  while (index - first <= MOST && follows(lines, first)) first -= 1
  let last = index
  while (last - first <= MOST && follows(lines, last + 1)) last += 1
  const count = last - first + 1
  if (count < FEWEST || count > MOST) return false
  return lines.slice(first, last + 1).some(({ spans }) => /[\u4e00-\u9fff]/.test(spans[0]?.text ?? ''))
}

/** Neighbouring cells of one row, each with one character or two digits. */
function follows(lines: readonly Line[], index: number): boolean {
  const [before, after] = [lines[index - 1], lines[index]]
  if (!before?.cell || !after?.cell || before.part !== after.part) return false
  const isNext =
    before.cell.table === after.cell.table &&
    before.cell.row === after.cell.row &&
    after.cell.column === before.cell.column + 1
  return isNext && isSingle(before) && isSingle(after)
}
