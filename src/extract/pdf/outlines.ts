/** Characters drawn as outlines instead of text: filled curved shapes of letter size, gathered into boxes. */
import type { Box } from '../../types.js'
import type { Engine } from './engine.js'
import type { PageObject } from './objects.js'
import { union } from '../../plane/box.js'

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

/** Shapes that may be letters together. */
export interface Outlines {
  readonly box: Box
  /** Positions in drawing order. */
  readonly orders: readonly number[]
}

interface Word {
  box: Box
  readonly orders: number[]
  segments: number
  contours: number
}

export function outlinedText(engine: Engine, objects: readonly PageObject[]): Outlines[] {
  const words: Word[] = []
  for (const object of objects) {
    if (object.kind !== 'path') continue
    const [, , width, height] = object.box
    const narrow = Math.min(width, height)
    if (narrow < smallest) continue
    const segments = engine.call.FPDFPath_CountSegments(object.handle)
    if (segments < fewestSegments) continue
    const last = words[words.length - 1]
    const word = last && isNear(last.box, object.box) ? last : null
    const contours =
      word && word.contours >= wordContours
        ? 0
        : contoursOf(engine, segments, (index) => engine.call.FPDFPath_GetPathSegment(object.handle, index))
    if (word) {
      word.box = union(word.box, object.box)
      word.segments += segments
      word.contours += contours
      word.orders.push(object.order)
    } else words.push({ box: object.box, orders: [object.order], segments, contours })
  }
  return words.filter(({ segments, contours }) => segments >= wordSegments && contours >= wordContours)
}

/** Whether a path has enough bends and parts to be letters; `segmentAt` gives PDFium's handles. */
export function isLettering(engine: Engine, segments: number, segmentAt: (index: number) => number): boolean {
  return segments >= wordSegments && contoursOf(engine, segments, segmentAt) >= wordContours
}

function contoursOf({ call }: Engine, segments: number, segmentAt: (index: number) => number): number {
  let contours = 0
  for (let index = 0; index < Math.min(segments, mostSegments); index++) {
    if (call.FPDFPathSegment_GetType(segmentAt(index)) === moveTo) contours++
  }
  return contours
}

function isNear(one: Box, other: Box): boolean {
  const gapX = Math.max(one[0], other[0]) - Math.min(one[0] + one[2], other[0] + other[2])
  const gapY = Math.max(one[1], other[1]) - Math.min(one[1] + one[3], other[1] + other[3])
  const reach = 2 * Math.min(Math.max(other[2], other[3]), 60)
  return gapX < reach && gapY < reach
}
