/** The piece table: which bytes hold which characters ([MS-DOC] 2.8.35, 2.9.38, 2.9.177). */
import type { Bytes } from '../shared/bytes.js'
import type { Fib } from './fib.js'
import { plcOf } from './plc.js'

export interface TextPiece {
  /** First character position. */
  readonly from: number
  readonly text: string
  /** Where in the main stream the first character lies, and bytes per character. */
  readonly offset: number
  readonly width: 1 | 2
  /** Properties put on the whole piece by a fast save. */
  readonly sprms: Uint8Array
}
export interface Pieces {
  readonly list: readonly TextPiece[]
  /** Characters that could be read. */
  readonly length: number
}

const COMPRESSED = 0x4000_0000
const windows1252 = new TextDecoder('windows-1252')

/** `most`: characters there can be; pieces beyond are not read. */
export function readPieces(main: Bytes, table: Bytes, fib: Fib, most: number): Pieces {
  const { offset, length } = fib.table('pieces')
  const clx = table.part(offset, offset + length)
  const changes: Uint8Array[] = []
  let at = 0
  while (clx.uint8(at) === 1 && at < clx.length) {
    const size = clx.uint16(at + 1)
    changes.push(clx.slice(at + 3, at + 3 + size))
    at += 3 + size
  }
  if (clx.uint8(at) !== 2) return { list: [], length: 0 }
  return piecesIn(main, clx.part(at + 5, at + 5 + clx.uint32(at + 1)), changes, most)
}

function piecesIn(main: Bytes, table: Bytes, changes: readonly Uint8Array[], most: number): Pieces {
  const plc = plcOf(table, 8)
  const list: TextPiece[] = []
  let length = 0
  for (let index = 0; index < plc.count && length < most; index++) {
    const [from, to] = [plc.position(index), plc.position(index + 1)]
    const stated = table.uint32(plc.data(index) + 2)
    const width = stated & COMPRESSED ? 1 : 2
    const offset = width === 1 ? (stated & 0x3fff_ffff) >> 1 : stated & 0x3fff_ffff
    const units = Math.min(Math.max(0, to - from), most - length)
    const text = width === 1 ? narrow(main.slice(offset, offset + units)) : main.utf16(offset, units)
    const sprms = changesOf(table.uint16(plc.data(index) + 6), changes)
    list.push({ from: length, text, offset, width, sprms })
    length += text.length
    if (text.length < units) break
  }
  return { list, length }
}

const narrow = (bytes: Uint8Array): string => windows1252.decode(bytes)

/** Prm0 puts one property into 16 bits, Prm1 points into the list of changes (2.9.210). */
function changesOf(prm: number, changes: readonly Uint8Array[]): Uint8Array {
  if (prm & 1) return changes[prm >> 1] ?? new Uint8Array(0)
  const code = shortCodes[(prm >> 1) & 0x7f]
  return code === undefined ? new Uint8Array(0) : new Uint8Array([code & 255, code >> 8, prm >> 8])
}

/** Of the properties of 2.9.212 those that decide what is seen. */
const shortCodes: Readonly<Record<number, number>> = {
  0x41: 0x0800,
  0x42: 0x0801,
  0x55: 0x0835,
  0x5c: 0x083c,
  0x62: 0x2a42,
}
