/** A text file as a stream of decoded chunks and of numbered lines, so that its size does not matter. */
import { isUtf8 } from 'node:buffer'
import type { Source, Work } from '../../types.js'
import { detectCharset, trimUtf8Tail } from '../shared/charset.js'
import { bomOf, type Charset } from '../shared/charset/encodings.js'
import { decoderFor } from '../shared/charset/decoders.js'

const CHUNK = 1024 * 1024
/** Lines longer than this are cut, best at a blank or a mark of punctuation. */
const LONGEST_LINE = 32 * 1024
const CUT_WINDOW = 2048

/** Looks at the whole file: a table can be ASCII for megabytes before the first Han character. */
export async function charsetOf(source: Source, declared?: string): Promise<Charset | null> {
  const head = await source.read(0, CHUNK)
  if (source.size <= CHUNK) return detectCharset(head, declared)
  const marked = bomOf(head)
  if (marked || head.includes(0)) return marked ?? detectCharset(head)
  let carried = 0
  for (let offset = 0; offset < source.size; offset += CHUNK - carried) {
    const chunk = offset === 0 ? head : await source.read(offset, CHUNK)
    if (chunk.length === 0) break
    const whole = offset + chunk.length < source.size ? trimUtf8Tail(chunk) : chunk
    if (!isUtf8(whole)) return detectCharset(sampleOf(chunk), declared)
    carried = chunk.length - whole.length
    if (offset + chunk.length >= source.size) break
  }
  return detectCharset(new Uint8Array(0))
}

/** The part of a chunk that is not all ASCII, so that the scores have something to count. */
function sampleOf(chunk: Uint8Array): Uint8Array {
  const first = chunk.findIndex((byte) => byte >= 0x80)
  return first < CHUNK / 2 ? chunk : chunk.subarray(Math.max(0, first - 1))
}

export async function* chunksOf(source: Source, charset: Charset, work: Work): AsyncGenerator<string> {
  const decoder = decoderFor(charset)
  for (let offset = charset.bom; offset < source.size; offset += CHUNK) {
    work.budget.signal.throwIfAborted()
    const bytes = await source.read(offset, CHUNK)
    if (bytes.length === 0) break
    yield decoder.decode(bytes, { stream: true })
  }
  const rest = decoder.decode()
  if (rest) yield rest
}

export interface TextLine {
  readonly text: string
  readonly number: number
  /** The line is a piece of a longer one; all its pieces have the same number. */
  readonly piece?: true
}

/** Cuts text into lines at LF, CR, CRLF, and the Unicode line and paragraph separators. */
export class LineSplitter {
  #held = ''
  #number = 1
  #wasReturn = false
  #isPiece = false;

  *read(chunk: string): Generator<TextLine> {
    const fresh = this.#wasReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk
    this.#wasReturn = chunk.endsWith('\r')
    const parts = fresh.split(/\r\n|[\n\r\u2028\u2029]/)
    parts[0] = this.#held + parts[0]!
    this.#held = parts.pop()!
    for (const text of parts) yield* this.#line(text)
    while (this.#held.length > LONGEST_LINE) {
      const end = cutAt(this.#held)
      yield { text: this.#held.slice(0, end), number: this.#number, piece: true }
      this.#held = this.#held.slice(end)
      this.#isPiece = true
    }
  }

  *end(): Generator<TextLine> {
    if (this.#held) yield* this.#line(this.#held)
  }

  *#line(text: string): Generator<TextLine> {
    const number = this.#number++
    const isPiece = this.#isPiece || text.length > LONGEST_LINE
    this.#isPiece = false
    if (!isPiece) return yield { text, number }
    for (let rest = text; rest;) {
      const end = cutAt(rest)
      yield { text: rest.slice(0, end), number, piece: true }
      rest = rest.slice(end)
    }
  }
}

function cutAt(text: string): number {
  if (text.length <= LONGEST_LINE) return text.length
  for (let at = LONGEST_LINE; at > LONGEST_LINE - CUT_WINDOW; at--) {
    if (/[\s,;，。；、}\]>]/.test(text[at - 1]!)) return at
  }
  const before = text.charCodeAt(LONGEST_LINE - 1)
  return before >= 0xd800 && before < 0xdc00 ? LONGEST_LINE - 1 : LONGEST_LINE
}
