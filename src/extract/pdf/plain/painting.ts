/** The operators that build paths and paint them (ISO 32000-1, 8.5). */
import type { ContentStream } from './content.js'
import { operand, type Operator } from './operands.js'
import { common, Outline } from './outline.js'
import { thinnest } from './shapes.js'
import type { ClipBounds, State } from './state.js'
import { notPlain } from './values.js'

export function line(content: ContentStream): void {
  const { outline, numberCount, state } = content
  outline.point(operand(content, numberCount - 2), operand(content, numberCount - 1), state.matrix)
}

/** A curve stays within the frame of its control points. */
export function curve(content: ContentStream): void {
  const { outline, numbers, numberCount, state } = content
  for (let at = 0; at + 1 < numberCount; at += 2) outline.point(numbers[at]!, numbers[at + 1]!, state.matrix)
}

export function rectangle(content: ContentStream): void {
  const [x, y, width, height] = [0, 1, 2, 3].map((index) => operand(content, index)) as [
    number,
    number,
    number,
    number,
  ]
  content.outline.rectangle(x, y, width, height, content.state.matrix)
}

/** Ends the path; `paint`: what is drawn of it. */
export function finish(paint: 'nothing' | 'fill' | 'stroke'): Operator {
  return (content) => {
    const { state, outline, shapes, type } = content
    if (type.isOpen) throw notPlain
    if (paint !== 'nothing' && !outline.isEmpty) {
      // An outline that is no rectangle may be letters through which the paint shows.
      if (state.clip === null) throw notPlain
      const width = paint === 'stroke' ? thickness(state) : 0
      const [left, top, right, bottom] = outline.frame
      const half = width / 2
      const inked: ClipBounds = [left - half, top - half, right + half, bottom + half]
      const shown = common(inked, state.clip)!
      const { segments } = outline
      if (paint === 'stroke' && width < thinnest) shapes.stroke(shown, width, segments, type.glyphs.length)
      else shapes.add(shown, segments, width > 0 ? -1 : state.ink, type.glyphs.length)
    }
    if (content.clipping) state.clip = common(state.clip, outline.isEmpty ? null : outline.asRectangle)
    content.clipping = false
    content.outline = new Outline()
  }
}

/** In points. */
function thickness({ matrix, lineWidth }: State): number {
  return lineWidth * Math.hypot(matrix[0], matrix[1])
}

export function clip(content: ContentStream): void {
  content.clipping = true
}
