/** Code pages of RTF text: of the document and of each font, decoded so that a character may be split between runs. */
import { anyLabelOf } from '../shared/charset/code-pages.js'

/** `\fcharsetN` → code page (RTF 1.9.1, font table); those without one follow the document. */
const ofCharset: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

export function pageOfCharset(charset: number): number | null {
  return ofCharset[charset] ?? null
}

/** Bytes in, text out; a first byte without its second waits for the next call, in one code page. */
export class PageDecoder {
  #page = 0
  #decoder = new TextDecoder('windows-1252')
  #waiting = false

  decode(bytes: Uint8Array, page: number): string {
    let text = ''
    if (page !== this.#page) {
      text = this.flush()
      this.#page = page
      this.#decoder = new TextDecoder(anyLabelOf(page))
    }
    this.#waiting = true
    try {
      return text + this.#decoder.decode(bytes, { stream: true })
    } catch {
      // Node's streaming decoder gives up on some broken sequences; without streaming it replaces them.
      this.#waiting = false
      this.#decoder = new TextDecoder(anyLabelOf(page))
      return text + new TextDecoder(anyLabelOf(page)).decode(bytes)
    }
  }

  /** What still waits, as U+FFFD. */
  flush(): string {
    if (!this.#waiting) return ''
    this.#waiting = false
    try {
      return this.#decoder.decode()
    } catch {
      return '\ufffd'
    }
  }
}
