/** Reads what a page draws, operator by operator, as long as every one of them is known to hide nothing (ISO 32000-1, annex A). */
import type { PdfGlyph } from '../glyphs.js'
import { ByteList } from './byte-list.js'
import type { PdfFile } from './file.js'
import type { PlainFont } from './font.js'
import { Lexer, token } from './lexer.js'
import { Marked } from './marked.js'
import { operators } from './operators.js'
import { Outline } from './outline.js'
import { PlainShapes } from './shapes.js'
import { firstState, type ClipBounds, type State } from './state.js'
import { Type } from './type.js'
import { type Dictionary, notPlain, type PdfValue, valueOf } from './values.js'
import type { Matrix } from '../../../plane/matrix.js'

/** More operands belong to no operator but `TJ`, whose array is not counted. */
const mostOperands = 64
const mostStates = 128

/** What the operators work on. Coordinates: upright page, points. */
export class ContentStream {
  readonly file: PdfFile
  readonly resources: Dictionary
  readonly #fontOf: (font: PdfValue) => PlainFont | null
  readonly #fonts = new Map<string, PlainFont | null>()
  readonly type = new Type()
  readonly shapes = new PlainShapes()
  readonly marked = new Marked()
  state: State
  outline = new Outline()
  clipping = false
  readonly #states: State[] = []

  /** Operands of the operator at hand; the arrays are used again, only the counts go back to 0. */
  readonly numbers = new Float64Array(mostOperands)
  numberCount = 0
  readonly names = ['', '']
  nameCount = 0
  /** The bytes of its strings, one behind the other; `adjustments`: at which byte, by how much, in turn. */
  readonly shown = new ByteList()
  adjustments = new Float64Array(256)
  adjustmentCount = 0
  property: PdfValue = null

  constructor(
    file: PdfFile,
    resources: Dictionary,
    toUpright: Matrix,
    frame: ClipBounds,
    fontOf: (font: PdfValue) => PlainFont | null,
  ) {
    this.file = file
    this.resources = resources
    this.#fontOf = fontOf
    this.state = firstState(toUpright, frame)
  }

  /** Throws `notPlain` at the first thing that is not. @returns its characters in content order. */
  read(bytes: Uint8Array): PdfGlyph[] {
    const lexer = new Lexer(bytes)
    for (let next = lexer.next(); next !== token.end; next = lexer.next()) {
      if (next === token.number) this.#number(lexer.number)
      else if (next === token.string) this.shown.append(lexer.string)
      else if (next === token.name) this.#name(lexer.text())
      else if (next === token.arrayOpen) this.#array(lexer)
      else if (next === token.dictionaryOpen) this.property = valueOf(lexer, next)
      else if (next === token.word) this.#operate(lexer.word)
      else throw notPlain
    }
    if (this.type.isOpen) throw notPlain
    this.shapes.check(this.type.glyphs)
    return this.type.glyphs
  }

  save(): void {
    if (this.type.isOpen || this.#states.length >= mostStates) throw notPlain
    this.#states.push({ ...this.state })
  }

  /** One `Q` too many is ignored by every viewer. */
  restore(): void {
    if (this.type.isOpen) throw notPlain
    this.state = this.#states.pop() ?? this.state
  }

  /** What the operand of that index names among the page's resources. */
  resource(kind: string, operand = 0): PdfValue {
    if (operand >= this.nameCount) throw notPlain
    const value = this.file.dictionary(this.resources.get(kind))?.get(this.names[operand]!)
    if (value === undefined) throw notPlain
    return value
  }

  /** The font the first operand names. */
  font(): PlainFont | null {
    const name = this.nameCount > 0 ? this.names[0]! : ''
    const before = this.#fonts.get(name)
    if (before !== undefined) return before
    const font = this.#fontOf(this.resource('Font'))
    this.#fonts.set(name, font)
    return font
  }

  #operate(word: number): void {
    const operator = operators.get(word)
    if (!operator) throw notPlain //op
    operator(this)
    this.numberCount = 0
    this.nameCount = 0
    this.adjustmentCount = 0
    this.shown.length = 0
    this.property = null
  }

  #number(value: number): void {
    if (this.numberCount >= mostOperands) throw notPlain
    this.numbers[this.numberCount++] = value
  }

  #name(name: string): void {
    if (this.nameCount >= this.names.length) throw notPlain
    this.names[this.nameCount++] = name
  }

  /** Strings and numbers of `TJ`; the pattern of dashes of `d` is of no consequence. */
  #array(lexer: Lexer): void {
    for (let next = lexer.next(); next !== token.arrayClose; next = lexer.next()) {
      if (next === token.number) this.#adjust(lexer.number)
      else if (next === token.string) this.shown.append(lexer.string)
      else throw notPlain
    }
  }

  #adjust(amount: number): void {
    const count = this.adjustmentCount
    if (count === this.adjustments.length) {
      const larger = new Float64Array(2 * count)
      larger.set(this.adjustments)
      this.adjustments = larger
    }
    this.adjustments[count] = this.shown.length
    this.adjustments[count + 1] = amount
    this.adjustmentCount = count + 2
  }
}
