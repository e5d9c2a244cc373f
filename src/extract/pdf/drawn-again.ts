/** Text drawn a second time in the same place: PDFium tells such characters once, so the other drawing is asked for its box. */
import type { Box } from '../../types.js'
import type { Engine } from './engine.js'
import { type UprightPage, uprightBox } from './geometry.js'
import type { PdfGlyph } from './glyphs.js'
import type { PageObjects } from './objects.js'
import { overlapArea } from '../../plane/box.js'

interface Copy {
  readonly box: Box
  readonly order: number
}

/**
 * Positions in drawing order of the other drawings of text in doubt. They are left out together with it: where any of
 * them shows, something changes.
 */
export function copiesOfDoubted(
  engine: Engine,
  sheet: UprightPage,
  glyphs: readonly PdfGlyph[],
  drawn: PageObjects,
): number[] {
  const doubted = glyphs.filter((glyph) => glyph.doubt > 0)
  if (doubted.length === 0) return []
  const copies = copiesOf(engine, sheet, glyphs, drawn)
  const isCopied = ({ box }: Copy) =>
    doubted.some(
      ({ x, y, width, height }) => overlapArea(box, [x, y, width, height]) > enough * width * height,
    )
  return copies.filter(isCopied).map(({ order }) => order)
}

/** A copy stands over this much of a character. */
const enough = 0.5

/** Text objects none of whose characters are told; those inside forms are taken as the page's own. */
function copiesOf(
  { call, scratch, memory }: Engine,
  sheet: UprightPage,
  glyphs: readonly PdfGlyph[],
  drawn: PageObjects,
): Copy[] {
  const told = new Set(glyphs.map((glyph) => glyph.object))
  const copies: Copy[] = []
  for (const [object, order] of drawn.textOrders) {
    if (told.has(object)) continue
    if (!call.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12)) continue
    const { f32 } = memory()
    const at = scratch >> 2
    const box = uprightBox(sheet.toUpright, f32[at]!, f32[at + 1]!, f32[at + 2]!, f32[at + 3]!)
    copies.push({ box, order })
  }
  return copies
}
