/** Where a stretch of a view's text stands on the page. */
import type { Box, Span } from './types.js'
import { homeOf, pieceAt, spanOf, type View } from './view.js'
import { union } from './plane/box.js'

/** Smallest box around both. */
export function around(one: Box | null, other: Box | null): Box | null {
  return one && other ? union(one, other) : (one ?? other)
}

/** The box around a stretch of `text`, in page units; null where the page has no layout. */
export function boxOf(view: View, start: number, end: number): Box | null {
  const { pieces } = view
  let box: Box | null = null
  for (let from = start, piece = pieceAt(view, start); from < end; piece += 1) {
    const to = Math.max(from + 1, Math.min(end, pieces[(piece + 1) * 4] ?? end))
    const home = homeOf(view, from)
    const span = spanOf(view, home)
    if (span) box = around(box, partBox(span, home.offset, homeOf(view, to - 1).offset))
    from = to
  }
  return box
}

/** The box around characters of a span, first and last included: their glyphs where known, else their share of the span. */
function partBox(span: Span, first: number, last: number): Box | null {
  const { glyphs, box, text } = span
  if (!glyphs) return box && shareOf(box, text.length, first, last)
  let found: Box | null = null
  for (let at = first; at <= last; at += 1) {
    const [width, height] = [glyphs[at * 4 + 2] ?? 0, glyphs[at * 4 + 3] ?? 0]
    const known = width > 0 && height > 0
    const one = known ? ([glyphs[at * 4]!, glyphs[at * 4 + 1]!, width, height] as const) : null
    found = around(found, one ?? (box && shareOf(box, text.length, at, at)))
  }
  return found
}

function shareOf(box: Box, length: number, first: number, last: number): Box {
  const share = 1 / Math.max(1, length)
  const [from, part] = [share * first, share * (last - first + 1)]
  const isTall = box[3] > box[2] * 1.8 && length > 1
  if (isTall) return [box[0], box[1] + box[3] * from, box[2], box[3] * part]
  return [box[0] + box[2] * from, box[1], box[2] * part, box[3]]
}
