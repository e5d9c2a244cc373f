/** The cells of one sheet of an old workbook, with what they show and why it might not be seen. */
import type { HiddenBy, Line } from '../../types.js'
import type { Bytes } from '../shared/bytes.js'
import { cellName } from '../shared/sheet/cell-name.js'
import { plainNumber, shownNumber, shownText } from '../shared/sheet/number-format.js'
import { statedLine } from '../shared/stated.js'
import { seenIn } from '../shared/font/symbols.js'
import { hasHan } from '../shared/xml/text.js'
import { Biff } from './record-types.js'
import { stringAt, textsInFormula } from './strings.js'
import { Unshown } from './unshown.js'
import type { XlsSheet, XlsWorkbook } from './workbook.js'

/** 0-based; `format`: index of its XF. */
interface Spot {
  readonly row: number
  readonly column: number
  readonly format: number
}

/** Feeds on the records of cells, rows and columns. */
export class XlsCellReader {
  readonly lines: Line[] = []
  readonly #sheet: XlsSheet
  readonly #book: XlsWorkbook
  readonly #unshown = new Unshown()
  readonly #tellFormula: (line: Line) => void
  /** A formula whose text follows in a record of its own. */
  #formula: Spot | null = null

  /** `tellFormula`: told of words inside formulas, which are no cells. */
  constructor(sheet: XlsSheet, book: XlsWorkbook, tellFormula: (line: Line) => void) {
    this.#sheet = sheet
    this.#book = book
    this.#tellFormula = tellFormula
  }

  /** False when the record is none of these. */
  take(type: number, data: Bytes): boolean {
    return this.#unshown.take(type, data) || this.#takeCell(type, data)
  }

  #takeCell(type: number, data: Bytes): boolean {
    const spot = { row: data.uint16(0), column: data.uint16(2), format: data.uint16(4) }
    if (type === Biff.LabelSst) this.#shared(spot, data.uint32(6))
    else if (type === Biff.Label || type === Biff.RString) this.#text(spot, stringAt(data, 6).text)
    else if (type === Biff.Number) this.#number(spot, data.float64(6))
    else if (type === Biff.RK) this.#number(spot, packedNumber(data.uint32(6)))
    else if (type === Biff.MulRk) this.#numbers(spot, data)
    else if (type === Biff.BoolErr) {
      if (data.uint8(7) === 0) this.#text(spot, truth(data.uint8(6)))
    } else if (type === Biff.Formula || type === Biff.OldFormula) this.#startFormula(spot, data)
    else if (type === Biff.String) {
      if (this.#formula) this.#text(this.#formula, stringAt(data, 0).text)
      this.#formula = null
    } else return false
    return true
  }

  #shared(spot: Spot, index: number): void {
    if (this.#book.strings[index] === undefined) this.#book.stringsWhole = false
    else {
      this.#book.used[index] = 1
      const { font } = this.#book.styles.format(spot.format)
      this.#said(spot, this.#book.seen(index, font))
    }
  }

  /** MulRk (2.4.175): format and number of each cell, then the last column. */
  #numbers({ row, column }: Spot, data: Bytes): void {
    for (let at = 4, each = column; at + 6 <= data.length - 2; at += 6, each++)
      this.#number({ row, column: each, format: data.uint16(at) }, packedNumber(data.uint32(at + 2)))
  }

  /** Formula (2.4.127): a value that is no number says so in its last two bytes. */
  #startFormula(spot: Spot, data: Bytes): void {
    this.#formula = null
    if (data.uint16(12) !== 0xffff) this.#number(spot, data.float64(6))
    else if (data.uint8(6) === 0) this.#formula = spot
    else if (data.uint8(6) === 1) this.#text(spot, truth(data.uint8(8)))
    const how = { part: 'code', label: 'formula', at: this.#at(spot), hiddenBy: 'markup' } as const
    for (const text of textsInFormula(data, 22)) if (hasHan(text)) this.#tellFormula(statedLine(text, how))
  }

  #text(spot: Spot, raw: string): void {
    this.#said(spot, seenIn(this.#book.styles.format(spot.format).font, raw))
  }

  /** `said`: letters as they are seen. */
  #said(spot: Spot, said: string): void {
    const { format } = this.#book.styles.format(spot.format)
    const text = shownText(said, format)
    this.#cell(spot, text === '' ? said : text, text === '' ? 'invisible-mode' : undefined)
  }

  #number(spot: Spot, value: number): void {
    const text = shownNumber(value, this.#book.styles.format(spot.format).format, this.#book.dates1904)
    if (text === '') this.#cell(spot, plainNumber(value), 'invisible-mode')
    else this.#cell(spot, text, undefined)
  }

  #cell(spot: Spot, text: string, why: HiddenBy | undefined): void {
    if (text.trim() === '') return
    const { row, column } = spot
    const { size, bold, unseen, black } = this.#book.styles.format(spot.format)
    const around = this.#sheet.hiddenBy ?? this.#unshown.why(row, column)
    const hiddenBy = around ?? why ?? (unseen ? 'same-colour' : undefined)
    this.lines.push(
      statedLine(text, {
        at: this.#at(spot),
        cell: { table: 0, row, column },
        ...(size !== undefined && { size }),
        ...(bold && { bold }),
        ...(hiddenBy && { hiddenBy }),
        ...(hiddenBy === 'same-colour' && black && { fitted: true }),
      }),
    )
  }

  #at = ({ row, column }: Spot) => ({ sheet: this.#sheet.name, cell: cellName(row, column) })
}

const truth = (value: number) => (value ? 'TRUE' : 'FALSE')

/** RkNumber (2.5.217): 30 bits of a whole number or of the upper half of a real one, perhaps hundredfold. */
function packedNumber(packed: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(4, packed & 0xffff_fffc, true)
  const value = packed & 2 ? (packed | 0) >> 2 : view.getFloat64(0, true)
  return packed & 1 ? value / 100 : value
}
