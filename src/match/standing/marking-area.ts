/** Where marks stand on a page laid out as an official document (GB/T 9704-2012, 7.2). */
import type { Box } from '../../types.js'
import { around, boxOf } from '../../view-box.js'
import { type MatchContext, remember } from '../matcher.js'

/** Head rows are looked for among these many and in this upper share of the page. */
const [mostRows, headShare] = [14, 0.6]
/** An organ's name with 文件, a document number, a title: one alone stands on many pages. */
const fewestRows = 2
/** Level, copy number and urgency: the upper corners, as shares of width and height. */
const [left, right, corners] = [0.45, 0.6, 0.3]
/** The number stands two blank lines under the organ's name, the rule right under it. */
const numberLine = 0.11

/** What the rows of an official head look like; `firm`: one such row is enough. */
export interface OfficialHead {
  readonly row: RegExp
  readonly firm: RegExp | null
}

/** Upper corners, the band above the organ's name, the line of the document number; first page only. */
export function isMarkingArea(context: MatchContext, box: Box, official: OfficialHead): boolean {
  const { page } = context.view
  const frame: Box | null = page.frame ?? (page.width && page.height ? [0, 0, page.width, page.height] : null)
  if (!frame || (page.number ?? 1) !== 1) return false
  const key = `official head ${official.row.source} ${official.firm?.source ?? ''}`
  const head = remember(context, key, () => headOf(context, frame, official))
  if (!head) return false
  const x = (box[0] + box[2] / 2 - frame[0]) / frame[2]
  const y = (box[1] + box[3] / 2 - frame[1]) / frame[3]
  const below = (head[1] + head[3] - frame[1]) / frame[3] + numberLine
  return y < below || (y < corners && (x < left || x > right))
}

/** The uppermost row of the head; null on a page that is not laid out as an official document. */
function headOf(context: MatchContext, frame: Box, { row: official, firm }: OfficialHead): Box | null {
  const { view } = context
  let first: Box | null = null
  let rows = 0
  for (const row of view.rows.slice(0, mostRows)) {
    const text = row.end - row.start > 80 ? '' : view.text.slice(row.start, row.end).trim()
    const isFirm = firm?.test(text) ?? false
    if (!isFirm && !official.test(text)) continue
    const box = boxOf(view, row.start, row.end)
    if (!box || box[1] - frame[1] > headShare * frame[3]) continue
    first ??= around(box, box)
    rows += isFirm ? fewestRows : 1
  }
  return rows >= fewestRows ? first : null
}
