/** Marked content (ISO 32000-1, 14.6): its nesting, and the one character that may stand for another. */
import { isMapped, textOf } from '../characters.js'
import type { PdfGlyph } from '../glyphs.js'
import { decodeText } from '../raw-strings.js'
import { notPlain } from './values.js'

interface Opened {
  /** What the characters within are said to be; null: themselves. */
  readonly replacement: string | null
  readonly from: number
}

const deepest = 64

export class Marked {
  readonly #opened: Opened[] = []

  /** `stated`: the bytes of /ActualText. `drawn`: characters before it. */
  open(stated: Uint8Array | null, drawn: number): void {
    if (this.#opened.length >= deepest) throw notPlain
    this.#opened.push({
      replacement: stated && replacementOf(stated),
      from: drawn,
    })
  }

  /** One character may stand for one; of words PDFium must say what they show. */
  close(glyphs: PdfGlyph[]): void {
    const opened = this.#opened.pop()
    if (!opened || opened.replacement === null) return
    const code = opened.replacement.codePointAt(0)
    const glyph = glyphs[opened.from]
    const single = code !== undefined && textOf(code) === opened.replacement && isMapped(code)
    if (!single || !glyph || glyphs.length !== opened.from + 1) throw notPlain
    glyphs[opened.from] = { ...glyph, text: opened.replacement }
  }
}

/** Nearly always one character of UTF-16BE behind its byte order mark; the rest is left to the decoder of text strings. */
function replacementOf(stated: Uint8Array): string {
  const [first, second, high = 0, low = 0] = stated
  if (stated.length === 4 && first === 0xfe && second === 0xff) return String.fromCharCode((high << 8) | low)
  return decodeText(Buffer.from(stated).toString('latin1'))
}
