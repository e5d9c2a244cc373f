/** MAPI properties as a TNEF stream writes them ([MS-OXTNEF] 2.1.3.4): number, type, then one value or several. */
import type { Buffer } from 'node:buffer'
import { decodeLabelled } from '../shared/charset/labelled-text.js'

/** [MS-OXCDATA] 2.11.1. */
const TEXT_8 = 0x1e
const TEXT_16 = 0x1f
const OBJECT = 0x0d
const BINARY = 0x102
const SEVERAL = 0x1000
/** An object begins with the name of the interface that reads it. */
const INTERFACE = 16
/** Bytes of a value of fixed length, padded to four. */
const fixed: Readonly<Record<number, number>> = { 0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0a: 4, 0x0b: 4, 0x14: 8, 0x40: 8, 0x48: 16 } // prettier-ignore

export interface MapiProperty {
  readonly id: number
  /** Null: no text. */
  readonly text: string | null
  readonly bytes: Buffer
}
export interface MapiProperties {
  readonly list: readonly MapiProperty[]
  readonly whole: boolean
}

class Broken extends Error {}

class Cursor {
  at = 0
  readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
  take(length: number): Buffer {
    if (this.at + length > this.bytes.length) throw new Broken()
    return this.bytes.subarray(this.at, (this.at += length))
  }
  number(): number {
    return this.take(4).readUInt32LE(0)
  }
  /** Length, bytes, and zeros up to the next multiple of four. */
  counted(): Buffer {
    const data = this.take(this.number())
    this.at = Math.min(this.bytes.length, Math.ceil(this.at / 4) * 4)
    return data
  }
}

/** `rows`: the properties of several recipients, each row with a count of its own (2.1.3.5). */
export function readProperties(data: Buffer, charset: string | undefined, rows = false): MapiProperties {
  const cursor = new Cursor(data)
  const list: MapiProperty[] = []
  try {
    const count = rows ? cursor.number() : 1
    for (let row = 0; row < count; row += 1)
      for (let left = cursor.number(); left > 0; left -= 1) list.push(...readProperty(cursor, charset))
    return { list, whole: true }
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    return { list, whole: false }
  }
}

function readProperty(cursor: Cursor, charset: string | undefined): MapiProperty[] {
  const tag = cursor.number()
  const [type, id] = [tag & 0xfff, tag >>> 16]
  if (id >= 0x8000) passName(cursor)
  const isLong = type === TEXT_8 || type === TEXT_16 || type === OBJECT || type === BINARY
  const size = fixed[type]
  if (!isLong && size === undefined) throw new Broken()
  const count = isLong || tag & SEVERAL ? cursor.number() : 1
  if (!isLong) {
    cursor.take(size! * count)
    return []
  }
  // A value takes at least the four bytes of its length: a count that lies ends with the bytes.
  const values: MapiProperty[] = []
  for (let left = count; left > 0; left -= 1) {
    const bytes = cursor.counted()
    values.push({
      id,
      text: textOf(type, bytes, charset),
      bytes: bytes.subarray(type === OBJECT ? INTERFACE : 0),
    })
  }
  return values
}

/** A property of one's own: a set, then a number or a name in it. */
function passName(cursor: Cursor): void {
  cursor.take(16)
  if (cursor.number() === 0) cursor.take(4)
  else cursor.counted()
}

function textOf(type: number, bytes: Buffer, charset: string | undefined): string | null {
  if (type !== TEXT_8 && type !== TEXT_16) return null
  const text = type === TEXT_16 ? new TextDecoder('utf-16le').decode(bytes) : plainText(bytes, charset)
  return text.replace(/\0+$/, '').trim()
}

/** 8-bit text, which may keep the zero it ends with. */
export function plainText(bytes: Uint8Array, charset: string | undefined): string {
  const last = bytes.findLastIndex((byte) => byte !== 0)
  return decodeLabelled(bytes.subarray(0, last + 1), charset)
}
