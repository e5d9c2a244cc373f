/** What a character code from PDFium means: its text, whether the file really says so, how wide it is. */
import { symbolAt } from '../shared/font/symbols.js'

/** PDFium's own code for a hyphen that ends a line. */
const hyphenAtLineEnd = 2

/** One or two UTF-16 units; U+FFFD where there is no character. */
export function textOf(code: number): string {
  if (code === hyphenAtLineEnd) return '-'
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd'
  return code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code)
}

/** Control characters, private use, non-characters and U+FFFD are no text. */
export function isMapped(code: number): boolean {
  if (code < 0x20) return code === hyphenAtLineEnd || code === 9 || code === 10 || code === 13
  if (code < 0x7f || (code >= 0xa0 && code < 0xd800)) return true
  return code > 0xf8ff && code < 0xf0000 && code !== 0xfffd && (code & 0xfffe) !== 0xfffe
}

/** As wide as high: Han, kana, Hangul, full-width forms, CJK punctuation. */
export function isWide(code: number): boolean {
  if (code < 0x2e80) return false
  return (
    code < 0xd7a4 || (code >= 0xf900 && code < 0xfb00) || (code >= 0xff00 && code < 0xff61) || code >= 0x20000
  )
}

export function isBlank(text: string): boolean {
  return text === ' ' || text === '\u3000' || text.trim() === ''
}

/**
 * The code point of what a symbol font shows for a code; codes that are Unicode already as they are. PDFium knows the letters
 * of Symbol itself.
 */
export function pictogram(codes: string, code: number): number {
  if (codes === 'SYMBOL') return code
  return symbolAt(codes, code)?.codePointAt(0) ?? code
}
