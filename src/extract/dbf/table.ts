/** The head of a dBASE or FoxPro table: how many records, how long, which fields (dBASE III PLUS and Visual FoxPro file structure). */
import { Bytes } from '../shared/bytes.js'

export interface DbfField {
  readonly name: Uint8Array
  /** One letter: C text, N and F numbers as text, D day, L yes or no, M memo, others binary. */
  readonly type: string
  readonly offset: number
  readonly length: number
}

export interface Table {
  readonly fields: readonly DbfField[]
  /** As stated. */
  readonly records: number
  readonly headLength: number
  readonly recordLength: number
  /** Lengths and day of change agree with one another, so that it is such a table whatever its name. */
  readonly sound: boolean
  /** A name of encoding, where the head states one (language driver, byte 29). */
  readonly charset: string | undefined
}

const FIELD = 32
const END_OF_FIELDS = 0x0d
/** Visual FoxPro keeps the name of its database behind the fields. */
const BACKLINK = 263
/** Codes of language drivers for Chinese code pages; others are often wrong in Chinese files and are not believed. */
const drivers: Readonly<Record<number, string>> = { 0x4d: 'gbk', 0x7a: 'gbk', 0x4f: 'big5', 0x78: 'big5' }
const versions = new Set([0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0xcb, 0xf5, 0xfb])
const types = /^[CNFDLMIBTYVQGPW@O+0]$/

/** Null: these bytes are no such table. */
export function readTable(head: Uint8Array): Table | null {
  const data = new Bytes(head)
  const [headLength, recordLength] = [data.uint16(8), data.uint16(10)]
  if (!versions.has(data.uint8(0)) || headLength < 33 || recordLength < 2) return null
  const fields: DbfField[] = []
  let offset = 1
  for (let at = 32; at + 1 <= Math.min(headLength, head.length); at += FIELD) {
    if (data.uint8(at) === END_OF_FIELDS) break
    const type = String.fromCharCode(data.uint8(at + 11))
    const name = data.slice(at, at + 11)
    if (!types.test(type) || name[0] === 0 || at + FIELD > head.length) return null
    // Long texts of FoxPro and Clipper keep the high byte of their length where numbers keep their decimals.
    const length = data.uint8(at + 16) + (type === 'C' ? data.uint8(at + 17) * 256 : 0)
    const stop = name.indexOf(0)
    fields.push({ name: name.subarray(0, stop < 0 ? 11 : stop), type, offset, length })
    offset += length
  }
  if (fields.length === 0 || offset > recordLength) return null
  const ends = 33 + FIELD * fields.length
  const dated = data.uint8(2) >= 1 && data.uint8(2) <= 12 && data.uint8(3) >= 1 && data.uint8(3) <= 31
  const sound = offset === recordLength && (headLength === ends || headLength === ends + BACKLINK) && dated
  const charset = drivers[data.uint8(29)]
  return { fields, records: data.uint32(4), headLength, recordLength, sound, charset }
}
