/** How a page must be read: is its text layer enough, or must pixels be looked at, and where? */
import type { Box, Reading } from '../../types.js'
import { isBlank } from './characters.js'
import type { Engine } from './engine.js'
import { overlap, type Sheet } from './geometry.js'
import type { Glyph } from './glyphs.js'
import { type PageObject, type PageObjects, pixelSize } from './objects.js'
import { outlinedText } from './outlines.js'
import { unmappedWords } from './unmapped.js'

export interface Decision {
  readonly reading: Reading
  readonly pictures: readonly Box[]
  /** Boxes of pictures that together cover most of the page: invisible text above them is an OCR layer. */
  readonly scans: readonly Box[]
  readonly naturalScale: number
}

/** Pixels per point where nothing on the page tells better. */
export const drawnScale = 200 / 72
/** Fewer trusted characters than this beside pictures or many paths: the page is looked at as a whole. */
const fewCharacters = 20
/** From this share of unmapped characters on the text layer is not believed; below it the words are looked at. */
const untrustedShare = 0.15
/** A picture over more than this share of the page makes the page a scan. */
const mostOfPage = 0.6

export function decideReading(
  engine: Engine,
  sheet: Sheet,
  glyphs: readonly Glyph[],
  drawn: PageObjects,
  stamps: readonly Box[],
  trusted: boolean,
): Decision {
  const images = drawn.objects.filter(
    (object) => object.kind === 'image' && mayCarryText(engine, object, sheet),
  )
  const area = sheet.width * sheet.height || 1
  const cover = images.reduce((sum, image) => sum + onPage(image.box, sheet), 0) / area
  const scans = cover > mostOfPage ? images.map((image) => image.box) : []
  const inked = glyphs.filter((glyph) => !isBlank(glyph.text))
  const seen = inked.filter((glyph) => glyph.style.hiddenBy === null)
  const unmapped = inked.filter((glyph) => !glyph.mapped).length
  const outlines = outlinedText(engine, drawn.objects, sheet)
  const pictures = [
    ...images.map((image) => image.box),
    ...outlines,
    ...stamps,
    ...drawn.replaced,
    ...unmappedWords(glyphs),
  ]
  const drawnOver = pictures.length > 0 || drawn.objects.some((object) => object.kind === 'shading')
  const whole =
    !trusted ||
    drawn.crowded ||
    cover > mostOfPage ||
    unmapped > untrustedShare * inked.length ||
    (seen.length < fewCharacters && drawnOver)
  const reading: Reading = whole ? 'pixels' : pictures.length > 0 ? 'both' : 'stated'
  return {
    reading,
    pictures: reading === 'both' ? pictures : [],
    scans,
    naturalScale: whole && cover > mostOfPage ? scanScale(engine, images) : drawnScale,
  }
}

/** Under 24 by 10 pixels, in the file or as it is drawn, a picture holds no character that could be read. */
function mayCarryText(engine: Engine, object: PageObject, sheet: Sheet): boolean {
  if (onPage(object.box, sheet) <= 0) return false
  const [, , width, height] = object.box
  return isLegible(width * drawnScale, height * drawnScale) && isLegible(...pixelSize(engine, object.handle))
}

function isLegible(width: number, height: number): boolean {
  return Math.max(width, height) >= 24 && Math.min(width, height) >= 10
}

function onPage(box: Box, sheet: Sheet): number {
  return overlap(box, [0, 0, sheet.width, sheet.height])
}

/** Resolution of the largest picture, kept between 100 and 300 dpi. */
function scanScale(engine: Engine, images: readonly PageObject[]): number {
  const largest = images.reduce((one, other) => (size(other.box) > size(one.box) ? other : one))
  const [width, height] = pixelSize(engine, largest.handle)
  const pixels = Math.sqrt(width * height)
  const points = Math.sqrt(size(largest.box)) || 1
  return Math.min(300, Math.max(100, (pixels / points) * 72)) / 72
}

function size(box: Box): number {
  return box[2] * box[3]
}
