/** Tables of positions with data between them ([MS-DOC] 2.2.2), and string tables (2.2.4). */
import type { Bytes } from '../shared/bytes.js'

export interface Plc {
  readonly count: number
  /** Position number `index`, 0 to `count` inclusive. */
  position(index: number): number
  /** Where in the table the data of element `index` begins. */
  data(index: number): number
  readonly bytes: Bytes
}

/** `size`: bytes of data per element. */
export function plcOf(bytes: Bytes, size: number): Plc {
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + size)))
  return {
    count,
    bytes,
    position: (index) => bytes.uint32(4 * index),
    data: (index) => 4 * (count + 1) + size * index,
  }
}

/** The stretches of characters that positions divide a story into, and what is left behind them (`index` null). */
export function* stretches(
  plc: Plc,
  from: number,
  to: number,
): Generator<{ readonly index: number | null; readonly from: number; readonly to: number }> {
  let start = from
  for (let index = 0; index < plc.count; index++) {
    const end = Math.min(to, from + plc.position(index + 1))
    if (end <= start) continue
    yield { index, from: start, to: end }
    start = end
  }
  if (start < to) yield { index: null, from: start, to }
}

const MOST_STRINGS = 65_536

/** STTB of wide or narrow strings, extra data left out. */
export function stringsIn(table: Bytes): string[] {
  const wide = table.uint16(0) === 0xffff
  const head = wide ? 2 : 0
  const count = Math.min(table.uint16(head), MOST_STRINGS)
  const extra = table.uint16(head + 2)
  const found: string[] = []
  for (let at = head + 4, left = count; left > 0 && at < table.length; left--) {
    const length = wide ? table.uint16(at) : table.uint8(at)
    at += wide ? 2 : 1
    found.push(wide ? table.utf16(at, length) : table.latin1(at, length))
    at += length * (wide ? 2 : 1) + extra
  }
  return found
}

/** Strings one behind the other, each with its length before it (2.2.5). */
export function countedStrings(table: Bytes): string[] {
  const found: string[] = []
  for (let at = 0; at + 2 <= table.length && found.length < MOST_STRINGS;) {
    const length = table.uint16(at)
    found.push(table.utf16(at + 2, length))
    at += 2 + 2 * length
  }
  return found
}
