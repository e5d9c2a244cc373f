/** A text object taken apart: every character with its place, size and direction on the page, in points. */
import type { HiddenBy } from '../../types.js'
import { pointsPerMillimetre } from './geometry.js'
import type { GraphicUnit } from './objects.js'
import { advanceOf, type PlacedGlyph, placeAll } from './placement.js'
import { apply, type Matrix, transformBox } from '../../plane/matrix.js'

export interface OfdGlyph {
  /** The character as stated; may be several UTF-16 units. */
  readonly text: string
  /** Glyph index in the font, where the document states one. */
  readonly glyph: number | null
  /** Where the character stands on its baseline, in points. */
  readonly origin: readonly [x: number, y: number]
  /** Box in points. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Along the line and across it (baseline), in points, after turning the line level. */
  readonly start: number
  readonly end: number
  readonly level: number
  readonly style: GlyphStyle
}
export interface GlyphStyle {
  /** Height of the type in points. */
  readonly size: number
  readonly bold: boolean
  /** Direction in which the line runs, degrees clockwise, -180 to 180; 90 is downwards. */
  readonly turn: number
  /** The letters stand upright although the line runs downwards. */
  readonly upright: boolean
  readonly hiddenBy: HiddenBy | null
  /** Number of the object in painting order. */
  readonly order: number
  readonly font: string
  /** Em square (1 high, baseline at 0) to page space in points, without the character's own place. */
  readonly em: readonly [a: number, b: number, c: number, d: number]
}

/** Share of the em above the baseline; the rest is below. */
const ascent = 0.86

export function readGlyphs(
  object: GraphicUnit,
  order: number,
  bold: boolean,
  hiddenBy: HiddenBy | null,
): OfdGlyph[] {
  const { node, matrix } = object
  const size = Number(node.attributes['Size'] ?? 0) || 3.175
  const scale = Number(node.attributes['HScale'] ?? 1) || 1
  const placed = placeAll(node, size * scale)
  if (placed.length === 0) return []
  const toPoints = compose2(matrix, pointsPerMillimetre)
  const em = emOf(matrix, size, Number(node.attributes['CharDirection'] ?? 0) || 0)
  const turn = turnOf(placed, matrix, em)
  const lean = Math.abs(angle(em[0], em[1]) - turn) % 360
  const style: GlyphStyle = {
    size: Math.round(100 * Math.hypot(em[2], em[3])) / 100,
    bold: bold || Number(node.attributes['Weight'] ?? 400) >= 600,
    turn,
    upright: (lean > 45 && lean < 135) || (lean > 225 && lean < 315),
    hiddenBy,
    order,
    font: node.attributes['Font'] ?? '',
    em,
  }
  const advances = placed.map((_, index) => advanceOf(placed, index, size * scale))
  return placed.map((one, index) => glyphOf(one, advances[index]! / size, toPoints, style))
}

function glyphOf(placed: PlacedGlyph, width: number, toPoints: Matrix, style: GlyphStyle): OfdGlyph {
  const [ox, oy] = apply(toPoints, placed.x, placed.y)
  const [a, b, c, d] = style.em
  const [x, y, boxWidth, boxHeight] = transformBox([a, b, c, d, ox, oy], [0, -ascent, width, 1])
  const radians = (style.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const along = [ox * cos + oy * sin, (ox + a * width) * cos + (oy + b * width) * sin]
  const down = style.upright ? [y, y + boxHeight] : along
  return {
    text: placed.text,
    glyph: placed.glyph,
    origin: [ox, oy],
    x,
    y,
    width: boxWidth,
    height: boxHeight,
    start: Math.min(down[0]!, down[1]!),
    end: Math.max(down[0]!, down[1]!),
    level: style.upright ? -(x + boxWidth / 2) : oy * cos - ox * sin,
    style,
  }
}

/** Em vectors in points: along the letter's base and up its height, as columns of a matrix. */
function emOf([a, b, c, d]: Matrix, size: number, direction: number): GlyphStyle['em'] {
  const radians = (direction * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const unit = size * pointsPerMillimetre
  return [
    (a * cos + c * sin) * unit,
    (b * cos + d * sin) * unit,
    (c * cos - a * sin) * unit,
    (d * cos - b * sin) * unit,
  ]
}

/** The direction most steps from letter to letter go: one object may hold several rows. */
function turnOf(placed: readonly PlacedGlyph[], [a, b, c, d]: Matrix, em: GlyphStyle['em']): number {
  const counts = new Map<number, number>()
  for (let index = 1; index < placed.length; index++) {
    const dx = placed[index]!.x - placed[index - 1]!.x
    const dy = placed[index]!.y - placed[index - 1]!.y
    if (Math.hypot(dx, dy) < 1e-6) continue
    const turn = Math.round(angle(a * dx + c * dy, b * dx + d * dy))
    counts.set(turn, (counts.get(turn) ?? 0) + 1)
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1])
  return most ? most[0] : angle(em[0], em[1])
}

function angle(x: number, y: number): number {
  const degrees = (Math.atan2(y, x) * 180) / Math.PI
  return Math.abs(degrees) < 0.5 ? 0 : degrees
}

function compose2([a, b, c, d, e, f]: Matrix, factor: number): Matrix {
  return [a * factor, b * factor, c * factor, d * factor, e * factor, f * factor]
}
