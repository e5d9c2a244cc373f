/** The records of an old workbook, each with those that continue it ([MS-XLS] 2.1.4). */
import { Bytes } from '../shared/bytes.js'
import { Biff } from './record-types.js'

export interface BiffRecord {
  readonly type: number
  /** Where the record begins in the stream. */
  readonly offset: number
  readonly data: Bytes
  /** Data of the Continue records behind it. */
  readonly more: readonly Bytes[]
}

/** Ends at the last whole record; the generator's value is false when bytes are left that make no record. */
export function* biffRecords(stream: Bytes): Generator<BiffRecord, boolean> {
  let at = 0
  while (at + 4 <= stream.length) {
    const offset = at
    const type = stream.uint16(at)
    const data = stream.part(at + 4, at + 4 + stream.uint16(at + 2))
    if (data.length < stream.uint16(at + 2)) return false
    at += 4 + data.length
    const more: Bytes[] = []
    while (stream.uint16(at) === Biff.Continue && at + 4 <= stream.length) {
      const next = stream.part(at + 4, at + 4 + stream.uint16(at + 2))
      if (next.length < stream.uint16(at + 2)) return false
      more.push(next)
      at += 4 + next.length
    }
    if (type === 0 && data.length === 0) return isEmpty(stream, at)
    yield { type, offset, data, more }
  }
  return isEmpty(stream, at)
}

const isEmpty = (stream: Bytes, from: number) => stream.slice(from, stream.length).every((byte) => byte === 0)

/** All data of a record as one. */
export function joined({ data, more }: BiffRecord): Bytes {
  return more.length === 0 ? data : new Bytes(Buffer.concat([data.bytes, ...more.map(({ bytes }) => bytes)]))
}
