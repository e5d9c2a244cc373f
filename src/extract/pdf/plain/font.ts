/** A font as far as a text layer needs it: what each code means and how wide it is (ISO 32000-1, 9.6 to 9.8). */
import { isMapped } from '../characters.js'
import { typefaceNamed } from '../typefaces.js'
import type { PdfFile } from './file.js'
import { type PlainGlyph, letterOf } from './letter.js'
import { characterSets } from './character-sets.js'
import { readToUnicode } from './to-unicode.js'
import { type Dictionary, isReference, notPlain, type PdfValue } from './values.js'

export interface PlainFont {
  /** Bytes a code takes; `mixed`: one below 0x80, else two. */
  readonly codeBytes: 1 | 2 | 'mixed'
  readonly bold: boolean
  /** Undefined: not known, the page is not plain. */
  meaning(code: number): PlainGlyph | undefined
  /** In ems. */
  width(code: number): number
}

/** Adobe-GB1 (Adobe Technical Note 5079): the printed characters of ASCII are its numbers 1 to 95. */
const [firstLatin, lastLatin] = [32, 95]
/** Codes that ranges of equal widths may speak of. */
const mostWidths = 200_000

/** Throws `notPlain` for fonts whose codes have no sure meaning. */
export function readFont(file: PdfFile, font: Dictionary): PlainFont {
  const kind = font.get('Subtype')
  if (kind === 'Type0') return compositeFont(file, font)
  if (kind === 'TrueType' || kind === 'Type1' || kind === 'MMType1') return simpleFont(file, font, 0.001)
  const matrix = file.list(font.get('FontMatrix'))
  if (kind !== 'Type3' || typeof matrix[0] !== 'number' || matrix[1] !== 0) throw notPlain
  return simpleFont(file, font, matrix[0])
}

/** Identity-H: a code is two bytes and a glyph, and the table says what it means. */
function compositeFont(file: PdfFile, font: Dictionary): PlainFont {
  const descendant = file.dictionary(file.list(font.get('DescendantFonts'))[0])
  if (!descendant) throw notPlain
  if (!font.has('ToUnicode')) return namedFont(file, font, descendant)
  if (font.get('Encoding') !== 'Identity-H') throw notPlain
  const meanings = meaningsOf(file, font.get('ToUnicode'))
  const widths = compositeWidths(file, file.list(descendant.get('W')))
  const usual = number(file.resolve(descendant.get('DW')), 1000) / 1000
  return {
    codeBytes: 2,
    bold: isBold(file, font, descendant),
    meaning: (code) => meanings.get(code),
    width: (code) => widths.get(code) ?? usual,
  }
}

/** Codes of a character set that every reader knows, as fonts have them that are not embedded (9.7.5.2). */
function namedFont(file: PdfFile, font: Dictionary, descendant: Dictionary): PlainFont {
  const set = characterSets.get(file.resolve(font.get('Encoding')) as string)
  const collection = file.dictionary(descendant.get('CIDSystemInfo'))?.get('Ordering')
  const isGb = collection instanceof Uint8Array && Buffer.from(collection).toString('latin1') === 'GB1'
  if (!set || !isGb) throw notPlain
  const widths = compositeWidths(file, file.list(descendant.get('W')))
  // Which number another character has in the collection is not known here.
  if ([...widths.keys()].some((number) => number > lastLatin)) throw notPlain
  const usual = number(file.resolve(descendant.get('DW')), 1000) / 1000
  return {
    codeBytes: set.codeBytes,
    bold: isBold(file, font, descendant),
    meaning: set.meaning,
    width: (code) => (code < firstLatin + lastLatin ? (widths.get(code - firstLatin + 1) ?? usual) : usual),
  }
}

/** `[first [w w …] first last w …]` (9.7.4.3). */
function compositeWidths(file: PdfFile, list: readonly PdfValue[]): Map<number, number> {
  const widths = new Map<number, number>()
  let stated = 0
  for (let at = 0; at < list.length;) {
    const first = list[at]
    const second = file.resolve(list[at + 1])
    if (typeof first !== 'number') throw notPlain
    if (Array.isArray(second)) {
      second.forEach((width, index) => widths.set(first + index, number(width as PdfValue, 0) / 1000))
      at += 2
      continue
    }
    const width = number(list[at + 2], 0) / 1000
    if (typeof second !== 'number') throw notPlain
    stated += second - first
    if (stated > mostWidths) throw notPlain
    for (let code = first; code <= second; code++) widths.set(code, width)
    at += 3
  }
  return widths
}

/** `unit`: width of one unit of /Widths in ems. */
function simpleFont(file: PdfFile, font: Dictionary, unit: number): PlainFont {
  const meanings = font.has('ToUnicode')
    ? meaningsOf(file, font.get('ToUnicode'))
    : encodingMeanings(file, font.get('Encoding'))
  const stated = file.list(font.get('Widths'))
  const first = number(font.get('FirstChar'), -1)
  if (stated.length === 0 || first < 0) throw notPlain
  const missing = number(file.dictionary(font.get('FontDescriptor'))?.get('MissingWidth'), 0)
  const widths = Float64Array.from({ length: 256 }, (_, code) => {
    const width = file.resolve(stated[code - first])
    return unit * (typeof width === 'number' ? width : missing)
  })
  return {
    codeBytes: 1,
    bold: isBold(file, font, font),
    meaning: (code) => meanings.get(code),
    width: (code) => widths[code] ?? 0,
  }
}

/** Tables are shared between the fonts of a document more often than not. */
const known = new WeakMap<PdfFile, Map<number, ReadonlyMap<number, PlainGlyph>>>()

function meaningsOf(file: PdfFile, value: PdfValue | undefined): ReadonlyMap<number, PlainGlyph> {
  if (!isReference(value)) throw notPlain
  const tables = known.get(file) ?? new Map<number, ReadonlyMap<number, PlainGlyph>>()
  known.set(file, tables)
  const table = tables.get(value.object) ?? readToUnicode(file.stream(value).data)
  tables.set(value.object, table)
  return table
}

/** Without a table only the Windows code page is sure (annex D.2); names of glyphs are left to PDFium. */
function encodingMeanings(file: PdfFile, encoding: PdfValue | undefined): ReadonlyMap<number, PlainGlyph> {
  const stated = file.resolve(encoding)
  if (stated !== 'WinAnsiEncoding') throw notPlain
  const decoder = new TextDecoder('windows-1252')
  const printed = Array.from({ length: 224 }, (_, index) => index + 32)
  const meanings = printed.map((code) => [code, decoder.decode(Uint8Array.of(code)).codePointAt(0)!] as const)
  return new Map(
    meanings.filter(([, meaning]) => isMapped(meaning)).map(([code, meaning]) => [code, letterOf(meaning)]),
  )
}

function isBold(file: PdfFile, font: Dictionary, described: Dictionary): boolean {
  const name = font.get('BaseFont') ?? ''
  const flags = file.dictionary(described.get('FontDescriptor'))?.get('Flags') ?? 0
  if (typeof name !== 'string' || typeof flags !== 'number') throw notPlain
  const { bold, symbols } = typefaceNamed(name, flags)
  if (symbols || /dings|symbol/i.test(name)) throw notPlain
  return bold
}

function number(value: PdfValue | undefined, otherwise: number): number {
  if (value === undefined || value === null) return otherwise
  if (typeof value !== 'number') throw notPlain
  return value
}
