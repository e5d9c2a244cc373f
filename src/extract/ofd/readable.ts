/** Text that a document gives only as shapes: told by its codes, and read back through the embedded font if it can be. */
import type { OfdGlyph } from './glyphs.js'

/** Private use, unassigned, controls, the replacement character. */
const noCharacter = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u
/** Stands for "any character" when it repeats while the glyphs differ. */
const filler = /^[\s?？□■*＊.]$/

/** True when the codes of these characters, all of one object, do not tell what is seen. */
export function isUnreadable(glyphs: readonly OfdGlyph[]): boolean {
  const inked = glyphs.filter(({ text, glyph }) => text.trim() !== '' || glyph !== null)
  const lost = inked.filter(({ text }) => noCharacter.test(text)).length
  if (lost > 0) return true
  const shapes = new Set(inked.map(({ glyph }) => glyph))
  const codes = new Set(inked.map(({ text }) => text))
  return codes.size === 1 && shapes.size > 1 && filler.test([...codes][0]!)
}

/** The same glyphs with their characters; null when the font does not tell them all. */
export function readBack(
  glyphs: readonly OfdGlyph[],
  characters: ReadonlyMap<number, string>,
): OfdGlyph[] | null {
  const found: OfdGlyph[] = []
  for (const glyph of glyphs) {
    const text = glyph.glyph === null ? undefined : characters.get(glyph.glyph)
    if (text !== undefined) found.push({ ...glyph, text })
    else if (noCharacter.test(glyph.text) || glyph.glyph !== null) return null
    else found.push(glyph)
  }
  return found
}
