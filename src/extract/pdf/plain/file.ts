/** A PDF file as its cross-reference tables tell it: objects and streams on demand (ISO 32000-1, 7.5). */
import { CrossReferences, type CrossReference } from './cross-references.js'
import { Lexer, token } from './lexer.js'
import { encoded, unpacked } from './unpacked.js'
import { type Dictionary, isDictionary, isReference, notPlain, readValue, type PdfValue } from './values.js'

export interface PdfStream {
  readonly dictionary: Dictionary
  /** Unpacked. */
  readonly data: Uint8Array
}

/** Objects kept; a page meets few, and the same ones as its neighbours. */
const mostKept = 20_000
/** Object streams kept unpacked, in bytes. */
const mostPacked = 64 << 20

/** An object stream, unpacked: where each object begins. */
interface Pack {
  readonly data: Uint8Array
  readonly offsets: ReadonlyMap<number, number>
}

/** Every method throws `notPlain` where the file is not as the standard says. */
export class PdfFile {
  readonly #bytes: () => Uint8Array
  readonly #entries: CrossReferences
  readonly #objects = new Map<number, PdfValue>()
  readonly #packs = new Map<number, Pack>()
  #packed = 0

  /** `bytes`: asked for again at each use, because the view may have moved. */
  constructor(bytes: () => Uint8Array) {
    this.#bytes = bytes
    this.#entries = new CrossReferences(bytes)
  }

  /** The object meant, never a reference. */
  resolve(value: PdfValue | undefined): PdfValue {
    for (let hops = 0; isReference(value); hops++) {
      if (hops > 8) throw notPlain
      value = this.object(value.object)
    }
    return value ?? null
  }

  dictionary(value: PdfValue | undefined): Dictionary | null {
    const resolved = this.resolve(value)
    return isDictionary(resolved) ? resolved : null
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const resolved = this.resolve(value)
    return Array.isArray(resolved) ? resolved : []
  }

  /** A stream's dictionary stands for it; null for an object that is free or absent. */
  object(number: number): PdfValue {
    const before = this.#objects.get(number)
    if (before !== undefined) return before
    const entry = this.#entries.get(number)
    const value = entry ? this.#read(number, entry) : null
    if (this.#objects.size >= mostKept) this.#objects.clear()
    this.#objects.set(number, value)
    return value
  }

  stream(value: PdfValue | undefined): PdfStream {
    if (!isReference(value)) throw notPlain
    const entry = this.#entries.get(value.object)
    if (!entry || entry.pack !== null) throw notPlain
    const lexer = this.#at(value.object, entry.at)
    const dictionary = readValue(lexer)
    if (!isDictionary(dictionary)) throw notPlain
    const length = this.resolve(dictionary.get('Length'))
    return { dictionary, data: unpacked(this, dictionary, encoded(lexer, length)) }
  }

  #read(number: number, { pack, at }: CrossReference): PdfValue {
    if (pack === null) return readValue(this.#at(number, at))
    const { data, offsets } = this.#pack(pack)
    const offset = offsets.get(number)
    if (offset === undefined) throw notPlain
    return readValue(new Lexer(data, offset))
  }

  #at(number: number, at: number): Lexer {
    const lexer = new Lexer(this.#bytes(), at)
    if (lexer.next() !== token.number || lexer.number !== number) throw notPlain
    if (lexer.next() !== token.number || lexer.next() !== token.word || lexer.text() !== 'obj') throw notPlain
    return lexer
  }

  #pack(number: number): Pack {
    const before = this.#packs.get(number)
    if (before) return before
    const { dictionary, data } = this.stream({ object: number })
    const [count, first] = [dictionary.get('N'), dictionary.get('First')]
    if (typeof count !== 'number' || typeof first !== 'number' || count > 100_000) throw notPlain
    const lexer = new Lexer(data)
    const offsets = new Map<number, number>()
    for (let index = 0; index < count; index++) {
      if (lexer.next() !== token.number) throw notPlain
      const packed = lexer.number
      if (lexer.next() !== token.number) throw notPlain
      offsets.set(packed, first + lexer.number)
    }
    this.#packed += data.length
    if (this.#packed > mostPacked) throw notPlain
    this.#packs.set(number, { data, offsets })
    return { data, offsets }
  }
}
