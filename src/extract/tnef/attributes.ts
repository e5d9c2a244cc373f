/** The attributes of a TNEF stream ([MS-OXTNEF] 2.1.1), one behind the other, each with a sum of its bytes. */
import { Buffer } from 'node:buffer'

/** 2.1.3: number and type of an attribute, in one. */
export const ATTRIBUTE = {
  codePage: 0x00069007,
  from: 0x00008000,
  subject: 0x00018004,
  body: 0x0002800c,
  messageProperties: 0x00069003,
  recipients: 0x00069004,
  /** Begins an attachment. */
  rendering: 0x00069002,
  title: 0x00018010,
  transportName: 0x00069001,
  data: 0x0006800f,
  attachmentProperties: 0x00069005,
} as const

export interface Attribute {
  readonly id: number
  readonly data: Buffer
}
export interface Attributes {
  readonly list: readonly Attribute[]
  /** All were read to the end and their sums fit. */
  readonly whole: boolean
}

const HEADER = 6
const ATTRIBUTE_HEADER = 9
const SUM = 2

export function isTnef(head: Uint8Array): boolean {
  return head[0] === 0x78 && head[1] === 0x9f && head[2] === 0x3e && head[3] === 0x22
}

export function readAttributes(bytes: Uint8Array): Attributes {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const list: Attribute[] = []
  let whole = true
  let at = HEADER
  while (at + ATTRIBUTE_HEADER <= all.length) {
    const level = all[at]!
    const end = at + ATTRIBUTE_HEADER + all.readUInt32LE(at + 5)
    // 2.1.3.1: of the message, or of an attachment. Padding behind the last one is no attribute.
    if (level !== 1 && level !== 2) break
    const data = all.subarray(at + ATTRIBUTE_HEADER, Math.min(end, all.length))
    list.push({ id: all.readUInt32LE(at + 1), data })
    whole &&= end + SUM <= all.length && all.readUInt16LE(end) === sumOf(data)
    at = end + SUM
  }
  return { list, whole: whole && all.subarray(at).every((byte) => byte === 0) && list.length > 0 }
}

function sumOf(data: Buffer): number {
  let sum = 0
  for (const byte of data) sum = (sum + byte) & 0xffff
  return sum
}
