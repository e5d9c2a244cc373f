/** The text of a page the way up it is read, and what of it lies where nobody sees it. */
import type { Box, HiddenBy } from '../../types.js'
import type { Engine } from './engine.js'
import { readSheet, type UprightPage, type Turns } from './geometry.js'
import { type PdfGlyph, readGlyphs } from './glyphs.js'
import type { Concealment } from './spans.js'
import { overlapArea } from '../../plane/box.js'

/** Most of the characters, and at least this many, must lie the same way before the page is turned for them. */
const enough = 10
const most = 0.8

/** A page whose text lies on its side or head is turned until the text stands upright, as a reader would turn it. */
export function readUpright(
  engine: Engine,
  page: number,
  textPage: number,
  hiddenLayers: ReadonlySet<string>,
): { sheet: UprightPage; glyphs: PdfGlyph[] } {
  const sheet = readSheet(engine, page)
  const glyphs = textPage === 0 ? [] : readGlyphs(engine, textPage, sheet, hiddenLayers)
  const lying = ([1, 2, 3] as const).find((quarters) => {
    const same = glyphs.filter((glyph) => glyph.style.turn === 90 * quarters).length
    return same >= enough && same >= most * glyphs.length
  })
  if (!lying) return { sheet, glyphs }
  const turned = readSheet(engine, page, (4 - lying) as Turns)
  return { sheet: turned, glyphs: readGlyphs(engine, textPage, turned, hiddenLayers) }
}

/** `scans`: pictures of the page above which text that is not drawn is their layer. */
export function concealment(sheet: UprightPage, scans: readonly Box[]): Concealment {
  return (box: Box, stated: HiddenBy | null) => {
    const area = box[2] * box[3]
    if (isOutside(box, sheet)) return { sight: 'hidden', hiddenBy: 'outside-page' }
    if (stated === null) return { sight: 'visible' }
    const layer = stated === 'invisible-mode' && scans.some((scan) => overlapArea(box, scan) > 0.5 * area)
    return layer ? { sight: 'visible', hiddenBy: 'ocr-layer' } : { sight: 'hidden', hiddenBy: stated }
  }
}

function isOutside([x, y, width, height]: Box, sheet: UprightPage): boolean {
  const inside = overlapArea([x, y, width, height], [0, 0, sheet.width, sheet.height])
  const apart = x + width < 0 || y + height < 0 || x > sheet.width || y > sheet.height
  return apart || inside < 0.1 * width * height
}
