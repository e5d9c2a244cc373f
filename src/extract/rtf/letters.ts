/** Bytes of an RTF file on their way to become text: by the code page of the font they are set in, less what repeats a `\u`. */
import { PageDecoder } from './charsets.js'
import type { Font, Tables } from './tables.js'

/** `\ansicpg` where a file states none: what Chinese programs mean. */
const GBK = 936

export class Letters {
  /** Code page of text in fonts that name none. */
  page = GBK
  /** Of text before any `\f`; -1: none. */
  defaultFont = -1
  readonly #tables: Tables
  readonly #decoder = new PageDecoder()
  /** Characters still to be passed over behind a `\u`. */
  #skipping = 0
  #pending: number[] = []

  constructor(tables: Tables) {
    this.#tables = tables
  }

  /** `font`: of the group; -1: the file's own. */
  font(font: number): Font | undefined {
    return this.#tables.font(font < 0 ? this.defaultFont : font)
  }

  /** The next so many characters only repeat a `\u` for old readers; 0 where a group begins or ends. */
  skip(count: number): void {
    this.#skipping = count
  }

  add(byte: number): void {
    if (this.#skipping > 0) this.#skipping--
    else if (byte !== 0) this.#pending.push(byte)
  }

  /** The text of the bytes so far; half a character waits for the rest of it. */
  take(font: number): string {
    if (this.#pending.length === 0) return ''
    const bytes = Uint8Array.from(this.#pending)
    this.#pending = []
    const set = this.font(font)
    if (set?.symbol) return this.#decoder.flush() + Buffer.from(bytes).toString('latin1')
    return this.#decoder.decode(bytes, set?.page ?? this.page)
  }

  /** What waits, as far as it is a character. */
  end(): string {
    return this.#decoder.flush()
  }
}
