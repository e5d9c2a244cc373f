/** The records drawings of old Office documents are made of, one after the other and one in the other. */
import type { Bytes } from '../bytes.js'

/** Records of [MS-ODRAW] 2.2.1 and [MS-PPT] 2.3.1: version and instance, type, length. */
export interface ArtRecord {
  readonly version: number
  readonly instance: number
  readonly type: number
  /** Where the content begins and ends in the bytes given. */
  readonly start: number
  readonly end: number
  readonly depth: number
}
/** Bytes before the content of a record. */
export const ART_HEADER = 8
/** More levels or records than these were made by no program. */
const DEEPEST = 64
const MOST_RECORDS = 2_000_000

const ZIP = 0x0403_4b50

/** Atoms with a ZIP inside say they are containers: what later versions keep for themselves ([MS-PPT] 2.11). */
const isZip = (bytes: Bytes, start: number, end: number) => end - start >= 4 && bytes.uint32(start) === ZIP

/** In the order of the file, containers before what they hold. Ends where lengths no longer make sense. */
export function* artRecords(bytes: Bytes, from = 0, to = bytes.length): Generator<ArtRecord, boolean> {
  const ends: number[] = [to]
  let whole = true
  let count = 0
  for (let at = from; at + ART_HEADER <= to;) {
    while (ends.length > 1 && at >= ends.at(-1)!) ends.pop()
    const head = bytes.uint16(at)
    const start = at + ART_HEADER
    const stated = start + bytes.uint32(at + 4)
    const end = Math.min(stated, ends.at(-1)!)
    if (stated > ends.at(-1)!) whole = false
    const record = { version: head & 15, instance: head >> 4, type: bytes.uint16(at + 2), start, end }
    yield { ...record, depth: ends.length }
    if (++count > MOST_RECORDS) return false
    if (record.version !== 15 || ends.length >= DEEPEST || isZip(bytes, start, end)) at = end
    else {
      ends.push(end)
      at = start
    }
  }
  return whole
}
