/** A message or one part of it: header fields and the bytes after them; parts of parts, cut by their boundaries. */
import { Buffer } from 'node:buffer'
import { decodeWords, readValued, type Valued } from './words.js'

export interface HeaderField {
  /** As written; compare in lower case. */
  readonly name: string
  /** Unfolded, one character for each byte. */
  readonly raw: string
}
export interface Entity {
  readonly fields: readonly HeaderField[]
  readonly body: Uint8Array
  readonly type: Valued
  readonly disposition: Valued
  /** Lower case; `7bit` when not told. */
  readonly encoding: string
}

/** Longer headers than this are no headers. */
const LONGEST_HEAD = 1024 * 1024

/** `usual`: the type of parts that do not tell one (`message/rfc822` inside a digest, RFC 2046, 5.1.5). */
export function readEntity(bytes: Uint8Array, usual = 'text/plain'): Entity {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [end, start] = headEnd(buffer)
  const fields = readFields(buffer.toString('latin1', 0, end))
  const raw = (name: string) => fields.find((field) => field.name.toLowerCase() === name)?.raw
  const type = readValued(raw('content-type') ?? usual)
  return {
    fields,
    body: bytes.subarray(start),
    type: /^[\w.+-]+\/[\w.+-]+$/.test(type.value) ? type : { ...type, value: usual },
    disposition: readValued(raw('content-disposition') ?? ''),
    encoding: (raw('content-transfer-encoding') ?? '7bit').split(/[;\s(]/, 1)[0]!.toLowerCase() || '7bit',
  }
}

/** Where the head ends and the body starts: at the first line with nothing on it. */
function headEnd(buffer: Buffer): [end: number, start: number] {
  if (buffer[0] === 0x0a) return [0, 1]
  if (buffer[0] === 0x0d && buffer[1] === 0x0a) return [0, 2]
  const ends = [
    ['\r\n\r\n', 4],
    ['\n\n', 2],
    ['\r\r', 2],
  ] as const
  const head = buffer.subarray(0, LONGEST_HEAD)
  const found = ends.map(([mark, length]) => [head.indexOf(mark, 0, 'latin1'), length] as const)
  const first = found.filter(([at]) => at >= 0).sort(([one], [other]) => one - other)[0]
  return first ? [first[0], first[0] + first[1]] : [head.length, head.length]
}

function readFields(head: string): HeaderField[] {
  const fields: { name: string; raw: string }[] = []
  for (const line of head.split(/\r\n|\n|\r/)) {
    const begun = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line)
    if (begun && !/^\s/.test(line)) fields.push({ name: begun[1]!, raw: begun[2]! })
    else if (fields.length > 0) fields.at(-1)!.raw += ` ${line.trim()}`
  }
  return fields
}

/** The decoded value of the first field of that name; empty when there is none. */
export function fieldOf({ fields }: Entity, name: string): string {
  const field = fields.find((one) => one.name.toLowerCase() === name)
  return field ? decodeWords(field.raw).trim() : ''
}

export interface Cut {
  readonly parts: readonly Uint8Array[]
  /** Before the first boundary and after the last: no mail program shows it. */
  readonly around: readonly Uint8Array[]
  /** Whether the closing boundary is there. */
  readonly closed: boolean
}

/** RFC 2046, 5.1.1: a boundary stands alone on its line, blanks aside. */
export function cutParts(body: Uint8Array, boundary: string): Cut {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const around: Uint8Array[] = []
  const parts: Uint8Array[] = []
  let start = -1
  for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, at + 1)) {
    const line = boundaryLine(buffer, at, mark.length)
    if (!line) continue
    const before = buffer.subarray(Math.max(0, start), lineStart(buffer, at, Math.max(0, start)))
    if (start < 0) around.push(before)
    else parts.push(before)
    start = line.end
    if (line.closes) return { parts, around: [...around, buffer.subarray(start)], closed: true }
  }
  if (start >= 0) parts.push(buffer.subarray(start))
  return { parts, around: start < 0 ? [] : around, closed: false }
}

function boundaryLine(buffer: Buffer, at: number, length: number): { end: number; closes: boolean } | null {
  const before = buffer[at - 1]
  if (at > 0 && before !== 0x0a && before !== 0x0d) return null
  let end = at + length
  const closes = buffer[end] === 0x2d && buffer[end + 1] === 0x2d
  if (closes) end += 2
  while (buffer[end] === 0x20 || buffer[end] === 0x09) end++
  if (end < buffer.length && buffer[end] !== 0x0d && buffer[end] !== 0x0a) return null
  if (buffer[end] === 0x0d) end++
  if (buffer[end] === 0x0a) end++
  return { end, closes }
}

/** The line end before a boundary belongs to the boundary. */
function lineStart(buffer: Buffer, at: number, least: number): number {
  let end = at
  if (end > least && buffer[end - 1] === 0x0a) end--
  if (end > least && buffer[end - 1] === 0x0d) end--
  return end
}
