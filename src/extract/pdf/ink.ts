/** Text whose colour may be that of its ground: near-white text, and text in the colour of a shape beneath it. */
import type { Box } from '../../types.js'
import { isBlank } from './characters.js'
import type { Engine } from './engine.js'
import type { PdfGlyph } from './glyphs.js'
import { fillOf, paintingOf } from './coat.js'
import type { PageObject, PageObjects } from './objects.js'
import { overlapArea } from '../../plane/box.js'

/** `Span.doubts`: the colour is in question, no cover. */
const colourDoubt = 255
/** Of 255: paper is white, and what differs less from its ground is not seen. */
const [pale, near] = [222, 32]
/** Shapes asked for their colour; a page with more is a drawing. */
const mostGrounds = 300
/** In points: smaller shapes are no ground for a word. */
const smallestGround = 6

/** `numberOf`: of a dark shape beneath text of its colour, as a cover's; 0 where it cannot be one. */
export function doubtColours(
  engine: Engine,
  glyphs: readonly PdfGlyph[],
  drawn: PageObjects,
  numberOf: (ground: PageObject) => number,
): void {
  const inks = new Set<number>()
  for (const { style } of glyphs) if (style.hiddenBy === null && style.ink >= 0) inks.add(style.ink)
  if (inks.size === 0) return
  const grounds = groundsOf(engine, drawn, inks)
  const paleInks = new Set([...inks].filter(isPale))
  if (grounds.length === 0 && paleInks.size === 0) return
  for (const glyph of glyphs) {
    const { ink, hiddenBy } = glyph.style
    if (glyph.doubt > 0 || hiddenBy !== null || ink < 0 || isBlank(glyph.text)) continue
    const ground = groundOf(glyph, grounds, drawn)
    if (paleInks.has(ink)) glyph.doubt = colourDoubt
    else if (ground) glyph.doubt = numberOf(ground.object) || colourDoubt
  }
}

interface Ground {
  readonly object: PageObject
  readonly colour: number
}

/** Filled shapes that have about the colour of some text of the page. */
function groundsOf(engine: Engine, drawn: PageObjects, inks: ReadonlySet<number>): Ground[] {
  if (drawn.objects.length > mostGrounds) return []
  const grounds: Ground[] = []
  for (const object of drawn.objects) {
    if (object.kind !== 'path' || Math.min(object.box[2], object.box[3]) < smallestGround) continue
    const fill = paintingOf(engine, object.handle).filled && fillOf(engine, object.handle)
    if (!fill) continue
    const colour = (fill[0] << 16) | (fill[1] << 8) | fill[2]
    if ([...inks].some((ink) => isNear(ink, colour))) grounds.push({ object, colour })
  }
  return grounds
}

/** The topmost shape of its colour beneath a glyph. */
function groundOf(glyph: PdfGlyph, grounds: readonly Ground[], drawn: PageObjects): Ground | undefined {
  const box: Box = [glyph.x, glyph.y, glyph.width, glyph.height]
  return grounds.findLast(
    ({ object, colour }) =>
      isNear(colour, glyph.style.ink) &&
      overlapArea(object.box, box) > 0.5 * glyph.width * glyph.height &&
      object.order < (drawn.textOrders.get(glyph.object) ?? 0),
  )
}

export function isPale(colour: number): boolean {
  return channels(colour).every((channel) => channel >= pale)
}

export function isNear(one: number, other: number): boolean {
  const [mine, its] = [channels(one), channels(other)]
  return mine.every((channel, index) => Math.abs(channel - its[index]!) < near)
}

function channels(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}
