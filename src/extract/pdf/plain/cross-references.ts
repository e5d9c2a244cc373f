/** Where each object of a PDF file stands: cross-reference tables and streams, the newest first (ISO 32000-1, 7.5.4, 7.5.8). */
import { Lexer, token, wordOf } from './lexer.js'
import { encoded, unpacked } from './unpacked.js'
import { type Dictionary, isDictionary, notPlain, readValue, type PdfValue } from './values.js'

export interface CrossReference {
  /** Offset in the file; of no meaning in an object stream. */
  readonly at: number
  /** Number of the object stream it is packed in. */
  readonly pack: number | null
}

/** Entries of consecutive objects, read when they are asked for: a tagged document has 60 objects a page. */
interface Rows {
  readonly first: number
  readonly count: number
  /** Null: free. */
  entry(index: number): CrossReference | null
}

/** Each save of a file adds one. */
const mostSections = 200
/** Each object that is saved anew may stand alone. */
const mostRows = 10_000
/** How far before the end `startxref` is looked for. */
const tail = 2048
/** `0000012345 00000 n` and two bytes for the end of the line. */
const rowLength = 20

export class CrossReferences {
  readonly #bytes: () => Uint8Array
  readonly #rows: Rows[] = []

  /** Throws `notPlain` where a table cannot be followed to its end. */
  constructor(bytes: () => Uint8Array) {
    this.#bytes = bytes
    const waiting: PdfValue[] = [newest(bytes())]
    for (let sections = 0; waiting.length > 0; sections++) {
      const at = waiting.shift()
      if (sections >= mostSections || typeof at !== 'number') throw notPlain
      const trailer = this.#readSection(new Lexer(bytes(), at))
      // What a file says for readers that know streams comes before what stands further back (7.5.8.4).
      for (const key of ['XRefStm', 'Prev']) if (trailer.has(key)) waiting.push(trailer.get(key)!)
    }
  }

  /** Null: free, or not in the file. */
  get(number: number): CrossReference | null {
    const rows = this.#rows.find(({ first, count }) => number >= first && number < first + count)
    return rows ? rows.entry(number - rows.first) : null
  }

  #readSection(lexer: Lexer): Dictionary {
    const first = lexer.next()
    if (first === token.word && lexer.text() === 'xref') return this.#readTable(lexer)
    if (first !== token.number || lexer.next() !== token.number || lexer.next() !== token.word) throw notPlain
    if (lexer.text() !== 'obj') throw notPlain
    return this.#readStream(lexer)
  }

  #readTable(lexer: Lexer): Dictionary {
    let next = lexer.next()
    for (; next === token.number; next = lexer.next()) {
      const first = lexer.number
      if (lexer.next() !== token.number) throw notPlain
      const count = lexer.number
      if (lexer.next() !== token.number) throw notPlain
      const at = lexer.start
      this.#add({ first, count, entry: (index) => tableEntry(this.#bytes(), at + rowLength * index) })
      lexer.at = at + rowLength * count
    }
    const trailer = next === token.word && lexer.word === trailerWord ? readValue(lexer) : null
    if (!isDictionary(trailer)) throw notPlain
    return trailer
  }

  #readStream(lexer: Lexer): Dictionary {
    const dictionary = readValue(lexer)
    if (!isDictionary(dictionary) || dictionary.get('Type') !== 'XRef') throw notPlain
    const stream = encoded(lexer, dictionary.get('Length') ?? null)
    const data = unpacked({ resolve: (value) => value ?? null }, dictionary, stream)
    const widths = numbers(dictionary.get('W'))
    const index = dictionary.has('Index')
      ? numbers(dictionary.get('Index'))
      : [0, ...numbers([dictionary.get('Size') ?? null])]
    if (widths.length !== 3) throw notPlain
    const length = widths[0]! + widths[1]! + widths[2]!
    let start = 0
    for (let pair = 0; pair + 1 < index.length; pair += 2) {
      const [first, count] = [index[pair]!, index[pair + 1]!]
      const from = start
      this.#add({ first, count, entry: (row) => streamEntry(data, from + length * row, widths) })
      start += length * count
    }
    return dictionary
  }

  #add(rows: Rows): void {
    if (this.#rows.length >= mostRows || !(rows.count >= 0)) throw notPlain
    this.#rows.push(rows)
  }
}

const trailerWord = wordOf('trailer')

function newest(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = file.lastIndexOf('startxref', file.length, 'latin1')
  const lexer = new Lexer(bytes, found + 'startxref'.length)
  if (found < file.length - tail || lexer.next() !== token.number) throw notPlain
  return lexer.number
}

function tableEntry(bytes: Uint8Array, at: number): CrossReference | null {
  const lexer = new Lexer(bytes, at)
  if (lexer.next() !== token.number || lexer.start !== at) throw notPlain
  const offset = lexer.number
  if (lexer.next() !== token.number || lexer.next() !== token.word || lexer.at > at + rowLength)
    throw notPlain
  return lexer.text() === 'n' ? { at: offset, pack: null } : null
}

/** Kinds of entries (table 18): 1 in the file, 2 in an object stream; the kind may be left out where all are 1. */
function streamEntry(data: Uint8Array, from: number, widths: readonly number[]): CrossReference | null {
  let at = from
  const [kind, first] = widths.slice(0, 2).map((width) => {
    let value = 0
    for (let byte = 0; byte < width; byte++) value = value * 256 + (data[at++] ?? 0)
    return value
  }) as [number, number]
  if (at > data.length) throw notPlain
  if (widths[0] === 0 || kind === 1) return { at: first, pack: null }
  return kind === 2 ? { at: 0, pack: first } : null
}

function numbers(value: PdfValue | undefined): number[] {
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'number' && each >= 0)) throw notPlain
  return value as number[]
}
