/** The first rows of a drawn page, measured in millimetres of the sheet it is printed on. */
import type { Box } from '../../types.js'
import { lineOf, rowAt } from '../../view.js'
import { boxOf } from '../../view-box.js'
import type { MatchContext } from '../matcher.js'

/** Rows looked at, and how far down the page. */
export const mostRows = 16
const lowest = 130
/** Widths in millimetres of the sheet and of its type area. */
const [sheetWidth, typeWidth] = [210, 156]
/** Characters; 28 fill a line of the type area. */
const fullLine = 25

/** One row of the head; its box in millimetres of an A4 sheet, from the upper left corner of the page. */
export interface HeadRow {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly mm: Box
  /** Millimetres in a page unit. */
  readonly perUnit: number
}

/** Null where the page has no layout. */
export function frameOf({ view: { page } }: MatchContext): Box | null {
  return page.frame ?? (page.width && page.height ? [0, 0, page.width, page.height] : null)
}

export function headRows(context: MatchContext): readonly HeadRow[] {
  const { view } = context
  const frame = frameOf(context)
  if (!frame || frame[2] > frame[3]) return []
  const mm = millimetresIn(context, frame[2])
  return view.rows.slice(0, mostRows).flatMap(({ start, end }) => {
    const box = end > start && end - start < 60 ? boxOf(view, start, end) : null
    if (!box || lineOf(view, rowAt(view, start)).spans[0]?.sight === 'hidden') return []
    const place = [(box[0] - frame[0]) * mm, (box[1] - frame[1]) * mm, box[2] * mm, box[3] * mm] as const
    return place[1] > lowest
      ? []
      : [{ text: view.text.slice(start, end).trim(), start, end, mm: place, perUnit: mm }]
  })
}

/** Millimetres in a page unit: from full lines of text, because a photograph also shows the table, else from the sheet. */
function millimetresIn({ view }: MatchContext, width: number): number {
  const boxes = view.rows
    .filter(({ start, end }) => end - start >= fullLine && end - start < 2 * fullLine)
    .map(({ start, end }) => boxOf(view, start, end))
    .filter((box) => box !== null)
  const mm =
    typeWidth / (Math.max(...boxes.map((box) => box[0] + box[2])) - Math.min(...boxes.map(([x]) => x)))
  const isLikely = boxes.length >= 3 && mm * width > 0.95 * sheetWidth && mm * width < 1.35 * sheetWidth
  return isLikely ? mm : sheetWidth / width
}
