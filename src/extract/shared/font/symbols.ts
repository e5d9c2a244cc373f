/** Letters set in a symbol font: a Wingdings « is a ★ to whoever looks at it. */
import { createRequire } from 'node:module'
import type { codePoint as CodePoint } from 'dingbat-to-unicode'

let dictionary: { readonly codePoint: typeof CodePoint } | null = null

/** Loaded at the first symbol: every start of a process would pay for the tables, and few documents need them. */
function tables(): { readonly codePoint: typeof CodePoint } {
  dictionary ??= createRequire(import.meta.url)('dingbat-to-unicode') as typeof dictionary
  return dictionary!
}

/** Every name of a symbol font has one of these in it. */
const perhaps = /ding|symbol|monotype ?sorts|starbats|d050000l/i

/** Name without subset prefix, blanks and signs → whose codes it has. Later versions and fonts of other makers follow them. */
const fonts: readonly (readonly [name: RegExp, codes: string])[] = [
  [/^wingdings2/, 'WINGDINGS 2'],
  [/^wingdings3/, 'WINGDINGS 3'],
  [/^wingdings/, 'WINGDINGS'],
  [/^webdings/, 'WEBDINGS'],
  [/^(?:standardsymbols|symbol(?:mt|ps|std|neu)?(?:regular|bold|italic)*$)/, 'SYMBOL'],
  [/^(?:(?:itc)?zapf)?dingbats|^itczapf|^d050000l|^monotypesorts/, 'ZAPF DINGBATS'],
  [/^(?:open|star)symbol|^starbats/, 'OPENSYMBOL'],
]

/** Whose codes the letters of a font have; undefined for fonts of letters. `font`: as a document names it, PDF too. */
export function symbolCodes(font: string | undefined): string | undefined {
  if (!font || !perhaps.test(font)) return undefined
  const name = font
    .replace(/^[A-Z]{6}\+/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
  return fonts.find(([pattern]) => pattern.test(name))?.[1]
}

/** What is seen, letter by letter, when `text` is set in `font`. */
export function seenIn(font: string | undefined, text: string): string {
  const codes = symbolCodes(font)
  if (!codes) return text
  return Array.from(text, (letter) => symbolAt(codes, letter.codePointAt(0)!) ?? letter).join('')
}

/** `w:sym` (ECMA-376 17.3.3.30): a font and a hexadecimal code, often in the private area F000–F0FF. */
export function symbolOf(font: string | undefined, code: string | undefined): string {
  if (!code || !/^[0-9a-f]{1,6}$/i.test(code)) return ''
  const point = parseInt(code, 16)
  const codes = symbolCodes(font)
  const seen = codes ? symbolAt(codes, point) : undefined
  return seen ?? (point < 0x110000 ? String.fromCodePoint(point) : '')
}

/** What one code shows, in Unicode; undefined where the font has a letter there. `codes`: of `symbolCodes`. */
export function symbolAt(codes: string, point: number): string | undefined {
  if (codes === 'OPENSYMBOL') return openSymbolAt(point)
  const inFont = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point
  if (inFont >= 0x100 || inFont <= 0x20) return undefined
  return codes === 'ZAPF DINGBATS' ? dingbatAt(inFont) : tables().codePoint(codes, inFont)?.string
}

/** Where OpenSymbol keeps the codes of Wingdings in its private area, and ✫–✰ of ITC Zapf Dingbats. */
const [wingdings, firstDingbat, lastDingbat] = [0xe3c8, 0xe216, 0xe21b]

/**
 * LibreOffice sets Wingdings in OpenSymbol where it lacks that font, and states the codes of Wingdings in the PDF it writes:
 * of those only « is also a letter of OpenSymbol.
 */
function openSymbolAt(point: number): string | undefined {
  if (point === 0xab || (point >= 0xf021 && point <= 0xf0ff)) return symbolAt('WINGDINGS', point)
  if (point >= firstDingbat && point <= lastDingbat)
    return String.fromCodePoint(0x272b + point - firstDingbat)
  return point > wingdings + 0x20 && point < wingdings + 0x100
    ? symbolAt('WINGDINGS', point - wingdings)
    : undefined
}

/** Codes of ITC Zapf Dingbats (ISO 32000-1, D.6) that do not stand in the order of the Unicode block of dingbats. */
const outOfOrder: Readonly<Record<number, string>> = {
  0x25: '☎',
  0x2a: '☛',
  0x2b: '☞',
  0x48: '★',
  0x6c: '●',
  0x6e: '■',
  0x73: '▲',
  0x74: '▼',
  0x75: '◆',
  0x77: '◗',
  0xa8: '♣',
  0xa9: '♦',
  0xaa: '♥',
  0xab: '♠',
  0xd5: '→',
  0xd6: '↔',
  0xd7: '↕',
}

function dingbatAt(code: number): string | undefined {
  const single = outOfOrder[code]
  if (single) return single
  if (code >= 0xac && code <= 0xb5) return String.fromCodePoint(0x2460 + code - 0xac)
  if (code <= 0x7e) return String.fromCodePoint(0x26e0 + code)
  return code >= 0xa1 && code <= 0xfe && code !== 0xf0 ? String.fromCodePoint(0x26c0 + code) : undefined
}
