/** Text as a page shows it: codes → glyphs with their places (ISO 32000-1, 9.4). */
import { rounded } from '../geometry.js'
import type { PdfGlyph } from '../glyphs.js'
import { isPale } from '../ink.js'
import { legible, type Style } from '../styles.js'
import type { PlainGlyph } from './letter.js'
import type { ClipBounds, State } from './state.js'
import { notPlain } from './values.js'
import { compose, type Matrix } from '../../../plane/matrix.js'

/** A page with more is no page. */
const mostGlyphs = 100_000

export class Type {
  readonly glyphs: PdfGlyph[] = []
  /** From text space to the upright page, without the place. */
  #line: Matrix | null = null
  /** Where the line starts. */
  #x = 0
  #y = 0
  /** How far the line has come, in text space. */
  #pen = 0
  #style: Style | null = null
  #last: Style | null = null
  readonly #places = new Set<number>()

  get isOpen(): boolean {
    return this.#line !== null
  }

  begin({ matrix }: State): void {
    if (this.#line) throw notPlain
    this.#start(matrix)
  }

  end(): void {
    this.#line = null
  }

  set(state: State, operands: Matrix): void {
    if (!this.#line) throw notPlain
    this.#start(compose(operands, state.matrix))
  }

  #start(line: Matrix): void {
    this.#line = line
    this.#x = line[4]
    this.#y = line[5]
    this.#pen = 0
    this.#style = null
  }

  move(x: number, y: number): void {
    if (!this.#line) throw notPlain
    const line = this.#line
    this.#x += x * line[0] + y * line[2]
    this.#y += x * line[1] + y * line[3]
    this.#pen = 0
  }

  /** Font, size, colour or weight is another one. */
  restyle(): void {
    this.#style = null
  }

  /** The space a number inside `TJ` takes, in thousandths of an em. */
  adjust({ size, stretch }: State, thousandths: number): void {
    this.#pen -= (thousandths / 1000) * size * stretch
  }

  /** `from`, `to`: the codes within `bytes`. Throws `notPlain` for what cannot be told for sure. */
  show(state: State, bytes: Uint8Array, from: number, to: number): void {
    const { font, size, stretch, characterSpacing, wordSpacing } = state
    if (!font || !this.#line || state.clip === null) throw notPlain
    const style = (this.#style ??= this.#styleOf(state, this.#line))
    const { codeBytes } = font
    for (let at = from, step = 1; at < to; at += step) {
      step = codeBytes === 'mixed' ? (bytes[at]! < 0x80 ? 1 : 2) : codeBytes
      const code = step === 1 ? bytes[at]! : (bytes[at]! << 8) | (at + 1 < to ? bytes[at + 1]! : 0)
      const letter = font.meaning(code)
      if (!letter) throw notPlain
      const width = font.width(code) * size
      this.#put(state, style, letter, width * stretch)
      const extra = step === 1 && code === 32 ? characterSpacing + wordSpacing : characterSpacing
      this.#pen += (width + extra) * stretch
    }
  }

  #put({ rise, clip }: State, style: Style, letter: PlainGlyph, width: number): void {
    const line = this.#line!
    const start = this.#pen * line[0] + rise * line[2] + this.#x
    const baseline = this.#pen * line[1] + rise * line[3] + this.#y
    const advance = width * line[0]
    const { size } = style
    const { text, blank, above, below } = letter
    if (!blank) {
      if (!holds(clip!, start + advance / 2, baseline - 0.35 * size)) throw notPlain
      this.#noteTwice(start, baseline, letter.code)
    }
    if (this.glyphs.length >= mostGlyphs) throw notPlain
    this.glyphs.push({
      text,
      x: start,
      y: baseline - above * size,
      width: advance,
      height: (above + below) * size,
      start,
      end: start + advance,
      baseline,
      style,
      mapped: true,
      object: 0,
      doubt: 0,
    })
  }

  /** The same character twice in one place (bold by hand, shadows) is told once by PDFium, which looks closer. */
  #noteTwice(x: number, y: number, code: number): void {
    const place = ((Math.round(x) & 0xfff) * 0x1000 + (Math.round(y) & 0xfff)) * 0x20_0000 + code
    if (this.#places.has(place)) throw notPlain
    this.#places.add(place)
  }

  /** Only upright text from left to right, large and dark enough to be read. */
  #styleOf({ font, size: stated, ink, stroked, stretch }: State, line: Matrix): Style {
    const [a, b, c, d] = line
    const size = rounded(stated * Math.hypot(c, d))
    const upright = a > 0 && d < 0 && stated > 0 && stretch > 0 && Math.abs(b) < 1e-4 * a
    if (!upright || !(size >= legible) || ink < 0 || isPale(ink)) throw notPlain
    const bold = stroked || font!.bold
    const last = this.#last
    if (last && last.size === size && last.bold === bold && last.ink === ink) return last
    this.#last = { size, bold, symbols: null, hiddenBy: null, ink, ux: 1, uy: 0, turn: 0 }
    return this.#last
  }
}

function holds([left, top, right, bottom]: ClipBounds, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom
}
