/** Which characters of a page nobody sees: switched off, without colour, off the page, or under an opaque shape. */
import type { Box, HiddenBy } from '../../types.js'
import type { GraphicUnit } from './objects.js'
import type { OfdPaint, UnitRgb } from './paint.js'
import type { Sighting } from './lines.js'
import type { OfdShape } from './shapes.js'
import { overlapArea } from '../../plane/box.js'

/** Fainter than this nobody reads it. */
const faint = 0.04
/** Largest difference of a colour channel (0 to 1) that still cannot be seen. */
const least = 0.06
/** Points. */
const tiny = 1.5
/** A picture over more than this share of the page makes the page a scan. */
const mostOfPage = 0.6

/** What the object says of its own look. */
export function statedHiding(object: GraphicUnit): HiddenBy | null {
  if (!object.visible) return 'hidden-attribute'
  const { fill, stroke } = object.painting
  const seen = [fill, stroke].filter((paint): paint is OfdPaint => paint !== null)
  if (seen.length === 0) return 'invisible-mode'
  return seen.every((paint) => paint.opacity < faint) ? 'transparent' : null
}

/** `colourOf`: the fill of the object with that number. Shapes come in painting order. */
export function sightingOf(page: Box, shapes: readonly OfdShape[], colourOf: ColourOf): Sighting {
  const near = gridOf(page, largest(shapes))
  const scans = shapes.filter(
    ({ kind, box }) => kind === 'picture' && overlapArea(box, page) > mostOfPage * page[2] * page[3],
  )
  return (glyph) => {
    const box: Box = [glyph.x, glyph.y, glyph.width, glyph.height]
    const area = Math.max(glyph.width * glyph.height, 1e-6)
    const { hiddenBy, order, size } = glyph.style
    const onScan = scans.some((scan) => overlapArea(box, scan.box) > 0.5 * area)
    if (onScan && (hiddenBy === 'invisible-mode' || hiddenBy === 'transparent')) return ocrLayer
    if (hiddenBy) return { sight: 'hidden', hiddenBy }
    if (overlapArea(box, page) < 0.1 * area) return { sight: 'hidden', hiddenBy: 'outside-page' }
    if (size < tiny) return { sight: 'hidden', hiddenBy: 'tiny' }
    const shapesHere = near(box)
    const over = shapesHere.find(
      (shape) => shape.opaque && shape.order > order && overlapArea(box, shape.box) > 0.85 * area,
    )
    if (over && scans.includes(over)) return ocrLayer
    if (over?.kind === 'picture') return { sight: 'covered', hiddenBy: 'under-picture' }
    if (over) return { sight: 'covered', hiddenBy: 'under-shape', ...(isBar(over.box, box, page) && fitted) }
    const under = shapesHere.findLast(
      (shape) => shape.order < order && overlapArea(box, shape.box) > 0.3 * area,
    )
    const ground: UnitRgb | null = under ? under.colour : [1, 1, 1]
    const colour = colourOf(order)
    if (!colour || !ground || !alike(colour, ground)) return { sight: 'visible' }
    if (under && !alike(ground, [1, 1, 1]) && isBar(under.box, box, page))
      return { sight: 'covered', hiddenBy: 'same-colour', ...fitted }
    return { sight: 'hidden', hiddenBy: 'same-colour' }
  }
}

const fitted = { fitted: true } as const

/** As high as a line or two of this type, and no band across the page. */
function isBar(bar: Box, glyph: Box, page: Box): boolean {
  return bar[3] <= 2.5 * glyph[3] && bar[2] <= 0.8 * page[2]
}

type ColourOf = (order: number) => UnitRgb | null
const ocrLayer = { sight: 'visible', hiddenBy: 'ocr-layer' } as const
const strips = 64

/** On a page of very many shapes the small ones hide nothing. */
function largest(shapes: readonly OfdShape[]): readonly OfdShape[] {
  if (shapes.length <= mostShapes) return shapes
  const area = ({ box }: OfdShape) => box[2] * box[3]
  const kept = shapes.toSorted((one, other) => area(other) - area(one)).slice(0, mostShapes)
  return kept.sort((one, other) => one.order - other.order)
}

const mostShapes = 5_000

/** Shapes by horizontal strips of the page, so that a page of many shapes and letters stays cheap. */
function gridOf(page: Box, shapes: readonly OfdShape[]): (box: Box) => readonly OfdShape[] {
  const height = page[3] / strips || 1
  const stripOf = (y: number) => Math.min(strips - 1, Math.max(0, Math.floor((y - page[1]) / height) || 0))
  const grid: OfdShape[][] = Array.from({ length: strips }, () => [])
  for (const shape of shapes) {
    const [, y, width, tall] = shape.box
    if (width < 2 || tall < 2) continue
    for (let strip = stripOf(y); strip <= stripOf(y + tall); strip++) grid[strip]!.push(shape)
  }
  return (box) => grid[stripOf(box[1] + box[3] / 2)]!
}

function alike(one: UnitRgb, other: UnitRgb): boolean {
  return one.every((value, index) => Math.abs(value - other[index]!) <= least)
}
