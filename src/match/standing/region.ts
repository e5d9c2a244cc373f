/** The region of the page: among the first rows, in the head, a corner, an edge, at the foot. */
import type { Box, Line, Standing } from '../../types.js'
import { lineOf, passageOf } from '../../view.js'
import { boxOf } from '../../view-box.js'
import { type Candidate, isBody } from '../candidate.js'
import { type MatchContext, remember } from '../matcher.js'

/** Of the first fifteen visible body rows of the page (of the document in a picture) which this is; else 99. */
function orderOf(context: MatchContext, row: number): number {
  const { rows, page } = context.view
  const sheet = lineOf(context.view, row).sheetInPicture ?? 0
  let order = 0
  for (let at = 0; at < row; at += 1) {
    const line = page.lines[rows[at]!.line]!
    if (rows[at]!.fragment || rows[at]!.continues || line.spans[0]?.sight !== 'visible') continue
    if (!isBody(line) || (line.sheetInPicture ?? 0) !== sheet) continue
    order += 1
    if (order >= 15) return 99
  }
  return order
}

/** Box of the document the row belongs to: the page, or one of several in a picture. */
function frameOf(context: MatchContext, line: Line): Box | null {
  const { width, height, lines } = context.view.page
  if (!width || !height) return null
  const sheet = line.sheetInPicture
  if (sheet === undefined || !lines.some((other) => (other.sheetInPicture ?? 0) !== sheet))
    return context.view.page.frame ?? [0, 0, width, height]
  return remember(context, `frame/${sheet}`, () =>
    inked(lines.filter((other) => other.sheetInPicture === sheet)),
  )
}

function inked(lines: readonly Line[]): Box | null {
  const boxes = lines.flatMap((line) => line.spans.map((span) => span.box)).filter((box) => box !== null)
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map((box) => box[0]))
  const top = Math.min(...boxes.map((box) => box[1]))
  const right = Math.max(...boxes.map((box) => box[0] + box[2]))
  const bottom = Math.max(...boxes.map((box) => box[1] + box[3]))
  return [left, top, right - left, bottom - top]
}

/**
 * Head of the page: the first fifteen body rows, or the upper 30 % (marks stand in the upper 70 mm of 297,
 * GB/T 9704-2012 7.2; the letter format puts them lower). Later pages of a document have a smaller head.
 */
export function regionStandings(context: MatchContext, candidate: Candidate, line: Line): Standing[] {
  const found: Standing[] = []
  const order = orderOf(context, candidate.row)
  const firstPage = (context.view.page.number ?? 1) === 1
  const frame = frameOf(context, line)
  const box = frame
    ? boxOf(context.view, candidate.start, Math.min(candidate.end, candidate.start + 64))
    : null
  const tall = frame !== null && frame[3] > 2.2 * frame[2]
  if (!frame || !box || tall) {
    if (order < 3) found.push(firstPage ? 'first-lines' : 'page-head')
    else if (order < 15 && firstPage) found.push('page-head')
    return found
  }
  const x = (box[0] + box[2] / 2 - frame[0]) / frame[2]
  const y = (box[1] + box[3] / 2 - frame[1]) / frame[3]
  if (order < 3 && y < 0.4) found.push(firstPage ? 'first-lines' : 'page-head')
  else if (y < (firstPage ? 0.3 : 0.15)) found.push('page-head')
  if (y < 0.3 && x < 0.4) found.push('top-left')
  else if (y < 0.3 && x > 0.6) found.push('top-right')
  if (y < 0.07 || y > 0.93) found.push('page-edge')
  return found
}

/** True: one of the last six passages of the page. */
export function isAtFoot(context: MatchContext, candidate: Candidate): boolean {
  const { rows } = context.view
  let [, last] = passageOf(context.view, candidate.lastRow)
  let after = 0
  while (last + 1 < rows.length && after < 6) {
    ;[, last] = passageOf(context.view, last + 1)
    after += 1
  }
  return after < 6
}
