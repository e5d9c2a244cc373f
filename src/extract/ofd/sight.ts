/** Which characters of a page nobody sees: switched off, without colour, off the page, or under an opaque shape. */
import type { Box, HiddenBy, Mark } from '../../types.js'
import { textOf, child } from '../shared/xml-tree.js'
import type { Glyph } from './glyphs.js'
import { numbers, pointsPerMillimetre, shared, transformBox } from './geometry.js'
import { type Drawn, imageBox } from './objects.js'
import type { Paint, Rgb } from './paint.js'
import type { Sighting } from './lines.js'

/** A filled rectangle or an opaque picture, in points. */
export interface Shape {
  readonly box: Box
  /** null: cannot be told (pattern, picture). */
  readonly colour: Rgb | null
  readonly order: number
  readonly kind: 'shape' | 'picture'
  /** Nothing shines through. A picture that may have an alpha channel is not known to be. */
  readonly opaque: boolean
}

/** Fainter than this nobody reads it. */
const faint = 0.04
/** Largest difference of a colour channel (0 to 1) that still cannot be seen. */
const least = 0.06
/** Points. */
const tiny = 1.5
/** Millimetres of line width from which a line can cover type. */
const thick = 1.5
/** A picture over more than this share of the page makes the page a scan. */
const mostOfPage = 0.6

/** What the object says of its own look. */
export function statedHiding(object: Drawn): HiddenBy | null {
  if (!object.visible) return 'hidden-attribute'
  const { fill, stroke } = object.painting
  const seen = [fill, stroke].filter((paint): paint is Paint => paint !== null)
  if (seen.length === 0) return 'invisible-mode'
  return seen.every((paint) => paint.opacity < faint) ? 'transparent' : null
}

/** The shape an object covers completely, if it does. */
export function shapeOf(object: Drawn, order: number, isOpaque: (object: Drawn) => boolean): Shape | null {
  if (!object.visible) return null
  if (object.kind === 'image') {
    const opaque = object.opacity === 1 && isOpaque(object)
    return { box: inPoints(imageBox(object)), colour: null, order, kind: 'picture', opaque }
  }
  if (object.kind !== 'path') return null
  const { fill, stroke, lineWidth } = object.painting
  const data = textOf(child(object.node, 'AbbreviatedData')).trim()
  if (fill && fill.opacity > 0.5) {
    const box = rectangle(data)
    if (box && fill.opacity > 0.99) return shape(object, box, fill, order)
    // Any other filled shape is a ground of a colour that cannot be told for each letter on it.
    return { box: inPoints(object.box), colour: null, order, kind: 'shape', opaque: false }
  }
  if (!stroke || stroke.opacity < 0.99 || lineWidth < thick) return null
  const box = stroke && bar(data, lineWidth)
  return box && shape(object, box, stroke, order)
}

function shape(object: Drawn, box: Box, paint: Paint, order: number): Shape {
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

export function inPoints([x, y, width, height]: Box): Box {
  const unit = pointsPerMillimetre
  return [x * unit, y * unit, width * unit, height * unit]
}

/** `colourOf`: the fill of the object with that number. Shapes come in painting order. */
export function sightingOf(page: Box, shapes: readonly Shape[], colourOf: ColourOf): Sighting {
  const near = gridOf(page, shapes)
  const scans = shapes.filter(
    ({ kind, box }) => kind === 'picture' && shared(box, page) > mostOfPage * page[2] * page[3],
  )
  return (glyph) => {
    const box: Box = [glyph.x, glyph.y, glyph.width, glyph.height]
    const area = Math.max(glyph.width * glyph.height, 1e-6)
    const { hiddenBy, order, size } = glyph.style
    const onScan = scans.some((scan) => shared(box, scan.box) > 0.5 * area)
    if (onScan && (hiddenBy === 'invisible-mode' || hiddenBy === 'transparent')) return ocrLayer
    if (hiddenBy) return { sight: 'hidden', hiddenBy }
    if (shared(box, page) < 0.1 * area) return { sight: 'hidden', hiddenBy: 'outside-page' }
    if (size < tiny) return { sight: 'hidden', hiddenBy: 'tiny' }
    const shapesHere = near(box)
    const over = shapesHere.find(
      (shape) => shape.opaque && shape.order > order && shared(box, shape.box) > 0.85 * area,
    )
    if (over && scans.includes(over)) return ocrLayer
    if (over) return { sight: 'covered', hiddenBy: over.kind === 'shape' ? 'under-shape' : 'under-picture' }
    const under = shapesHere.findLast((shape) => shape.order < order && shared(box, shape.box) > 0.3 * area)
    const ground: Rgb | null = under ? under.colour : [1, 1, 1]
    const colour = colourOf(order)
    return colour && ground && alike(colour, ground)
      ? { sight: 'hidden', hiddenBy: 'same-colour' }
      : { sight: 'visible' }
  }
}

type ColourOf = (order: number) => Rgb | null
const ocrLayer = { sight: 'visible', hiddenBy: 'ocr-layer' } as const
const strips = 64

/** Shapes by horizontal strips of the page, so that a page of many shapes and letters stays cheap. */
function gridOf(page: Box, shapes: readonly Shape[]): (box: Box) => readonly Shape[] {
  const height = page[3] / strips || 1
  const stripOf = (y: number) => Math.min(strips - 1, Math.max(0, Math.floor((y - page[1]) / height) || 0))
  const grid: Shape[][] = Array.from({ length: strips }, () => [])
  for (const shape of shapes) {
    const [, y, width, tall] = shape.box
    if (width < 2 || tall < 2) continue
    for (let strip = stripOf(y); strip <= stripOf(y + tall); strip++) grid[strip]!.push(shape)
  }
  return (box) => grid[stripOf(box[1] + box[3] / 2)]!
}

function alike(one: Rgb, other: Rgb): boolean {
  return one.every((value, index) => Math.abs(value - other[index]!) <= least)
}

/** Points: height of type that a box may hide, and how much of the page's width one may take. */
const [lowest, highest, widest] = [7, 60, 0.7]
const dark = 0.25

/** Dark boxes with nothing written on them, as they are drawn over what should not be read. */
export function boxMarks(page: Box, shapes: readonly Shape[], glyphs: readonly Glyph[]): Mark[] {
  const boxes = shapes.filter(({ box, colour, opaque, kind }) => {
    if (kind !== 'shape' || !opaque || !colour || Math.max(...colour) > dark) return false
    const [, , width, height] = box
    return (
      height >= lowest &&
      height <= highest &&
      width >= 1.5 * height &&
      width <= widest * page[2] &&
      shared(box, page) > 0
    )
  })
  if (boxes.length > mostBoxes) return []
  return boxes
    .filter(
      ({ box, order }) =>
        !glyphs.some((glyph) => glyph.style.order > order && shared(box, boxAround(glyph)) > 0),
    )
    .map(({ box }) => ({ kind: 'box', box, confidence: 0.9 }))
}

/** More of them are a drawing or a pattern. */
const mostBoxes = 40

function boxAround({ x, y, width, height }: Glyph): Box {
  return [x, y, width, height]
}
