/** Characters drawn as outlines instead of text: filled curved shapes of letter size, gathered into boxes. */
import type { Box } from '../../types.js'
import type { Engine } from './engine.js'
import type { Sheet } from './geometry.js'
import type { PageObject } from './objects.js'

/** A Han character as an outline rarely has fewer segments; rules, frames and table cells have four or five. */
const fewestSegments = 8
/** Together in one place: fewer segments than this are a star or an arrow, not a word. */
const wordSegments = 40
/** Heights of type in points that count as characters; one path may also hold a whole line. */
const [smallest, largest] = [4, 150]

export function outlinedText(engine: Engine, objects: readonly PageObject[], sheet: Sheet): Box[] {
  const words: { box: Box; segments: number }[] = []
  for (const object of objects) {
    if (object.kind !== 'path') continue
    const [, , width, height] = object.box
    if (Math.min(width, height) < smallest || Math.min(width, height) > Math.max(largest, sheet.height / 3))
      continue
    const segments = engine.call.FPDFPath_CountSegments(object.handle)
    if (segments < fewestSegments) continue
    const last = words[words.length - 1]
    if (last && isNear(last.box, object.box)) {
      last.box = around(last.box, object.box)
      last.segments += segments
    } else words.push({ box: object.box, segments })
  }
  return words.filter((word) => word.segments >= wordSegments).map((word) => word.box)
}

function isNear(one: Box, other: Box): boolean {
  const gapX = Math.max(one[0], other[0]) - Math.min(one[0] + one[2], other[0] + other[2])
  const gapY = Math.max(one[1], other[1]) - Math.min(one[1] + one[3], other[1] + other[3])
  const reach = 2 * Math.min(other[2] + other[3], 60)
  return gapX < reach && gapY < reach
}

function around(one: Box, other: Box): Box {
  const x = Math.min(one[0], other[0])
  const y = Math.min(one[1], other[1])
  const right = Math.max(one[0] + one[2], other[0] + other[2])
  const bottom = Math.max(one[1] + one[3], other[1] + other[3])
  return [x, y, right - x, bottom - y]
}
