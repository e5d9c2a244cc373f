/** The tokens of PDF syntax (ISO 32000-1, 7.2 and 7.3), one after the other, without making objects of them. */

import { ByteList } from './byte-list.js'
import { readHexadecimal, readLiteral } from './literals.js'

/** Kinds of tokens. `word`: an operator or keyword. `broken`: what the standard does not know; nothing is guessed. */
export const token = {
  end: 0,
  number: 1,
  name: 2,
  string: 3,
  arrayOpen: 4,
  arrayClose: 5,
  dictionaryOpen: 6,
  dictionaryClose: 7,
  word: 8,
  broken: 9,
} as const
export type PdfToken = (typeof token)[keyof typeof token]

/** Of each byte: 0 regular, 1 white space, 2 delimiter. */
const classes = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) classes[byte] = 1
for (const byte of Buffer.from('()<>[]{}/%')) classes[byte] = 2

const [zero, nine, dot, minus, plus, slash] = [0x30, 0x39, 0x2e, 0x2d, 0x2b, 0x2f]
const [open, less, greater, percent] = [0x28, 0x3c, 0x3e, 0x25]
const longestNumber = 40
const powers = Array.from({ length: 16 }, (_, digits) => 10 ** -digits)

/** What `next` has just met stands in `number`, `word`, or `text` (from `start` to `at`) and `string`. */
export class Lexer {
  readonly bytes: Uint8Array
  at: number
  start = 0
  number = 0
  /** Up to four bytes of an operator, the first the highest; longer words keep their last four. */
  word = 0
  /** The bytes of the last string, escapes resolved. */
  readonly string = new ByteList()

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  next(): PdfToken {
    const { bytes } = this
    const size = bytes.length
    let { at } = this
    for (;;) {
      while (at < size && classes[bytes[at]!] === 1) at++
      if (at < size && bytes[at] === percent) while (at < size && bytes[at] !== 10 && bytes[at] !== 13) at++
      else break
    }
    this.start = at
    if (at >= size) {
      this.at = at
      return token.end
    }
    const byte = bytes[at]!
    if (byte <= nine && (byte >= zero || byte === minus || byte === dot || byte === plus))
      return this.#number(at)
    if (classes[byte] === 0) return this.#word(at)
    return this.#delimited(byte, at)
  }

  /** The name without its slash, or the word, as Latin-1. */
  text(): string {
    const from = this.bytes[this.start] === slash ? this.start + 1 : this.start
    const text = this.#latin1(from)
    return text.includes('#')
      ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      : text
  }

  #number(from: number): PdfToken {
    const { bytes } = this
    let at = from
    const sign = bytes[at] === minus ? -1 : 1
    if (bytes[at] === minus || bytes[at] === plus) at++
    let value = 0
    let digits = -1
    const first = at
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (byte >= zero && byte <= nine) {
        value = value * 10 + byte - zero
        if (digits >= 0) digits++
      } else if (byte === dot && digits < 0) digits = 0
      else break
    }
    this.at = at
    const runsOn = at < bytes.length && classes[bytes[at]!] === 0
    if (runsOn || at - first > longestNumber || at - first - (digits < 0 ? 0 : 1) === 0) return token.broken
    const short = at - first < 15
    this.number = sign * (short ? value * powers[Math.max(0, digits)]! : Number(this.#latin1(first)))
    return token.number
  }

  #latin1(from: number): string {
    let text = ''
    for (let at = from; at < this.at; at++) text += String.fromCharCode(this.bytes[at]!)
    return text
  }

  #string(read: (bytes: Uint8Array, from: number, into: ByteList) => number): PdfToken {
    const end = read(this.bytes, this.at, this.string)
    this.at = end < 0 ? this.bytes.length : end
    return end < 0 ? token.broken : token.string
  }

  #word(from: number): PdfToken {
    const { bytes } = this
    let at = from
    let word = 0
    while (at < bytes.length && classes[bytes[at]!] === 0) word = (word << 8) | bytes[at++]!
    this.at = at
    this.word = word
    return token.word
  }

  #delimited(byte: number, from: number): PdfToken {
    const { bytes } = this
    this.at = from + 1
    if (byte === open) return this.#string(readLiteral)
    if (byte === slash) {
      let at = from + 1
      while (at < bytes.length && classes[bytes[at]!] === 0) at++
      this.at = at
      return token.name
    }
    if (byte === 0x5b) return token.arrayOpen
    if (byte === 0x5d) return token.arrayClose
    const doubled = bytes[from + 1] === byte
    if (doubled) this.at++
    if (byte === less) return doubled ? token.dictionaryOpen : this.#string(readHexadecimal)
    return byte === greater && doubled ? token.dictionaryClose : token.broken
  }
}

/** An operator as `Lexer.word` tells it. */
export function wordOf(operator: string): number {
  let word = 0
  for (const byte of Buffer.from(operator, 'latin1')) word = (word << 8) | byte
  return word
}
