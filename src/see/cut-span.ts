/** A part of a span as a span of its own. */
import type { Box, Span } from '../types.js'

/** Units `from` up to `to`; null where there is no text in them. */
export function cutSpan(span: Span, from: number, to: number): Span | null {
  if (from === 0 && to === span.text.length) return bare(span)
  const text = span.text.slice(from, to)
  if (text.trim() === '') return null
  const glyphs = span.glyphs?.slice(4 * from, 4 * to)
  const box = glyphs ? boxAround(glyphs, text) : span.box
  return { ...bare(span), text, box, ...(glyphs && { glyphs }) }
}

/** Doubts are settled once the span is cut. */
function bare({ doubts: _doubts, ...span }: Span): Span {
  return span
}

function boxAround(glyphs: Float32Array, text: string): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let unit = 0; unit < text.length; unit++) {
    if (text[unit]!.trim() === '') continue
    const at = 4 * unit
    left = Math.min(left, glyphs[at]!)
    top = Math.min(top, glyphs[at + 1]!)
    right = Math.max(right, glyphs[at]! + glyphs[at + 2]!)
    bottom = Math.max(bottom, glyphs[at + 1]! + glyphs[at + 3]!)
  }
  return [left, top, right - left, bottom - top]
}
