/** Filled shapes and pictures of a page: what lies under the text, over it, or stands alone as a dark box. */
import type { Box, Mark } from '../../types.js'
import { child, textOf } from '../shared/xml/tree.js'
import type { OfdGlyph } from './glyphs.js'
import { inPoints, numbers } from './geometry.js'
import { type GraphicUnit, imageBox } from './objects.js'
import type { OfdPaint, UnitRgb } from './paint.js'
import { transformBox } from '../../plane/matrix.js'
import { overlapArea } from '../../plane/box.js'

/** A filled rectangle or an opaque picture, in points. */
export interface OfdShape {
  readonly box: Box
  /** null: cannot be told (pattern, picture). */
  readonly colour: UnitRgb | null
  readonly order: number
  readonly kind: 'shape' | 'picture'
  /** Nothing shines through. A picture that may have an alpha channel is not known to be. */
  readonly opaque: boolean
}

/** Millimetres of line width from which a line can cover type. */
const thick = 1.5

/** The shape an object covers completely, if it does. */
export function shapeOf(
  object: GraphicUnit,
  order: number,
  isOpaque: (object: GraphicUnit) => boolean,
): OfdShape | null {
  if (!object.visible) return null
  if (object.kind === 'image') {
    const opaque = object.opacity === 1 && isOpaque(object)
    return { box: inPoints(imageBox(object)), colour: null, order, kind: 'picture', opaque }
  }
  if (object.kind !== 'path') return null
  const { fill, stroke, lineWidth } = object.painting
  const data = textOf(child(object.node, 'AbbreviatedData')).trim()
  if (fill?.patterned) return null
  if (fill && fill.opacity > 0.5) {
    const box = rectangle(data)
    if (box && fill.opacity > 0.99) return shape(object, box, fill, order)
    // Any other filled shape is a ground of a colour that cannot be told for each letter on it.
    return { box: inPoints(object.box), colour: null, order, kind: 'shape', opaque: false }
  }
  if (!stroke || stroke.patterned || stroke.opacity < 0.99 || lineWidth < thick) return null
  const box = stroke && bar(data, lineWidth)
  return box && shape(object, box, stroke, order)
}

function shape(object: GraphicUnit, box: Box, paint: OfdPaint, order: number): OfdShape {
  const onPage = inPoints(transformBox(object.matrix, box))
  return { box: onPage, colour: paint.colour, order, kind: 'shape', opaque: true }
}

/** A straight line broad enough to cover type, as a felt pen draws it. */
function bar(data: string, width: number): Box | null {
  const words = /^[MS]\s+(\S+)\s+(\S+)\s+L\s+(\S+)\s+(\S+)$/.exec(data)
  const [x1, y1, x2, y2] = numbers(words?.slice(1).join(' ')) as [number, number, number, number]
  if (y2 === undefined) return null
  if (Math.abs(y1 - y2) < 0.1 * Math.abs(x1 - x2))
    return [Math.min(x1, x2), Math.min(y1, y2) - width / 2, Math.abs(x1 - x2), width]
  return null
}

/** AbbreviatedData of a rectangle (9.3), as a box in object space; null for any other path. */
function rectangle(data: string): Box | null {
  if (data.length > 400 || /[BQA]/i.test(data)) return null
  const points = numbers(data.replace(/[a-z]/gi, ' '))
  if (points.length < 8 || points.length > 12 || (data.match(/[MS]/g)?.length ?? 0) !== 1) return null
  const xs = points.filter((_, index) => index % 2 === 0)
  const ys = points.filter((_, index) => index % 2 === 1)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const slack = 0.02 * Math.max(right - left, bottom - top)
  const onEdge = (value: number, one: number, other: number) =>
    Math.abs(value - one) <= slack || Math.abs(value - other) <= slack
  if (!xs.every((x) => onEdge(x, left, right)) || !ys.every((y) => onEdge(y, top, bottom))) return null
  return [left, top, right - left, bottom - top]
}

/** Points: height of type that a box may hide, and how much of the page's width one may take. */
const [lowest, highest, widest] = [7, 60, 0.7]
const dark = 0.25

/** Dark boxes with nothing written on them, as they are drawn over what should not be read. */
export function boxMarks(page: Box, shapes: readonly OfdShape[], glyphs: readonly OfdGlyph[]): Mark[] {
  const boxes = shapes.filter(({ box, colour, opaque, kind }) => {
    if (kind !== 'shape' || !opaque || !colour || Math.max(...colour) > dark) return false
    const [, , width, height] = box
    return (
      height >= lowest &&
      height <= highest &&
      width >= 1.5 * height &&
      width <= widest * page[2] &&
      overlapArea(box, page) > 0
    )
  })
  if (boxes.length > mostBoxes) return []
  return boxes
    .filter(
      ({ box, order }) =>
        !glyphs.some((glyph) => glyph.style.order > order && overlapArea(box, boxAround(glyph)) > 0),
    )
    .map(({ box }) => ({ kind: 'box', box, confidence: 0.9 }))
}

/** More of them are a drawing or a pattern. */
const mostBoxes = 40

function boxAround({ x, y, width, height }: OfdGlyph): Box {
  return [x, y, width, height]
}
