/** Walks the objects of a PDF file as they stand in its bytes, object streams included, without trusting any table. */
import { inflateSync } from 'node:zlib'

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
/** An object stream unpacks to at most this many bytes; what lies behind is left out. */
const largestUnpacked = 64 << 20

/** Stops when `visit` has seen every object; never throws on malformed input. */
export function walkObjects(bytes: Uint8Array, visit: (object: RawObject) => void): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const streams = seeker(file, 'stream')
  let at = 0
  for (;;) {
    at = file.indexOf(' obj', at, 'latin1')
    if (at < 0) return
    const number = numberBefore(file, at)
    at += 4
    if (number < 0) continue
    const stream = streams(at)
    const textEnd = endBefore(file, at, stream)
    const text = file.toString('latin1', at, Math.min(textEnd, at + longestText))
    const body = textEnd === stream && stream < file.length ? streamBody(file, stream, text) : null
    const object = { number, text, stream: body ? file.subarray(body[0], body[1]) : null, packed: false }
    visit(object)
    if (object.stream && text.includes('/ObjStm')) unpack(object.text, object.stream, visit)
    at = body ? body[1] : textEnd
  }
}

/** `indexOf` that remembers its last answer, so that many questions cost one pass over the file. */
function seeker(file: Buffer, word: string): (from: number) => number {
  let found = -1
  return (from) => {
    if (found < from) {
      found = file.indexOf(word, from, 'latin1')
      if (found < 0) found = Infinity
    }
    return found
  }
}

/** Where the object ends: at its `endobj`, or at `stream`, whichever comes first. What a stream holds is not searched. */
function endBefore(file: Buffer, at: number, stream: number): number {
  const end = file.subarray(at, Math.min(stream, file.length)).indexOf('endobj', 0, 'latin1')
  return end < 0 ? stream : at + end
}

/** `12 0` before ` obj`; -1 if that is not what stands there. Digit by digit: a tagged document has 60 objects a page. */
function numberBefore(file: Buffer, at: number): number {
  const generation = digitsBefore(file, at, 5)
  let end = generation
  while (end > 0 && isSpace(file[end - 1]!)) end--
  const start = generation < at && end < generation ? digitsBefore(file, end, 10) : end
  let number = 0
  for (let index = start; index < end; index++) number = number * 10 + file[index]! - 48
  return start < end ? number : -1
}

function digitsBefore(file: Buffer, end: number, most: number): number {
  let start = end
  while (start > 0 && end - start < most && file[start - 1]! >= 48 && file[start - 1]! <= 57) start--
  return start
}

function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13)
}

/** Start and end of the encoded bytes: by /Length where `endstream` stands there, else up to the next `endstream`. */
function streamBody(file: Buffer, keyword: number, dictionary: string): readonly [number, number] {
  let start = keyword + 6
  if (file[start] === 13) start++
  if (file[start] === 10) start++
  const stated = /\/Length\s+(\d{1,10})(?!\s+\d+\s+R)/.exec(dictionary)
  if (stated) {
    const end = start + Number(stated[1])
    if (end <= file.length && file.toString('latin1', end, end + 14).includes('endstream'))
      return [start, end]
  }
  const end = file.indexOf('endstream', start, 'latin1')
  return [start, end < 0 ? file.length : end]
}

function unpack(dictionary: string, stream: Uint8Array, visit: (object: RawObject) => void): void {
  const count = Number(/\/N\s+(\d{1,7})/.exec(dictionary)?.[1] ?? 0)
  const first = Number(/\/First\s+(\d{1,9})/.exec(dictionary)?.[1] ?? 0)
  const data = decodeStream(dictionary, stream)
  if (!data) return
  const header = data.toString('latin1', 0, first).trim().split(/\s+/).map(Number)
  for (let index = 0; index < Math.min(count, header.length >> 1); index++) {
    const from = first + header[2 * index + 1]!
    const to = index + 1 < count ? first + (header[2 * index + 3] ?? data.length) : data.length
    if (!(from >= first) || to < from) continue
    const text = data.toString('latin1', from, Math.min(to, from + longestText))
    visit({ number: header[2 * index]!, text, stream: null, packed: true })
  }
}

/** Plain and Flate streams without predictor; null for anything else and for damaged data. */
export function decodeStream(dictionary: string, stream: Uint8Array): Buffer | null {
  if (!/\/Filter/.test(dictionary)) return Buffer.from(stream)
  if (!/\/Filter\s*\[?\s*\/(FlateDecode|Fl)\s*\]?/.test(dictionary) || /\/Predictor\s+[2-9]/.test(dictionary))
    return null
  if (/\/Filter\s*\[\s*\/\w+\s*\/\w+/.test(dictionary)) return null
  try {
    return inflateSync(stream, { maxOutputLength: largestUnpacked })
  } catch {
    return null
  }
}
