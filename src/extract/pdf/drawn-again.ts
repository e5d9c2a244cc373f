/** Text drawn a second time over what covers it: PDFium tells such characters once, so the second drawing is asked for its box. */
import type { Box } from '../../types.js'
import type { Engine } from './engine.js'
import { overlap, type Sheet, uprightBox } from './geometry.js'
import type { Glyph } from './glyphs.js'
import type { PageObjects } from './objects.js'

interface Copy {
  readonly box: Box
  readonly order: number
}

/** Takes doubts back; `orderOf` gives the drawing order of what covers a glyph. */
export function forgiveCopies(
  engine: Engine,
  sheet: Sheet,
  glyphs: readonly Glyph[],
  drawn: PageObjects,
  orderOf: (glyph: Glyph) => number,
): void {
  const doubted = glyphs.filter((glyph) => glyph.doubt > 0)
  if (doubted.length === 0) return
  const copies = copiesOf(engine, sheet, glyphs, drawn)
  if (copies.length === 0) return
  for (const glyph of doubted) {
    const box: Box = [glyph.x, glyph.y, glyph.width, glyph.height]
    const enough = 0.5 * glyph.width * glyph.height
    const order = orderOf(glyph)
    if (copies.some((copy) => copy.order > order && overlap(copy.box, box) > enough)) glyph.doubt = 0
  }
}

/** Text objects none of whose characters are told; those inside forms are taken as the page's own. */
function copiesOf(
  { call, scratch, memory }: Engine,
  sheet: Sheet,
  glyphs: readonly Glyph[],
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
