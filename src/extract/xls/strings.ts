/** Strings of an old workbook: one or two bytes a letter, some cut by the end of a record ([MS-XLS] 2.5.293, 2.5.294). */
import type { Bytes } from '../shared/bytes.js'
import type { BiffRecord } from './records.js'

export interface Text {
  readonly text: string
  /** Where the next thing begins. */
  readonly end: number
}

/** Letters behind their flags; `length` in letters. */
export function lettersAt(data: Bytes, at: number, length: number): Text {
  const wide = data.uint8(at) & 1
  const text = wide ? data.utf16(at + 1, length) : data.latin1(at + 1, length)
  return { text, end: at + 1 + length * (wide ? 2 : 1) }
}

/** XLUnicodeString: a length of two bytes first. */
export const stringAt = (data: Bytes, at: number): Text => lettersAt(data, at + 2, data.uint16(at))
/** ShortXLUnicodeString: a length of one byte first. */
export const shortStringAt = (data: Bytes, at: number): Text => lettersAt(data, at + 1, data.uint8(at))

/** Text constants in the tokens of a formula: PtgStr (2.5.198.89), where they hold two-byte letters. */
export function textsInFormula(data: Bytes, from: number): string[] {
  const found: string[] = []
  for (let at = from; at + 4 < data.length; at++) {
    const length = data.uint8(at + 1)
    if (data.uint8(at) !== 0x17 || data.uint8(at + 2) !== 1 || length === 0) continue
    const text = data.utf16(at + 3, length)
    if (text.length === length && /^[\x20-\x7e\u2000-\u27ff\u3000-\u9fff\uff00-\uffef]+$/.test(text)) {
      found.push(text)
      at += 2 + 2 * length
    }
  }
  return found
}

const MOST_STRINGS = 4_000_000

/** A letter from which on a string has another typeface, by the number of the font. */
export interface FontRun {
  readonly from: number
  readonly font: number
}

export interface SharedStrings {
  readonly strings: string[]
  /** Of the strings that change their typeface, by their index. */
  readonly runs: ReadonlyMap<number, readonly FontRun[]>
  readonly whole: boolean
}

/** SST (2.4.265). `whole`: as many strings as it states. */
export function sharedStrings({ data, more }: BiffRecord): SharedStrings {
  const count = Math.min(data.uint32(4), MOST_STRINGS)
  const reader = new Segments([data, ...more], 8)
  const strings: string[] = []
  const runs = new Map<number, readonly FontRun[]>()
  while (strings.length < count && !reader.done) {
    const rich = reader.string()
    if (rich.runs.length > 0) runs.set(strings.length, rich.runs)
    strings.push(rich.text)
  }
  return { strings, runs, whole: strings.length === count && !reader.short }
}

/** The text behind a TXO record (2.4.329): each record that continues it begins with flags of its own. */
export function textBoxText({ data, more }: BiffRecord): string {
  let text = ''
  const length = data.uint16(10)
  for (const part of more) {
    if (text.length >= length) break
    const width = part.uint8(0) & 1 ? 2 : 1
    text += lettersAt(part, 0, Math.min(length - text.length, Math.floor((part.length - 1) / width))).text
  }
  return text
}

/** Reads across the ends of records; letters cut by one go on behind new flags. */
class Segments {
  readonly #parts: readonly Bytes[]
  #index = 0
  #at: number
  short = false

  constructor(parts: readonly Bytes[], at: number) {
    this.#parts = parts
    this.#at = at
  }

  get done(): boolean {
    this.#settle()
    return this.#index >= this.#parts.length
  }

  /** XLUnicodeRichExtendedString (2.5.293). */
  string(): { readonly text: string; readonly runs: readonly FontRun[] } {
    const length = this.#number(2)
    const flags = this.#number(1)
    const count = flags & 8 ? this.#number(2) : 0
    const extra = flags & 4 ? this.#number(4) : 0
    const text = this.#letters(length, flags)
    const runs: FontRun[] = []
    for (let run = 0; run < count && !this.done; run++)
      runs.push({ from: this.#number(2), font: this.#number(2) })
    this.#skip(extra)
    return { text, runs }
  }

  #settle(): void {
    while (this.#index < this.#parts.length && this.#at >= this.#parts[this.#index]!.length) {
      this.#at -= this.#parts[this.#index]!.length
      this.#index++
    }
  }

  #number(size: 1 | 2 | 4): number {
    let value = 0
    for (let byte = 0; byte < size; byte++) {
      this.#settle()
      value += (this.#parts[this.#index]?.uint8(this.#at++) ?? 0) * 2 ** (8 * byte)
    }
    return value
  }

  #letters(length: number, flags: number): string {
    let text = ''
    let wide = flags & 1
    while (text.length < length) {
      const before = this.#index
      this.#settle()
      const part = this.#parts[this.#index]
      if (!part) {
        this.short = true
        break
      }
      if (this.#index !== before) wide = part.uint8(this.#at++) & 1
      const size = wide ? 2 : 1
      const count = Math.min(length - text.length, Math.floor((part.length - this.#at) / size))
      text += wide ? part.utf16(this.#at, count) : part.latin1(this.#at, count)
      this.#at += count === 0 ? part.length - this.#at : count * size
    }
    return text
  }

  #skip(size: number): void {
    this.#at += size
    this.#settle()
  }
}
