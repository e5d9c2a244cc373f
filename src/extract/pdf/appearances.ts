/** What annotations and fields show on the page, where it is not what they say: their appearances are read as a page is. */
import type { Box, Line, Span } from '../../types.js'
import { isBlank } from './characters.js'
import { withCopy } from './copy.js'
import type { PdfFacts } from './facts.js'
import type { UprightPage } from './geometry.js'
import { type PdfGlyph, readGlyphs } from './glyphs.js'
import { joinedPictures } from './joined-pictures.js'
import { buildLines } from './lines.js'
import { type PageObjects, readObjects } from './objects.js'
import type { OpenPdf } from './open.js'
import { buildRuns } from './runs.js'
import { type DrawnInk, unreadInk } from './unread-ink.js'
import { overlapArea } from '../../plane/box.js'

/** An annotation that is drawn by a stream of its own (ISO 32000-1, 12.5.5). */
export interface Appearance {
  /** Position among the annotations of the page. */
  readonly number: number
  readonly box: Box
  readonly hidden: boolean
  readonly part: 'form' | 'annotation' | 'link'
  /** What it states, without blanks. */
  readonly said: string
}

export interface Appearances {
  readonly lines: readonly Line[]
  /** Those seen whose pictures or outlines must be looked at. */
  readonly pictures: readonly Box[]
  /** Those unseen that must. */
  readonly ink: readonly DrawnInk[]
}

/** Fewer letters are a tick, a cross or a bullet. */
const fewest = 2
/** From this share of unmapped characters on its text is not believed. */
const untrustedShare = 0.15
const letters = /[\p{L}\p{N}★☆]/gu

/** `index`: 0-based number of the page; `sheet`: as the page is read. */
export function readAppearances(
  document: OpenPdf,
  index: number,
  sheet: UprightPage,
  facts: PdfFacts,
  all: readonly Appearance[],
): Appearances {
  const read = [false, true].map((hidden) => {
    const some = all.filter((one) => one.hidden === hidden)
    return readTogether(document, index, sheet, facts, some)
  })
  return {
    lines: read.flatMap(({ lines }) => lines),
    pictures: read.flatMap(({ pictures }) => pictures),
    ink: read.flatMap(({ ink }) => ink),
  }
}

const nothing: Appearances = { lines: [], pictures: [], ink: [] }

function readTogether(
  document: OpenPdf,
  index: number,
  sheet: UprightPage,
  facts: PdfFacts,
  some: readonly Appearance[],
): Appearances {
  if (some.length === 0) return nothing
  const annotations = new Set(some.map(({ number }) => number))
  const read = withCopy(document, index, annotations, ({ handle, own }) => {
    const drawn = readObjects(document.engine, handle, sheet, own)
    const glyphs = glyphsOf(document, handle, sheet, drawn)
    return some.map((one) => readOne(document, sheet, facts, one, glyphs, drawn, annotations))
  })
  return {
    lines: (read ?? []).flatMap(({ lines }) => lines),
    pictures: read ? read.flatMap(({ pictures }) => pictures) : picturesOf(some),
    ink: (read ?? []).flatMap(({ ink }) => ink),
  }
}

const picturesOf = (some: readonly Appearance[]): Box[] =>
  some.flatMap(({ hidden, box }) => (hidden ? [] : [box]))

function glyphsOf(
  { engine }: OpenPdf,
  page: number,
  sheet: UprightPage,
  { textOrders }: PageObjects,
): PdfGlyph[] {
  if (textOrders.size === 0) return []
  const { call } = engine
  const textPage = call.FPDFText_LoadPage(page)
  if (textPage === 0) return []
  const glyphs = readGlyphs(engine, textPage, sheet, new Set())
  call.FPDFText_ClosePage(textPage)
  return glyphs.filter(({ object }) => textOrders.has(object))
}

function readOne(
  { engine }: OpenPdf,
  sheet: UprightPage,
  facts: PdfFacts,
  { box, hidden, part, said }: Appearance,
  all: readonly PdfGlyph[],
  drawn: PageObjects,
  annotations: ReadonlySet<number>,
): Appearances {
  const glyphs = all.filter(({ x, y, width, height }) => isIn([x, y, width, height], box))
  const objects = drawn.objects.filter((object) => isIn(object.box, box))
  const images = objects.filter(({ kind }) => kind === 'image')
  const taken = new Set(joinedPictures(engine, images).flatMap(({ members }) => members))
  const unread = unreadInk(engine, sheet, [], { ...drawn, objects }, facts, taken)
  const inked = glyphs.filter(({ text }) => !isBlank(text))
  const unmapped = inked.filter(({ mapped }) => !mapped).length > untrustedShare * inked.length
  const isPicture = taken.size + unread.words.length + unread.apart.length > 0 || unmapped
  const orders = new Set([...drawn.textOrders.values(), ...objects.map(({ order }) => order)])
  return {
    lines: unmapped ? [] : linesOf(glyphs, hidden, part, said),
    pictures: isPicture && !hidden ? [box] : [],
    ink:
      isPicture && hidden
        ? [{ box, hiddenBy: 'hidden-attribute', orders, copied: { annotations, without: false } }]
        : [],
  }
}

function isIn(inner: Box, outer: Box): boolean {
  return overlapArea(inner, outer) > 0.5 * inner[2] * inner[3]
}

/** None where the annotation states all that it shows. */
function linesOf(
  glyphs: readonly PdfGlyph[],
  hidden: boolean,
  part: Line['part'] & string,
  said: string,
): Line[] {
  const lines = buildLines(buildRuns(glyphs), () =>
    hidden ? { sight: 'hidden', hiddenBy: 'hidden-attribute' } : { sight: 'visible' },
  )
  const shown = lines.flatMap(({ spans }) => spans.map(({ text }: Span) => text)).join('')
  const isSaid = said.includes(shown.replace(/\s+/g, ''))
  if (isSaid || (shown.match(letters)?.length ?? 0) < fewest) return []
  return lines.map((line) => ({ ...line, part }))
}
