/** Damage from a seed: the same seed, file and neighbour give the same bytes, so that a failing case can be run again. */

/** Numbers from 0 up to 1, as mulberry32 makes them. @param {number} seed */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** @typedef {(bytes: Buffer, next: () => number, other: Buffer) => Buffer} Mutation */

const upTo = (next, limit) => Math.floor(next() * limit)
/** A stretch of the file, at most an eighth of it. */
const stretch = (bytes, next) => {
  const from = upTo(next, bytes.length)
  return [from, Math.min(bytes.length, from + 1 + upTo(next, Math.max(1, bytes.length / 8)))]
}
const lies = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]
/** What has a meaning of its own somewhere, put where it has none. */
const words = ['PK\x03\x04', '%PDF-1.7', '<!DOCTYPE x [<!ENTITY y "z">]>', ']]>', '<!--', '{\\rtf1', '\0\0\0\0', '\xff\xfe', '../../', '\xe2\x80\xae', '99999999999', '-1', '1 0 R', 'endobj', 'stream\r\n', '&#x10FFFF;'] // prettier-ignore

/** @type {Record<string, Mutation>} */
export const mutations = {
  cut: (bytes, next) => bytes.subarray(0, upTo(next, bytes.length)),
  'cut the beginning': (bytes, next) => bytes.subarray(upTo(next, Math.min(bytes.length, 4096))),
  'take out': (bytes, next) => {
    const [from, to] = stretch(bytes, next)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  flips: (bytes, next) => {
    for (let count = 1 + upTo(next, 16); count > 0; count -= 1)
      bytes[upTo(next, bytes.length)] ^= 1 << upTo(next, 8)
    return bytes
  },
  'flips at the head': (bytes, next) => {
    for (let count = 1 + upTo(next, 6); count > 0; count -= 1)
      bytes[upTo(next, Math.min(512, bytes.length))] ^= 1 << upTo(next, 8)
    return bytes
  },
  swap: (bytes, next) => {
    const [from, to] = stretch(bytes, next)
    const target = upTo(next, bytes.length - (to - from) + 1)
    const moved = Buffer.from(bytes.subarray(from, to))
    bytes.copy(bytes, from, target, target + moved.length)
    moved.copy(bytes, target)
    return bytes
  },
  repeat: (bytes, next) => {
    const [from, to] = stretch(bytes, next)
    const again = Array.from({ length: 1 + upTo(next, 20) }, () => bytes.subarray(from, to))
    return Buffer.concat([bytes.subarray(0, to), ...again, bytes.subarray(to)])
  },
  splice: (bytes, next, other) => {
    const at = upTo(next, bytes.length)
    const from = upTo(next, other.length)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from)])
  },
  zeros: (bytes, next) => bytes.fill(0, ...stretch(bytes, next)),
  'lying length': (bytes, next) => {
    for (let count = 1 + upTo(next, 4); count > 0; count -= 1) {
      const wide = 1 << upTo(next, 3)
      const at = upTo(next, Math.max(1, bytes.length - wide))
      const lie = lies[upTo(next, lies.length)] & (wide === 4 ? -1 : 2 ** (8 * wide) - 1)
      if (at + wide > bytes.length) continue
      if (next() < 0.5) bytes.writeUIntLE(lie >>> 0, at, wide)
      else bytes.writeUIntBE(lie >>> 0, at, wide)
    }
    return bytes
  },
  'lying digits': (bytes, next) => {
    const digits = [...bytes.keys()].filter((at) => bytes[at] >= 0x30 && bytes[at] <= 0x39)
    for (let count = 1 + upTo(next, 8); count > 0 && digits.length > 0; count -= 1)
      bytes[digits[upTo(next, digits.length)]] = 0x30 + upTo(next, 10)
    return bytes
  },
  'strange word': (bytes, next) => {
    const at = upTo(next, bytes.length)
    const word = Buffer.from(words[upTo(next, words.length)], 'latin1')
    return Buffer.concat([bytes.subarray(0, at), word, bytes.subarray(at)])
  },
}
const names = Object.keys(mutations)

/**
 * One or two kinds of damage. `other` is what spliced files go on with.
 * @param {Uint8Array} bytes @param {Uint8Array} other @param {number} seed
 * @returns {{ bytes: Buffer, how: string }}
 */
export function mutate(bytes, other, seed) {
  const next = random(seed)
  const chosen = Array.from({ length: next() < 0.7 ? 1 : 2 }, () => names[upTo(next, names.length)])
  let damaged = Buffer.from(bytes)
  for (const name of chosen)
    if (damaged.length > 0) damaged = Buffer.from(mutations[name](damaged, next, Buffer.from(other)))
  return { bytes: damaged, how: chosen.join(', ') }
}
