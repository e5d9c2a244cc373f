/** Characters drawn as outlines instead of text: filled curved shapes of letter size, gathered into boxes. */
import type { Box } from '../../types.js'
import type { Engine } from './engine.js'
import { around, type Sheet } from './geometry.js'
import type { PageObject } from './objects.js'

/** A Han character as an outline rarely has fewer segments; rules, frames and table cells have four or five. */
const fewestSegments = 8
/** Together in one place: a star has 11 segments and one contour, the ring of a seal many segments and two. */
const [wordSegments, wordContours] = [40, 4]
/** Smaller than this in points no shape is a legible character. */
const smallest = 4
/** Segments of one path looked at; far more than the contours of a word need. */
const mostSegments = 400
/** FPDF_SEGMENT_MOVETO of fpdf_edit.h. */
const moveTo = 2

interface Word {
  box: Box
  segments: number
  contours: number
}

export function outlinedText(engine: Engine, objects: readonly PageObject[], sheet: Sheet): Box[] {
  const words: Word[] = []
  for (const object of objects) {
    if (object.kind !== 'path') continue
    const [, , width, height] = object.box
    const narrow = Math.min(width, height)
    if (narrow < smallest || narrow > sheet.height / 2) continue
    const segments = engine.call.FPDFPath_CountSegments(object.handle)
    if (segments < fewestSegments) continue
    const last = words[words.length - 1]
    const word = last && isNear(last.box, object.box) ? last : null
    const contours =
      word && word.contours >= wordContours ? 0 : countContours(engine, object.handle, segments)
    if (word) {
      word.box = around(word.box, object.box)
      word.segments += segments
      word.contours += contours
    } else words.push({ box: object.box, segments, contours })
  }
  return words
    .filter((word) => word.segments >= wordSegments && word.contours >= wordContours)
    .map((word) => word.box)
}

function countContours({ call }: Engine, path: number, segments: number): number {
  let contours = 0
  for (let index = 0; index < Math.min(segments, mostSegments); index++) {
    if (call.FPDFPathSegment_GetType(call.FPDFPath_GetPathSegment(path, index)) === moveTo) contours++
  }
  return contours
}

function isNear(one: Box, other: Box): boolean {
  const gapX = Math.max(one[0], other[0]) - Math.min(one[0] + one[2], other[0] + other[2])
  const gapY = Math.max(one[1], other[1]) - Math.min(one[1] + one[3], other[1] + other[3])
  const reach = 2 * Math.min(Math.max(other[2], other[3]), 60)
  return gapX < reach && gapY < reach
}
