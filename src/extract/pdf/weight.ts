/** Is a font bold? By its name or the ForceBold flag; PDFium's weight is guessed from the stem width and says nothing. */
import type { Engine } from './engine.js'
import { narrowText } from './strings.js'

/** Per page: font handles are used again after a page is closed. */
export type FontWeights = Map<number, boolean>

const boldName = /bold|heavy|black|[-_,]B$|粗/i
/** ISO 32000-1, table 123. */
const forceBold = 1 << 18

export function isBold(engine: Engine, object: number, known: FontWeights): boolean {
  const { call } = engine
  const font = object ? call.FPDFTextObj_GetFont(object) : 0
  if (!font) return false
  const before = known.get(font)
  if (before !== undefined) return before
  const name = narrowText(engine, (buffer, bytes) => call.FPDFFont_GetBaseFontName(font, buffer, bytes))
  const bold = boldName.test(name) || (call.FPDFFont_GetFlags(font) & forceBold) !== 0
  known.set(font, bold)
  return bold
}
