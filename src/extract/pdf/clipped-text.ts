/** Text that clip paths may keep from showing: it is put in doubt, and what is drawn decides. */
import type { Box } from '../../types.js'
import { isBlank } from './characters.js'
import type { PdfGlyph } from './glyphs.js'
import type { PageObjects } from './objects.js'
import { overlapArea } from '../../plane/box.js'

/** `Span.doubts`: in question, but not for a cover. */
const doubt = 255
/** A character shows when this much of its box lies inside the clip. */
const enough = 0.5

export function doubtClipped(glyphs: readonly PdfGlyph[], { textWindows }: PageObjects): void {
  if (textWindows.size === 0) return
  for (const glyph of glyphs) {
    const window = textWindows.get(glyph.object)
    if (window === undefined || glyph.doubt > 0) continue
    if (glyph.style.hiddenBy !== null || isBlank(glyph.text)) continue
    const box: Box = [glyph.x, glyph.y, glyph.width, glyph.height]
    if (!window || overlapArea(box, window) < enough * glyph.width * glyph.height) glyph.doubt = doubt
  }
}
