/** Strings of PDF syntax (ISO 32000-1, 7.3.4). Each function returns where the string has ended; -1 where it is broken. */
import type { ByteList } from './byte-list.js'

const [zero, nine] = [0x30, 0x39]
const [open, close, backslash, greater] = [0x28, 0x29, 0x5c, 0x3e]
/** A string longer than this is no text on a page. */
const longest = 32_768

/** `( … )`, 7.3.4.2: brackets in pairs, escapes, line ends. `from`: behind the bracket. */
export function readLiteral(bytes: Uint8Array, from: number, into: ByteList): number {
  into.length = 0
  let depth = 1
  for (let at = from; at < bytes.length && into.length < longest; at++) {
    let byte = bytes[at]!
    if (byte === close && --depth === 0) return at + 1
    if (byte === open) depth++
    else if (byte === backslash) {
      const [escaped, last] = escapedByte(bytes, at)
      at = last
      if (escaped < 0) continue
      byte = escaped
    } else if (byte === 13) {
      byte = 10
      if (bytes[at + 1] === 10) at++
    }
    into.put(byte)
  }
  return -1
}

/** `< … >`, 7.3.4.3: an odd last digit counts as followed by 0. */
export function readHexadecimal(bytes: Uint8Array, from: number, into: ByteList): number {
  into.length = 0
  let high = -1
  for (let at = from; at < bytes.length && into.length < longest; at++) {
    const byte = bytes[at]!
    if (byte === greater) {
      if (high >= 0) into.put(high << 4)
      return at + 1
    }
    if (byte <= 32) continue
    const digit = hexDigit(byte)
    if (digit < 0) return -1
    if (high < 0) high = digit
    else {
      into.put((high << 4) | digit)
      high = -1
    }
  }
  return -1
}

function hexDigit(byte: number): number {
  if (byte >= zero && byte <= nine) return byte - zero
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

const escapes = new Map(
  [...'nrtbf'].map((letter, index) => [letter.charCodeAt(0), [10, 13, 9, 8, 12][index]!]),
)

/** @returns the byte meant (-1: none, the line goes on) and where its last byte stands. */
function escapedByte(bytes: Uint8Array, backslashAt: number): readonly [byte: number, last: number] {
  let at = backslashAt + 1
  const byte = bytes[at] ?? 0
  if (byte === 10) return [-1, at]
  if (byte === 13) return [-1, bytes[at + 1] === 10 ? at + 1 : at]
  if (!isOctal(byte)) return [escapes.get(byte) ?? byte, at]
  let value = byte - zero
  while (at < backslashAt + 3 && isOctal(bytes[at + 1])) value = 8 * value + bytes[++at]! - zero
  return [value & 255, at]
}

function isOctal(digit: number | undefined): boolean {
  return digit !== undefined && digit >= zero && digit <= zero + 7
}
