/** What the codes of a font mean: its /ToUnicode table (ISO 32000-1, 9.10.3). */
import { isMapped } from '../characters.js'
import { type PlainGlyph, letterOf } from './letter.js'
import { Lexer, token } from './lexer.js'
import { notPlain } from './values.js'

/** Codes one table may speak of, the same one twice counted twice; a font has at most 65,536. */
const mostEntries = 2 * 65_536
/** Written from right to left, or before what it is spoken after: the order on the page is PDFium's to find. */
const shuffled = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * The letter of each code. Codes that mean several characters, or none that could be written, are left out. Throws
 * `notPlain` where the table is built upon another one.
 */
export function readToUnicode(bytes: Uint8Array): ReadonlyMap<number, PlainGlyph> {
  const table = new Table()
  const lexer = new Lexer(bytes)
  for (let next = lexer.next(); next !== token.end; next = lexer.next()) {
    if (next === token.broken) throw notPlain
    if (next !== token.word) continue
    const word = lexer.text()
    if (word === 'usecmap') throw notPlain
    if (word === 'beginbfchar') readCharacters(lexer, table)
    else if (word === 'beginbfrange') readRanges(lexer, table)
  }
  return table.meanings
}

function readCharacters(lexer: Lexer, table: Table): void {
  while (lexer.next() === token.string) {
    const code = codeOf(lexer)
    if (lexer.next() !== token.string) throw notPlain
    table.set(code, meaningOf(lexer))
  }
}

/** `<first> <last> <meaning of the first>` or `<first> <last> [<meaning> …]`. */
function readRanges(lexer: Lexer, table: Table): void {
  while (lexer.next() === token.string) {
    const first = codeOf(lexer)
    if (lexer.next() !== token.string) throw notPlain
    const last = codeOf(lexer)
    const next = lexer.next()
    if (next === token.string) {
      const meaning = meaningOf(lexer)
      for (let code = first; code <= last; code++) table.set(code, meaning < 0 ? -1 : meaning + code - first)
    } else if (next === token.arrayOpen) {
      for (let code = first; lexer.next() === token.string; code++) table.set(code, meaningOf(lexer))
    } else throw notPlain
  }
}

class Table {
  readonly meanings = new Map<number, PlainGlyph>()
  #entries = 0

  /** `meaning`: -1 where it is not one character. */
  set(code: number, meaning: number): void {
    if (this.#entries++ >= mostEntries) throw notPlain
    const sure = meaning >= 0 && isMapped(meaning) && !shuffled.test(String.fromCodePoint(meaning))
    if (sure) this.meanings.set(code, letterOf(meaning))
    else this.meanings.delete(code)
  }
}

function codeOf({ string: { data, length } }: Lexer): number {
  if (length < 1 || length > 2) throw notPlain
  return length === 1 ? data[0]! : (data[0]! << 8) | data[1]!
}

/** UTF-16BE; -1 unless it is one character. */
function meaningOf({ string: { data, length } }: Lexer): number {
  if (length === 1) return data[0]!
  const unit = (data[0]! << 8) | data[1]!
  const isHigh = unit >= 0xd800 && unit < 0xdc00
  if (length === 2) return isHigh || (unit >= 0xdc00 && unit < 0xe000) ? -1 : unit
  const low = (data[2]! << 8) | data[3]!
  return length === 4 && isHigh && low >= 0xdc00 && low < 0xe000
    ? 0x10000 + ((unit - 0xd800) << 10) + low - 0xdc00
    : -1
}
