/** Whether a line that holds nothing but the candidate is only where a sentence happened to break. */
import { lineOf, passageOf } from '../../view.js'
import { boxOf } from '../../view-box.js'
import type { MatchContext } from '../matcher.js'
import { type Candidate, isBody } from '../candidate.js'

export function isRunning(context: MatchContext, candidate: Candidate): boolean {
  if (context.view.rows[candidate.row]!.fragment) return false
  const [first, last] = passageOf(context.view, candidate.row)
  if (first < candidate.row || last > candidate.lastRow || isHardWrapped(context, candidate.row)) return true
  return isStopped(context, candidate)
}

/** A line of text that runs to at least so many characters. */
const shortestProse = 12

/** A full stop or comma ends its line, under a line of text: the end of a sentence, or of a part of one. */
function isStopped({ view }: MatchContext, candidate: Candidate): boolean {
  const rest = view.text.slice(candidate.end, view.rows[candidate.lastRow]!.end)
  if (candidate.row === 0 || !/^[。,;][ ]?$/u.test(rest.slice(0, 4))) return false
  const { start, end } = view.rows[candidate.row - 1]!
  return /[,。;:、]/u.test(view.text.slice(start, end)) && end - start >= shortestProse
}

/**
 * Text broken by hand: the line before is an unfinished sentence, or full where two others are as long as it.
 * Only where punctuation can be trusted: OCR loses full stops.
 */
function isHardWrapped(context: MatchContext, row: number): boolean {
  const { view } = context
  const before = view.rows[row - 1]
  if (!before || !isProse(context, row) || !isProse(context, row - 1) || !isNextLine(context, row))
    return false
  const text = view.text.slice(before.start, before.end)
  if (text.length > 120 || /[。！？；!?;：:][”"’』」)]?$/u.test(text)) return false
  if (text.length >= 8 && /[,，。;；].*[一-龥]$/u.test(text)) return true
  return isFullLine(context, row, columnsOf(text))
}

function isFullLine(context: MatchContext, row: number, width: number): boolean {
  const { view } = context
  if (width < 30 || lineOf(view, row).spans[0]?.box) return false
  let companions = 0
  for (let near = Math.max(0, row - 9); near < Math.min(view.rows.length, row + 9); near += 1) {
    if (near === row || near === row - 1) continue
    const { start, end } = view.rows[near]!
    const other = columnsOf(view.text.slice(start, Math.min(end, start + 240)))
    if (other > width + 2) return false
    if (other >= width - 2) companions += 1
  }
  return companions >= 2
}

function isProse(context: MatchContext, row: number): boolean {
  const line = lineOf(context.view, row)
  return isBody(line) && !line.cell && line.spans[0]?.channel === 'text'
}

/** Under the row before, in type of its size, no more than a line away; always so where there is no layout. */
function isNextLine(context: MatchContext, row: number): boolean {
  const { rows } = context.view
  const [above, below] = [rows[row - 1]!, rows[row]!]
  const before = boxOf(context.view, above.start, above.start + 1)
  const after = boxOf(context.view, below.start, below.start + 1)
  if (!before || !after) return true
  const drop = after[1] - before[1] - before[3]
  const alike = Math.abs(before[3] - after[3]) < 0.25 * after[3]
  return alike && drop > -0.5 * after[3] && drop < 1.3 * after[3]
}

/** Half-width columns a text takes up. */
function columnsOf(text: string): number {
  let width = 0
  for (let index = 0; index < text.length; index += 1) width += text.charCodeAt(index) > 0x2e7f ? 2 : 1
  return width
}
