/** One page of a PDF: its lines, how it must be read, its pixels on demand. */
import { Uninspectable } from '../../errors.js'
import { at } from '../../place.js'
import type { Box, HiddenBy, Page, Piece, Source, Work } from '../../types.js'
import { alternativeLines } from './alternatives.js'
import { readAnnotations } from './annotations.js'
import type { Facts } from './facts.js'
import { overlap, readSheet, type Sheet } from './geometry.js'
import { readGlyphs } from './glyphs.js'
import { buildLines, type Concealment } from './lines.js'
import { readObjects } from './objects.js'
import type { OpenPdf } from './open.js'
import { decideReading } from './reading.js'
import { pagePixels } from './render.js'
import { buildRuns } from './runs.js'

/** A page, and the files attached to it by annotations. */
export interface PageRead {
  readonly page: Page
  readonly files: readonly Piece[]
}

/** `index` is 0-based. Throws Uninspectable `corrupt` if PDFium cannot load the page. */
export function readPage(
  source: Source,
  document: OpenPdf,
  facts: Facts,
  work: Work,
  index: number,
): PageRead {
  const { engine } = document
  const handle = document.page(index)
  if (handle === 0) throw new Uninspectable('corrupt', { code: 'pdf.page', args: { page: index + 1 } })
  const sheet = readSheet(engine, handle)
  const textPage = engine.call.FPDFText_LoadPage(handle)
  try {
    const glyphs = textPage === 0 ? [] : readGlyphs(engine, textPage, sheet, facts.hiddenLayers)
    const drawn = readObjects(engine, handle, sheet)
    const place = at(source.place, { page: index + 1, pageSize: [sheet.width, sheet.height] })
    const annotations = readAnnotations(document, handle, sheet, place, work.budget)
    const decision = decideReading(engine, sheet, glyphs, drawn, annotations.pictures)
    const lines = [
      ...buildLines(buildRuns(glyphs), concealment(sheet, decision.scans)),
      ...annotations.lines,
      ...(facts.hasAlternatives ? alternativeLines(engine, handle) : []),
    ]
    const { width, height } = sheet
    const pixels = pagePixels(source, document, work.budget, { index, width, height }, decision.naturalScale)
    const page: Page = {
      place,
      width,
      height,
      lines,
      marks: [],
      reading: decision.reading,
      pixels,
      ...(decision.reading === 'both' ? { pictures: decision.pictures } : {}),
      number: index + 1,
      of: document.pageCount,
    }
    return { page, files: annotations.files }
  } finally {
    if (textPage !== 0) engine.call.FPDFText_ClosePage(textPage)
  }
}

function concealment(sheet: Sheet, scans: readonly Box[]): Concealment {
  const page: Box = [0, 0, sheet.width, sheet.height]
  return (box: Box, stated: HiddenBy | null) => {
    const area = Math.max(box[2] * box[3], 1e-6)
    if (overlap(box, page) < 0.1 * area) return { sight: 'hidden', hiddenBy: 'outside-page' }
    if (stated === null) return { sight: 'visible' }
    const layer = stated === 'invisible-mode' && scans.some((scan) => overlap(box, scan) > 0.5 * area)
    return layer ? { sight: 'visible', hiddenBy: 'ocr-layer' } : { sight: 'hidden', hiddenBy: stated }
  }
}
