/** Text drawn in full and then the picture of the whole page over it: a text layer like one that is not drawn at all. */
import type { Box } from '../../types.js'
import { coatOf } from './coat.js'
import type { Engine } from './engine.js'
import type { UprightPage } from './geometry.js'
import type { PdfGlyph } from './glyphs.js'
import type { PageObjects } from './objects.js'
import type { Style } from './styles.js'
import { overlapArea } from '../../plane/box.js'

/** From this share of the page a picture is the page itself. */
const wholePage = 0.6
/** A glyph lies beneath the picture with this much of its box. */
const enough = 0.5

/** The glyphs, those under an opaque picture of the page as text that is not drawn. `scans`: boxes of such pictures. */
export function layBeneath(
  engine: Engine,
  sheet: UprightPage,
  glyphs: readonly PdfGlyph[],
  drawn: PageObjects,
  scans: readonly Box[],
): readonly PdfGlyph[] {
  const area = sheet.width * sheet.height || 1
  const top = drawn.objects.findLast(
    (object) =>
      scans.includes(object.box) &&
      overlapArea(object.box, [0, 0, sheet.width, sheet.height]) > wholePage * area &&
      coatOf(engine, object) === 'opaque',
  )
  if (!top) return glyphs
  const unseen = new Map<Style, Style>()
  return glyphs.map((glyph) => {
    const { style, object } = glyph
    const order = drawn.textOrders.get(object)
    if (style.hiddenBy !== null || order === undefined || order > top.order) return glyph
    const { x, y, width, height } = glyph
    // Footers of scanning programs stand beside the picture.
    if (overlapArea(top.box, [x, y, width, height]) < enough * width * height) return glyph
    if (!unseen.has(style)) unseen.set(style, { ...style, hiddenBy: 'invisible-mode' })
    return { ...glyph, style: unseen.get(style)! }
  })
}
