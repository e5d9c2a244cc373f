/** Walks the objects of a PDF file as they stand in its bytes, object streams included, without trusting any table. */
import { ObjectEnds } from './object-end.js'
import { numberBefore } from './object-number.js'
import { unfiltered } from './stream-filters.js'

/** One `n g obj`: its text up to `stream` or `endobj` (Latin-1), and its stream's bytes, still encoded, if it has one. */
export interface RawObject {
  readonly number: number
  readonly text: string
  readonly stream: Uint8Array | null
  /** Stood inside an object stream (ISO 32000-1, 7.5.7). */
  readonly packed: boolean
}

/** Text of one object kept at most; longer ones are arrays of numbers or pictures in disguise. */
export const longestText = 1 << 20
const streamWord = Buffer.from('stream')
const endWord = 'endstream'

/**
 * Visits every object and never throws on malformed input. False: strings without end kept it from telling with
 * certainty where objects end.
 */
export function walkObjects(bytes: Uint8Array, visit: (object: RawObject) => void): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends = new ObjectEnds(file)
  let at = 0
  for (;;) {
    at = ends.nextWord(at)
    if (at === Infinity) return ends.whole
    const number = numberBefore(file, at)
    at += 3
    if (number < 0) continue
    const textEnd = ends.find(at)
    const text = plainNames(file.toString('latin1', at, Math.min(textEnd, at + longestText)))
    const isStream = file.compare(streamWord, 0, 6, textEnd, Math.min(textEnd + 6, file.length)) === 0
    const body = isStream ? streamBody(file, textEnd, text) : null
    const object = { number, text, stream: body ? file.subarray(body[0], body[1]) : null, packed: false }
    visit(object)
    if (object.stream && text.includes('/ObjStm')) unpack(object.text, object.stream, visit)
    at = body ? body[1] : textEnd
  }
}

/** Names with their `#41` spelled out (ISO 32000-1, 7.3.5); delimiters stay as they are written. */
function plainNames(text: string): string {
  if (!text.includes('#')) return text
  return text.replace(/\/[^\s()<>[\]{}/%]*#[^\s()<>[\]{}/%]*/g, (name) =>
    name.replace(/#([0-9a-f]{2})/gi, (written, hex: string) => {
      const letter = String.fromCharCode(parseInt(hex, 16))
      return /[\w.-]/.test(letter) ? letter : written
    }),
  )
}

/** Start and end of the encoded bytes: by /Length where `endstream` stands there, else up to the next `endstream`. */
function streamBody(file: Buffer, keyword: number, dictionary: string): readonly [number, number] {
  let start = keyword + 6
  while (file[start] === 32) start++
  if (file[start] === 13) start++
  if (file[start] === 10) start++
  const stated = /\/Length\s+(\d{1,10})\b(?!\s+\d+\s+R)/.exec(dictionary)
  if (stated) {
    const end = start + Number(stated[1])
    if (end <= file.length && file.toString('latin1', end, end + 14).includes(endWord)) return [start, end]
  }
  const end = file.indexOf(endWord, start, 'latin1')
  return [start, unendedStream(file, start, end < 0 ? file.length : end)]
}

/** A stream that lacks its `endstream` ends where its object does, if another object follows at once. */
function unendedStream(file: Buffer, start: number, end: number): number {
  for (let at = file.indexOf('endobj', start, 'latin1'); at >= 0 && at < end;) {
    if (/^endobj\s+\d{1,10}\s+\d{1,5}\s+obj\b/.test(file.toString('latin1', at, at + 48))) return at
    at = file.indexOf('endobj', at + 6, 'latin1')
  }
  return end
}

function unpack(dictionary: string, stream: Uint8Array, visit: (object: RawObject) => void): void {
  const count = Number(/\/N\s+(\d{1,7})/.exec(dictionary)?.[1] ?? 0)
  const first = Number(/\/First\s+(\d{1,9})/.exec(dictionary)?.[1] ?? 0)
  const data = unfiltered(dictionary, stream)
  if (!data) return
  const header = data.toString('latin1', 0, first).trim().split(/\s+/).map(Number)
  for (let index = 0; index < Math.min(count, header.length >> 1); index++) {
    const from = first + header[2 * index + 1]!
    const to = index + 1 < count ? first + (header[2 * index + 3] ?? data.length) : data.length
    if (!(from >= first) || to < from) continue
    const text = plainNames(data.toString('latin1', from, Math.min(to, from + longestText)))
    visit({ number: header[2 * index]!, text, stream: null, packed: true })
  }
}
