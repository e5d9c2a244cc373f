/** One header block of a tar (POSIX 1003.1, pax; GNU and old writers too), checked by its own sum. */
import { readRawName } from '../../raw-name.js'

export const BLOCK = 512

export interface TarHeader {
  /** `/` separators, NFC, not to be used as a path. */
  readonly name: string
  readonly size: number
  /** The type flag: `0` or NUL file, `5` folder, `1` `2` links, `x` `g` pax, `L` `K` GNU long names, `S` sparse. */
  readonly type: string
  readonly link: string
}

/** null: no header, for its sum does not fit. */
export function readTarHeader(block: Uint8Array): TarHeader | null {
  if (block.length < BLOCK || !sumFits(block)) return null
  const size = readNumber(block.subarray(124, 136))
  if (size === null) return null
  const prefix = isUstar(block) ? readField(block.subarray(345, 500)) : ''
  const name = readField(block.subarray(0, 100))
  return {
    name: prefix ? `${prefix}/${name}` : name,
    size,
    type: String.fromCharCode(block[156]!),
    link: readField(block.subarray(157, 257)),
  }
}

/** The sum of all bytes, those of the sum itself counted as blanks; old writers summed signed bytes. */
function sumFits(block: Uint8Array): boolean {
  const stated = readNumber(block.subarray(148, 156))
  let plain = 8 * 0x20
  let signed = plain
  for (let at = 0; at < BLOCK; at++) {
    if (at >= 148 && at < 156) continue
    plain += block[at]!
    signed += (block[at]! << 24) >> 24
  }
  return stated !== null && stated > 0 && (stated === plain || stated === signed)
}

/** `ustar\0` and two digits: the prefix field holds a path. GNU (`ustar  `) keeps other things there. */
function isUstar(block: Uint8Array): boolean {
  return Buffer.from(block.subarray(257, 263)).toString('latin1') === 'ustar\0'
}

/** Octal digits, or with the first bit set a big-endian number (GNU). */
function readNumber(field: Uint8Array): number | null {
  if (field[0]! & 0x80) {
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0)
    return field[0] === 0x80 && Number.isSafeInteger(value) ? value : null
  }
  const digits = /^[ \0]*([0-7]*)[ \0]*/.exec(Buffer.from(field).toString('latin1'))!
  return digits[0].length === field.length ? Number.parseInt(digits[1] || '0', 8) : null
}

function readField(field: Uint8Array): string {
  const end = field.indexOf(0)
  return readName(end < 0 ? field : field.subarray(0, end))
}

export function readName(raw: Uint8Array): string {
  return readRawName(raw).replaceAll('\\', '/')
}

/** pax records, `length key=value\n` each; the last of a key counts. Stops at the first that is malformed. */
export function readPax(bytes: Uint8Array): Map<string, string> {
  const records = new Map<string, string>()
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < all.length;) {
    const digits = /^\d{1,10}(?= )/.exec(all.toString('latin1', at, at + 11))?.[0]
    const length = Number(digits)
    if (!digits || length <= digits.length + 1 || at + length > all.length) break
    const record = all.subarray(at + digits.length + 1, at + length - 1)
    const equals = record.indexOf('=')
    if (equals > 0) records.set(record.toString('utf8', 0, equals), readName(record.subarray(equals + 1)))
    at += length
  }
  return records
}
