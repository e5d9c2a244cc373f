/** How a page must be read: is its text layer enough, or must pixels be looked at, and where? */
import type { Box, Reading } from '../../types.js'
import { isBlank } from './characters.js'
import type { Engine } from './engine.js'
import type { UprightPage } from './geometry.js'
import type { PdfGlyph } from './glyphs.js'
import { drawnScale } from './drawn-scale.js'
import type { PdfFacts } from './facts.js'
import { type JoinedPicture, joinedPictures } from './joined-pictures.js'
import type { PageObjects } from './objects.js'
import { unmappedWords } from './unmapped.js'
import { type DrawnInk, unreadInk } from './unread-ink.js'
import { overlapArea } from '../../plane/box.js'

export interface ReadingDecision {
  readonly reading: Reading
  readonly pictures: readonly Box[]
  /** Boxes of pictures that together cover most of the page: invisible text above them is an OCR layer. */
  readonly scans: readonly Box[]
  readonly naturalScale: number
  /** Ink that is looked at by itself. */
  readonly ink: readonly DrawnInk[]
}

/** Fewer trusted characters than this beside pictures or many paths: the page is looked at as a whole. */
const fewCharacters = 20
/** From this share of unmapped characters on the text layer is not believed; below it the words are looked at. */
const untrustedShare = 0.15
/** A picture over more than this share of the page makes the page a scan. */
const mostOfPage = 0.6

export function decideReading(
  engine: Engine,
  sheet: UprightPage,
  glyphs: readonly PdfGlyph[],
  drawn: PageObjects,
  stamps: readonly Box[],
  facts: PdfFacts,
): ReadingDecision {
  const images = picturesOf(engine, drawn, sheet)
  const area = sheet.width * sheet.height || 1
  const members = images.flatMap((image) => image.members)
  const cover = members.reduce((sum, image) => sum + onPage(image.box, sheet), 0) / area
  const scans = cover > mostOfPage ? images.map((image) => image.box) : []
  const inked = glyphs.filter((glyph) => !isBlank(glyph.text))
  const seen = inked.filter((glyph) => glyph.style.hiddenBy === null)
  const unmapped = inked.filter((glyph) => !glyph.mapped).length
  const unread = unreadInk(engine, sheet, glyphs, drawn, facts, new Set(members))
  const pictures = [
    ...images.map((image) => image.box),
    ...unread.words,
    ...stamps,
    ...drawn.replaced,
    ...unmappedWords(glyphs),
  ]
  const isDrawnOver =
    pictures.length + unread.apart.length > 0 || drawn.objects.some((object) => object.kind === 'shading')
  const whole =
    !facts.trusted ||
    drawn.crowded ||
    cover > mostOfPage ||
    unmapped > untrustedShare * inked.length ||
    (seen.length < fewCharacters && isDrawnOver)
  const reading: Reading = whole ? 'pixels' : pictures.length > 0 ? 'both' : 'stated'
  return {
    reading,
    pictures: reading === 'both' ? pictures : [],
    scans,
    naturalScale: whole && cover > mostOfPage ? scanScale(images) : drawnScale,
    ink: unread.apart,
  }
}

/** Pictures that show and are large enough for a word, in the file and as they are drawn. */
function picturesOf(engine: Engine, drawn: PageObjects, sheet: UprightPage): JoinedPicture[] {
  return joinedPictures(
    engine,
    drawn.objects.filter(({ kind, box }) => kind === 'image' && onPage(box, sheet) > 0),
  )
}

function onPage(box: Box, sheet: UprightPage): number {
  return overlapArea(box, [0, 0, sheet.width, sheet.height])
}

/** Resolution of the largest picture, kept between 100 and 300 dpi. */
function scanScale(images: readonly JoinedPicture[]): number {
  const largest = images.reduce((one, other) => (size(other.box) > size(one.box) ? other : one))
  const points = largest.members.reduce((sum, { box }) => sum + size(box), 0) || 1
  return Math.min(300, Math.max(100, Math.sqrt(largest.pixels / points) * 72)) / 72
}

function size(box: Box): number {
  return box[2] * box[3]
}
