/** The start tag of an element: where its attributes stand, and what they say (XML 1.0, 3.1). */
import { decodeEntities, isBlank, isNameLetter, isNameStart } from './letters.js'

const EQUALS = 0x3d
const GREATER = 0x3e
const LESS = 0x3c
const SLASH = 0x2f
const AMPERSAND = 0x26
const DOUBLE = 0x22
const SINGLE = 0x27

/** More attributes than this are left to the strict parser. */
const MOST_ATTRIBUTES = 64

export class StartTag {
  /** Names as they stand. */
  readonly names: string[] = []
  /** Offsets in the text: start and end of each value. */
  readonly #values: number[] = []
  readonly #text: string
  isEmpty = false
  /** A name begins with `xmlns`. */
  declares = false
  /** Some value holds an entity. */
  #escapes = false

  constructor(text: string) {
    this.#text = text
  }

  /** `at`: behind the name of the element. One past its `>`, or -1: not well-formed, or not plain enough. */
  read(at: number): number {
    const text = this.#text
    for (;;) {
      const from = at
      while (isBlank(text.charCodeAt(at))) at++
      const code = text.charCodeAt(at)
      if (code === GREATER) return at + 1
      if (code === SLASH) {
        this.isEmpty = true
        return text.charCodeAt(at + 1) === GREATER ? at + 2 : -1
      }
      if (at === from || this.names.length === MOST_ATTRIBUTES) return -1
      at = this.#readAttribute(at)
      if (at < 0) return -1
    }
  }

  /** Offset behind it, or -1. */
  #readAttribute(start: number): number {
    const text = this.#text
    let at = start
    if (!isNameStart(text.charCodeAt(at))) return -1
    while (isNameLetter(text.charCodeAt(at))) at++
    const name = text.slice(start, at)
    while (isBlank(text.charCodeAt(at))) at++
    if (text.charCodeAt(at) !== EQUALS) return -1
    at++
    while (isBlank(text.charCodeAt(at))) at++
    const quote = text.charCodeAt(at)
    if (quote !== DOUBLE && quote !== SINGLE) return -1
    const valueStart = at + 1
    const valueEnd = text.indexOf(quote === DOUBLE ? '"' : "'", valueStart)
    if (valueEnd < 0 || !this.#isPlain(valueStart, valueEnd)) return -1
    this.names.push(name)
    this.#values.push(valueStart, valueEnd)
    if (name.startsWith('xmlns')) this.declares = true
    return valueEnd + 1
  }

  #isPlain(from: number, to: number): boolean {
    const text = this.#text
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code === LESS) return false
      if (code === AMPERSAND || code < 0x20) this.#escapes = true
    }
    return true
  }

  /** Every entity means something. */
  get isSound(): boolean {
    return !this.#escapes || this.names.every((_, index) => this.#decoded(index) !== null)
  }

  value(index: number): string {
    return (this.#escapes ? this.#decoded(index) : this.#raw(index)) ?? ''
  }

  #raw(index: number): string {
    return this.#text.slice(this.#values[2 * index], this.#values[2 * index + 1])
  }

  /** Line ends and tabs are blanks (3.3.3); written as entities they stay. */
  #decoded(index: number): string | null {
    return decodeEntities(this.#raw(index).replace(/\r\n|[\r\n\t]/g, ' '))
  }
}
