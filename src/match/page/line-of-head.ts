/** Whether something on a page stands as a line of the head does: as high as type, within the type area, flush or centred. */
import type { Box } from '../../types.js'
import { boxOf } from '../../view-box.js'
import { type MatchContext, remember } from '../matcher.js'
import { overlapAlong } from '../../plane/box.js'
import { median } from '../../plane/quantile.js'

/** Rows whose boxes say how the page is set. */
const mostRows = 60
/** Heights of a usual line: nobody covers one with less, and with more it is a panel. */
const [lowest, highest] = [0.8, 3]
/** Heights of a line by which edges may miss each other. */
const tolerance = 3

/** Where lines begin and end on a page kept to the standard (28 and 26 mm of 210), as shares of its width. */
const margins = [0.133, 0.876] as const

/** How the page is set, in page units. */
interface TypeArea {
  readonly left: number
  readonly right: number
  /** Median height of a row. */
  readonly line: number
  readonly rows: readonly Box[]
}

/** False on pages without text, and where words can be read upon the box: a label hides nothing. */
export function isLineOfHead(context: MatchContext, box: Box): boolean {
  const area = remember(context, 'type area', () => typeAreaOf(context))
  if (!area) return false
  const [x, , width, height] = box
  const { left, right, line, rows } = area
  const near = (one: number, other: number): boolean => Math.abs(one - other) < tolerance * line
  if (height < lowest * line || height > highest * line || rows.some((row) => isUpon(row, box))) return false
  if (x < left - tolerance * line || x + width > right + tolerance * line) return false
  const isFlush = near(x, left) || near(x + width, right) || near(x + width / 2, (left + right) / 2)
  return isFlush || rows.some((row) => isBeside(row, box))
}

function typeAreaOf({ view }: MatchContext): TypeArea | null {
  const rows = view.rows.slice(0, mostRows).flatMap(({ start, end, line }) => {
    const seen = view.page.lines[line]?.spans[0]?.sight === 'visible'
    const box = seen && end > start ? boxOf(view, start, Math.min(end, start + 400)) : null
    return box ? [box] : []
  })
  if (rows.length === 0) return null
  const heights = rows.map(([, , width, height]) => Math.min(width, height))
  const { frame = [0, 0, view.page.width ?? 0, view.page.height ?? 0] } = view.page
  const left = Math.min(frame[0] + margins[0] * frame[2], ...rows.map(([x]) => x))
  const right = Math.max(frame[0] + margins[1] * frame[2], ...rows.map(([x, , width]) => x + width))
  return { left, right, line: median(heights), rows }
}

function isUpon([x, y, width, height]: Box, [left, top, wide, high]: Box): boolean {
  const [middle, level] = [x + width / 2, y + height / 2]
  return middle > left && middle < left + wide && level > top && level < top + high
}

/** On the same height, the rest of a line of which a part is covered. */
function isBeside(one: Box, other: Box): boolean {
  return overlapAlong(1, one, other) > 0.5 * Math.min(one[3], other[3])
}
