/** PDF objects as plain values (ISO 32000-1, 7.3). */
import { type Lexer, token, type PdfToken, wordOf } from './lexer.js'

/** Names are strings; strings are bytes. */
export type PdfValue =
  null | boolean | number | string | Uint8Array | Reference | readonly PdfValue[] | Dictionary
export type Dictionary = ReadonlyMap<string, PdfValue>
export interface Reference {
  /** Of the object meant; generations are not told apart. */
  readonly object: number
}

/**
 * Thrown wherever a file leaves the paths this reader knows. It says nothing about the file: PDFium reads what is
 * given up here. One for all, because a stack trace costs more than the reading.
 */
export const notPlain = new Error('not a plain page')

/** Deeper nesting is no page. */
const deepest = 40
const reference = wordOf('R')

export function isDictionary(value: PdfValue | undefined): value is Dictionary {
  return value instanceof Map
}

export function isReference(value: PdfValue | undefined): value is Reference {
  return typeof value === 'object' && value !== null && 'object' in value
}

/** Throws `notPlain` at anything but a whole value. */
export function readValue(lexer: Lexer, depth = 0): PdfValue {
  return valueOf(lexer, lexer.next(), depth)
}

/** `first`: the token `lexer` has just met. */
export function valueOf(lexer: Lexer, first: PdfToken, depth = 0): PdfValue {
  if (depth > deepest) throw notPlain
  switch (first) {
    case token.number:
      return numberOrReference(lexer)
    case token.name:
      return lexer.text()
    case token.string:
      return lexer.string.data.slice(0, lexer.string.length)
    case token.arrayOpen:
      return readArray(lexer, depth)
    case token.dictionaryOpen:
      return readDictionary(lexer, depth)
    case token.word:
      return constant(lexer.text())
    default:
      throw notPlain
  }
}

function constant(word: string): null | boolean {
  if (word === 'null') return null
  if (word !== 'true' && word !== 'false') throw notPlain
  return word === 'true'
}

/** `12 0 R` begins like the number 12. */
function numberOrReference(lexer: Lexer): number | Reference {
  const { number, at } = lexer
  if (
    Number.isInteger(number) &&
    number > 0 &&
    lexer.next() === token.number &&
    Number.isInteger(lexer.number)
  ) {
    if (lexer.next() === token.word && lexer.word === reference) return { object: number }
  }
  lexer.at = at
  return number
}

function readArray(lexer: Lexer, depth: number): PdfValue[] {
  const values: PdfValue[] = []
  for (let next = lexer.next(); next !== token.arrayClose; next = lexer.next())
    values.push(valueOf(lexer, next, depth + 1))
  return values
}

function readDictionary(lexer: Lexer, depth: number): Dictionary {
  const entries = new Map<string, PdfValue>()
  for (let next = lexer.next(); next !== token.dictionaryClose; next = lexer.next()) {
    if (next !== token.name) throw notPlain
    const key = lexer.text()
    entries.set(key, readValue(lexer, depth + 1))
  }
  return entries
}
