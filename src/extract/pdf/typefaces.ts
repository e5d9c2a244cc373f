/** What a font's name and flags tell about its letters. PDFium's weight is guessed from the stem width and says nothing. */
import type { Engine } from './engine.js'
import { symbolCodes } from '../shared/font/symbols.js'
import { narrowText } from './strings.js'

export interface Typeface {
  readonly bold: boolean
  /** Its letters are pictograms: the code of a letter is not what is seen. As `symbolCodes` names them; else null. */
  readonly symbols: string | null
}

/** Per page: font handles are used again after a page is closed. */
export type Typefaces = Map<number, Typeface>

const boldName = /bold|heavy|black|[-_,]B$|粗/i
/** ISO 32000-1, table 123. */
const forceBold = 1 << 18
const plain: Typeface = { bold: false, symbols: null }

export function typefaceOf(engine: Engine, object: number, known: Typefaces): Typeface {
  const { call } = engine
  const font = object ? call.FPDFTextObj_GetFont(object) : 0
  if (!font) return plain
  const before = known.get(font)
  if (before) return before
  const name = narrowText(engine, (buffer, bytes) => call.FPDFFont_GetBaseFontName(font, buffer, bytes))
  const typeface = typefaceNamed(name, call.FPDFFont_GetFlags(font))
  known.set(font, typeface)
  return typeface
}

/** `flags`: of the font descriptor. */
export function typefaceNamed(name: string, flags: number): Typeface {
  return {
    bold: boldName.test(name) || (flags & forceBold) !== 0,
    symbols: symbolCodes(name) ?? null,
  }
}
