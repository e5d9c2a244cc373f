/** The font and colour tables at the head of an RTF file. */
import { pageOfCharset } from './charsets.js'
import type { Rgb } from './state.js'

export interface Font {
  /** Code page; null follows the document. */
  page: number | null
  /** Codes of the font's own, not of any language. */
  symbol: boolean
  name: string
}

const mostEntries = 65_536
const SYMBOL_CHARSET = 2

export class Tables {
  readonly #fonts = new Map<number, Font>()
  /** Entry 0 is the reader's own colour. */
  readonly colours: (Rgb | null)[] = []
  #font: Font | null = null
  #mix: [number, number, number] | null = null

  font(number: number): Font | undefined {
    return this.#fonts.get(number)
  }

  fontWord(word: string, parameter: number): void {
    if (word === 'f' && this.#fonts.size < mostEntries) {
      this.#font = { page: null, symbol: false, name: '' }
      this.#fonts.set(parameter, this.#font)
    } else if (word === 'fcharset' && this.#font) {
      this.#font.page = pageOfCharset(parameter)
      this.#font.symbol = parameter === SYMBOL_CHARSET
    } else if (word === 'cpg' && this.#font && parameter > 0) this.#font.page = parameter
  }

  fontText(text: string): void {
    if (this.#font && this.#font.name.length < 64 && !this.#font.name.endsWith(';')) this.#font.name += text
  }

  colourWord(word: string, parameter: number): void {
    const channel = ['red', 'green', 'blue'].indexOf(word)
    if (channel < 0) return
    this.#mix ??= [0, 0, 0]
    this.#mix[channel] = parameter
  }

  colourText(text: string): void {
    for (const letter of text) {
      if (letter !== ';' || this.colours.length >= mostEntries) continue
      this.colours.push(this.#mix)
      this.#mix = null
    }
  }
}

export function fontName(font: Font | undefined): string | undefined {
  return font?.name.replace(/;.*$/s, '').trim()
}
