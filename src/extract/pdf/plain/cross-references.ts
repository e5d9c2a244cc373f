/** Where each object of a PDF file stands: cross-reference tables and streams, the newest first (ISO 32000-1, 7.5.4, 7.5.8). */
import { Lexer, token, wordOf } from './lexer.js'
import { unpacked } from './unpacked.js'
import { type Dictionary, isDictionary, notPlain, readValue, type Value } from './values.js'

export interface Entry {
  /** Offset in the file; in an object stream its position, which is not used. */
  readonly at: number
  /** Number of the object stream it is packed in. */
  readonly pack: number | null
}
/** Null: free. */
export type CrossReferences = ReadonlyMap<number, Entry | null>

/** Each save of a file adds one. */
const mostSections = 200
/** Entries over all sections; a file with more is not read here: its table alone would take too much memory. */
const mostEntries = 2_000_000
const trailerWord = wordOf('trailer')
/** How far before the end `startxref` is looked for. */
const tail = 2048

/** Throws `notPlain` where a table cannot be followed to its end. */
export function readCrossReferences(bytes: Uint8Array): CrossReferences {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = file.lastIndexOf('startxref', file.length, 'latin1')
  if (found < file.length - tail) throw notPlain
  const lexer = new Lexer(bytes, found + 9)
  if (lexer.next() !== token.number) throw notPlain
  const entries = new Entries()
  const waiting: Value[] = [lexer.number]
  for (let sections = 0; waiting.length > 0; sections++) {
    const at = waiting.shift()
    if (sections >= mostSections || typeof at !== 'number') throw notPlain
    const trailer = readSection(bytes, at, entries)
    // What a file says for readers that know streams comes before what stands further back (7.5.8.4).
    for (const key of ['XRefStm', 'Prev']) if (trailer.has(key)) waiting.push(trailer.get(key)!)
  }
  return entries.newest
}

function readSection(bytes: Uint8Array, at: number, entries: Entries): Dictionary {
  const lexer = new Lexer(bytes, at)
  const first = lexer.next()
  if (first === token.word && lexer.text() === 'xref') return readTable(lexer, entries)
  if (first !== token.number || lexer.next() !== token.number || lexer.next() !== token.word) throw notPlain
  if (lexer.text() !== 'obj') throw notPlain
  return readStream(lexer, entries)
}

function readTable(lexer: Lexer, entries: Entries): Dictionary {
  while (lexer.next() !== token.word) {
    const from = lexer.number
    if (lexer.next() !== token.number) throw notPlain
    const count = lexer.number
    for (let index = 0; index < count; index++) {
      if (lexer.next() !== token.number) throw notPlain
      const at = lexer.number
      if (lexer.next() !== token.number || lexer.next() !== token.word) throw notPlain
      const free = lexer.bytes[lexer.start] !== 0x6e
      entries.add(from + index, free ? null : { at, pack: null })
    }
  }
  const trailer = lexer.word === trailerWord ? readValue(lexer) : null
  if (!isDictionary(trailer)) throw notPlain
  return trailer
}

class Entries {
  readonly newest = new Map<number, Entry | null>()
  #met = 0

  add(number: number, entry: Entry | null): void {
    if (this.#met++ >= mostEntries) throw notPlain
    if (!this.newest.has(number)) this.newest.set(number, entry)
  }
}

function readStream(lexer: Lexer, entries: Entries): Dictionary {
  const dictionary = readValue(lexer)
  if (!isDictionary(dictionary) || dictionary.get('Type') !== 'XRef') throw notPlain
  const data = unpacked({ resolve: (value) => value ?? null }, dictionary, streamBytes(lexer, dictionary))
  const widths = dictionary.get('W')
  if (!Array.isArray(widths) || widths.length !== 3) throw notPlain
  const [kindBytes, firstBytes, secondBytes] = widths as number[]
  const index = (dictionary.get('Index') ?? [0, dictionary.get('Size') ?? 0]) as readonly number[]
  let at = 0
  const field = (size: number): number => {
    let value = 0
    for (let byte = 0; byte < size; byte++) value = value * 256 + (data[at++] ?? 0)
    return value
  }
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    for (let offset = 0; offset < index[pair + 1]! && at < data.length; offset++) {
      const kind = kindBytes === 0 ? 1 : field(kindBytes!)
      const [first, second] = [field(firstBytes!), field(secondBytes!)]
      const entry = kind === 2 ? { at: second, pack: first } : { at: first, pack: null }
      entries.add(index[pair]! + offset, kind === 1 || kind === 2 ? entry : null)
    }
  }
  return dictionary
}

function streamBytes(lexer: Lexer, dictionary: Dictionary): Uint8Array {
  const length = dictionary.get('Length')
  if (lexer.next() !== token.word || lexer.text() !== 'stream' || typeof length !== 'number') throw notPlain
  let start = lexer.at
  if (lexer.bytes[start] === 13) start++
  if (lexer.bytes[start] === 10) start++
  return lexer.bytes.subarray(start, start + length)
}
