/** The first lines of plain text, placed on a sheet as if they had been typed there: lines and columns say where. */
import type { View } from '../../view.js'
import { type HeadRow, mostRows } from './head-rows.js'

/** Millimetres: the type area of 156 mm has 56 half-width columns; lines are 10.2 mm apart; the first begins here. */
const [column, pitch, top, height] = [156 / 56, 10.2, 40, 5.6]
/** Left margin of the sheet, in millimetres. */
const margin = 28
/** Lines from one row to the next that still belong together; more is a break. */
const farthest = 8

interface Field {
  readonly text: string
  readonly line: number
  readonly left: number
}

/** Empty where lines have no numbers. Each is as many lines below the one before as the closest lines of the head are apart. */
export function typedHeadRows(view: View): readonly HeadRow[] {
  const rows = view.rows.slice(0, mostRows)
  const fields = rows.map(({ line }) => fieldsOf(view.page.lines[line]))
  const lines = fields.flatMap(([first]) => (first ? [first.line] : []))
  const step = Math.max(1, Math.min(farthest, ...stepsBelow(lines)))
  return rows.flatMap(({ start, end }, index) =>
    fields[index]!.map(({ text, line, left }) => {
      const across = columnsOf(text) * column
      const mm = [margin + left * column, top + ((line - lines[0]!) / step) * pitch, across, height] as const
      return { text: text.replace(/[ \u3000]+/gu, ' '), start, end, mm, perUnit: 0 }
    }),
  )
}

/** From each line to the next, but for the first step: whether a line is empty there is the question. */
function stepsBelow(lines: readonly number[]): number[] {
  return lines.slice(2).flatMap((line, index) => (line > lines[index + 1]! ? [line - lines[index + 1]!] : []))
}

function fieldsOf(line: View['page']['lines'][number] | undefined): readonly Field[] {
  const [number, said] = [line?.at?.line, line?.spans.map(({ text }) => text).join('')]
  if (number === undefined || said === undefined || said.length > 200) return []
  const found: Field[] = []
  let at = 0
  for (const part of said.split(/((?:^[ \t\u3000]+)|[ \t\u3000]{2,})/u)) {
    if (part && !/^[ \t\u3000]*$/u.test(part)) found.push({ text: part.trim(), line: number, left: at })
    at += columnsOf(part)
  }
  return found
}

/** Half-width columns; a tab is counted as to the next eighth column at most. */
function columnsOf(text: string): number {
  let columns = 0
  for (const one of text) columns += one === '\t' ? 8 : one.charCodeAt(0) > 0x2e7f ? 2 : 1
  return columns
}
