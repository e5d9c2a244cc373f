/** What stands left and right of a place on the page and over it: the words that say what was hidden there. */
import type { Box } from '../../types.js'
import { gapBefore, type View } from '../../view.js'
import { boxOf } from '../../view-box.js'
import { overlapAlong } from '../../plane/box.js'

export interface Neighbours {
  /** The last characters before the place on its height; empty where there are none. */
  readonly left: string
  readonly right: string
  /** What heads its column, the nearest first. */
  readonly above: readonly string[]
}

/** Characters on either side that say something about the place. */
const reach = 16
/** Heads of columns are looked for among so many rows above. */
const rowsAbove = 30
/** A head is no longer than this. */
const headLength = 12

export function besidePlace(view: View, place: Box): Neighbours {
  let [left, right] = ['', '']
  const above: string[] = []
  for (const { start, end } of view.rows) {
    const box = end > start ? boxOf(view, start, Math.min(end, start + 400)) : null
    if (!box) continue
    if (isOnHeight(box, place)) {
      const [from, to] = splitAt(view, start, end, place)
      left = (left + view.text.slice(start, from)).slice(-reach)
      right = (view.text.slice(to, end) + right).slice(0, reach)
    } else if (box[1] + box[3] <= place[1] + 0.3 * place[3]) {
      above.unshift(...headsOver(view, start, end, place))
    }
  }
  return { left: left.trimEnd(), right: right.trimStart(), above: above.slice(0, rowsAbove) }
}

function isOnHeight(row: Box, place: Box): boolean {
  return overlapAlong(1, row, place) > 0.5 * Math.min(row[3], place[3])
}

/** How far into the place what stands beside it may reach: a bar set askew touches the label before it. */
const [leftPart, rightPart] = [0.4, 0.75]

/** Offsets of the first character that does not stand left of the place, and of the first right of it. */
function splitAt(view: View, start: number, end: number, [x, , width]: Box): [from: number, to: number] {
  let [from, to] = [start, end]
  for (let at = start; at < end; at += 1) {
    const box = boxOf(view, at, at + 1)
    if (!box) continue
    const middle = box[0] + box[2] / 2
    if (middle < x + leftPart * width) from = at + 1
    else if (middle > x + rightPart * width && at < to) to = at
  }
  return [from, Math.max(from, to)]
}

/** Words of a row, cut at wide gaps, that stand over the place. */
function headsOver(view: View, start: number, end: number, [x, , width]: Box): string[] {
  const found: string[] = []
  for (let from = start; from < end;) {
    let to = from + 1
    while (to < end && !isCut(view, to)) to += 1
    const text = view.text.slice(from, to).trim()
    const box = text.length > 0 && text.length <= headLength ? boxOf(view, from, to) : null
    if (box && box[0] < x + width && box[0] + box[2] > x) found.push(text)
    from = to
  }
  return found
}

/** In half-width columns: letters of a spaced head stand closer. */
const wideGap = 6
const isCut = (view: View, at: number): boolean =>
  /[\s|]/u.test(view.text[at]!) || gapBefore(view, at) >= wideGap
