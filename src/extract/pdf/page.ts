/** One page of a PDF: its lines, how it must be read, its pixels on demand. */
import { Uninspectable } from '../../errors.js'
import { at } from '../../place.js'
import type { Ink, Line, Page, Piece, Source, Work } from '../../types.js'
import { alternativeLines } from './alternatives.js'
import { readAnnotations } from './annotations.js'
import { readAppearances } from './appearances.js'
import type { PdfFacts } from './facts.js'
import { layBeneath } from './beneath-scan.js'
import { isFalselyBlank } from './blank.js'
import { buildLines } from './lines.js'
import { largestPicture, type PageObjects, readObjects } from './objects.js'
import type { OpenPdf } from './open.js'
import type { UprightPage } from './geometry.js'
import { findCovers, nothingCovered } from './covers.js'
import type { PlainPage } from './plain/page.js'
import { plainPage } from './plain/proven.js'
import { decideReading } from './reading.js'
import { drawnScale } from './drawn-scale.js'
import { pagePixels } from './render.js'
import { buildRuns } from './runs.js'
import type { DrawnInk } from './unread-ink.js'
import { concealment, readUpright } from './upright.js'

/** A page, and what its annotations bring along. */
export interface PageRead {
  readonly page: Page
  readonly beside: readonly Piece[]
}

/**
 * `index` is 0-based; `plainly`: pages that hide nothing may be read without PDFium. Throws Uninspectable `corrupt` if
 * PDFium cannot load the page.
 */
export function readPage(
  source: Source,
  document: OpenPdf,
  facts: PdfFacts,
  work: Work,
  index: number,
  plainly = true,
): PageRead {
  const lines = (first: number) => statedLines(document, facts, first)
  const plain = plainly ? plainPage(document, facts, index, lines) : null
  return plain
    ? readPlain(source, document, work, index, plain)
    : readDrawn(source, document, facts, work, index)
}

/** PDFium is asked for such a page only when somebody wants its picture. */
function readPlain(
  source: Source,
  document: OpenPdf,
  work: Work,
  index: number,
  { sheet, glyphs }: PlainPage,
): PageRead {
  const { width, height } = sheet
  const drawn = { index, ...sheet, covering: nothingCovered, ink: [], largestPicture: 0 }
  const page: Page = {
    place: at(source.place, { page: index + 1, pageSize: [width, height] }),
    width,
    height,
    lines: buildLines(buildRuns(glyphs), concealment(sheet, [])),
    marks: [],
    reading: 'stated',
    pixels: pagePixels(source, document, work.budget, drawn, drawnScale),
    number: index + 1,
    of: document.pageCount,
  }
  return { page, beside: [] }
}

function statedLines(document: OpenPdf, facts: PdfFacts, index: number): Line[] {
  const { engine } = document
  const handle = document.page(index)
  const textPage = engine.call.FPDFText_LoadPage(handle)
  try {
    const { sheet, glyphs } = readUpright(engine, handle, textPage, facts.hiddenLayers)
    return buildLines(buildRuns(glyphs), concealment(sheet, []))
  } finally {
    if (textPage !== 0) engine.call.FPDFText_ClosePage(textPage)
  }
}

function readDrawn(source: Source, document: OpenPdf, facts: PdfFacts, work: Work, index: number): PageRead {
  const { engine } = document
  const { call } = engine
  const handle = document.page(index)
  const node = call.EPDFDoc_GetPageObjectNumberByIndex(document.handle, index)
  if (handle === 0 || facts.pages?.has(node) === false) throw unreadable('pdf.page', index)
  const textPage = call.FPDFText_LoadPage(handle)
  try {
    const { sheet, glyphs } = readUpright(engine, handle, textPage, facts.hiddenLayers)
    const drawn = readObjects(engine, handle, sheet)
    const empty = glyphs.length + drawn.objects.length + drawn.texts + drawn.forms === 0
    if (empty && isFalselyBlank(document, node)) throw unreadable('pdf.blank', index)
    const place = at(source.place, { page: index + 1, pageSize: [sheet.width, sheet.height] })
    const annotations = readAnnotations(document, handle, sheet, place, work.budget)
    const shown = readAppearances(document, index, sheet, facts, annotations.appearances)
    const decision = decideReading(engine, sheet, glyphs, drawn, shown.pictures, facts)
    const ink = [...decision.ink, ...shown.ink, ...switchedOff(facts, sheet, drawn)]
    const laid = layBeneath(engine, sheet, glyphs, drawn, decision.scans)
    // Before the spans are built: it notes its doubts in the glyphs.
    const covering = findCovers(engine, sheet, laid, drawn, annotations.overlays)
    const lines = [
      ...buildLines(buildRuns(laid), concealment(sheet, decision.scans)),
      ...annotations.lines,
      ...shown.lines,
      ...(facts.hasAlternatives ? alternativeLines(engine, handle) : []),
    ]
    const { width, height } = sheet
    const pixels = pagePixels(
      source,
      document,
      work.budget,
      { index, ...sheet, covering, ink, largestPicture: largestPicture(engine, drawn.objects) },
      decision.naturalScale,
    )
    const page: Page = {
      place,
      width,
      height,
      lines,
      marks: [],
      reading: decision.reading,
      pixels,
      ...(decision.reading === 'both' ? { pictures: decision.pictures } : {}),
      ...(ink.length > 0 ? { ink: ink.map(statedInk) } : {}),
      ...(covering.covers.length > 0 ? { covers: covering.covers } : {}),
      number: index + 1,
      of: document.pageCount,
    }
    return { page, beside: annotations.beside }
  } finally {
    if (textPage !== 0) call.FPDFText_ClosePage(textPage)
  }
}

/** Layers that are off hold more than text: what is drawn when they are on is held against what the page shows. */
function switchedOff(
  { hasHiddenLayers }: PdfFacts,
  { width, height }: UprightPage,
  drawn: PageObjects,
): DrawnInk[] {
  if (!hasHiddenLayers || drawn.objects.length === 0) return []
  const orders = new Set(drawn.objects.map(({ order }) => order))
  const copied = { annotations: new Set<number>(), without: true }
  return [{ box: [0, 0, width, height], hiddenBy: 'hidden-layer', orders, copied }]
}

function statedInk({ box, hiddenBy }: DrawnInk): Ink {
  return { box, ...(hiddenBy && { hiddenBy }) }
}

function unreadable(code: 'pdf.page' | 'pdf.blank', index: number): Uninspectable {
  return new Uninspectable('corrupt', { code, args: { page: index + 1 } })
}
