/** One sheet of an old workbook: cells, comments, text boxes, headers, charts, as lines ([MS-XLS] 2.1.7.20.5). */
import type { HiddenBy, Line } from '../../types.js'
import { Bytes } from '../shared/bytes.js'
import { cellName } from '../shared/cell-name.js'
import { sectionsOf } from '../shared/header-footer.js'
import { plainNumber, shownNumber, shownText } from '../shared/number-format.js'
import { statedLine, type Stating } from '../shared/stated.js'
import { seenIn } from '../shared/symbols.js'
import { wideWords } from '../shared/wide-words.js'
import { hasHan } from '../shared/xml-text.js'
import { type BiffRecord, joined } from './records.js'
import { lettersAt, shortStringAt, stringAt, textBoxText, textsInFormula } from './strings.js'
import type { Sheet, Workbook } from './workbook.js'

/** Feeds on the records of one sheet; lines are taken away as they come. */
export class SheetReader {
  readonly sheet: Sheet
  /** Cells. */
  cells: Line[] = []
  /** What stands around the cells. */
  readonly words: Line[] = []
  readonly #book: Workbook
  readonly #hiddenColumns: { readonly from: number; readonly to: number; readonly why: HiddenBy }[] = []
  readonly #hiddenRows = new Map<number, HiddenBy>()
  #rowsHidden = false
  readonly #shownRows = new Set<number>()
  readonly #boxes = new Map<number, string>()
  readonly #notes: { readonly cell: string; readonly author: string; readonly box: number }[] = []
  readonly #drawings: Uint8Array[] = []
  #box = 0
  #formula: { row: number; column: number; format: number } | null = null

  constructor(sheet: Sheet, book: Workbook) {
    this.sheet = sheet
    this.#book = book
  }

  get drawings(): Bytes {
    return new Bytes(Buffer.concat(this.#drawings))
  }

  take(record: BiffRecord, inChart: boolean): void {
    const { type, data } = record
    if (type === 0x100d) this.#word(shortStringAt(data, 2).text, { part: 'textbox', label: 'chart' })
    else if (inChart && (type === 0x203 || type === 0x204 || type === 0x201)) this.#chartValue(type, data)
    else if (!this.#takeCell(type, data)) this.#takeOther(record)
  }

  /** Comments stand behind the boxes that hold their text: told together, last. */
  end(): Line[] {
    const told = new Set<number>()
    const lines: Line[] = []
    for (const { cell, author, box } of this.#notes) {
      told.add(box)
      for (const text of (this.#boxes.get(box) ?? '').split(/[\r\n]+/))
        if (text.trim())
          lines.push(
            this.#line(text, { part: 'comment', at: this.#at(cell), ...(author && { label: author }) }),
          )
    }
    for (const [box, said] of this.#boxes)
      if (!told.has(box))
        for (const text of said.split(/[\r\n]+/))
          if (text.trim()) lines.push(this.#line(text, { part: 'textbox', at: this.#at() }))
    return [...this.words, ...lines]
  }

  #at = (cell?: string) => ({ sheet: this.sheet.name, ...(cell && { cell }) })

  #line(text: string, how: Stating): Line {
    return statedLine(text, { ...how, ...(this.sheet.hiddenBy && { hiddenBy: this.sheet.hiddenBy }) })
  }

  #word(text: string, how: Stating): void {
    if (text.trim()) this.words.push(this.#line(text, { at: this.#at(), ...how }))
  }

  #takeCell(type: number, data: Bytes): boolean {
    const [row, column, format] = [data.uint16(0), data.uint16(2), data.uint16(4)]
    if (type === 0xfd) this.#shared(row, column, format, data.uint32(6))
    else if (type === 0x204 || type === 0xd6) this.#text(row, column, format, stringAt(data, 6).text)
    else if (type === 0x203) this.#number(row, column, format, data.float64(6))
    else if (type === 0x27e) this.#number(row, column, format, packedNumber(data.uint32(6)))
    else if (type === 0xbd) {
      for (let at = 4, each = column; at + 6 <= data.length - 2; at += 6, each++)
        this.#number(row, each, data.uint16(at), packedNumber(data.uint32(at + 2)))
    } else if (type === 0x205) {
      if (data.uint8(7) === 0) this.#text(row, column, format, data.uint8(6) ? 'TRUE' : 'FALSE')
    } else if (type === 0x06 || type === 0x406) this.#startFormula(data, row, column, format)
    else if (type === 0x207) {
      const cell = this.#formula
      if (cell) this.#text(cell.row, cell.column, cell.format, stringAt(data, 0).text)
      this.#formula = null
    } else return false
    return true
  }

  #shared(row: number, column: number, format: number, index: number): void {
    const text = this.#book.strings[index]
    if (text === undefined) this.#book.stringsWhole = false
    else {
      this.#book.used[index] = 1
      this.#text(row, column, format, text)
    }
  }

  /** Formula (2.4.127): a value that is no number says so in its last two bytes. */
  #startFormula(data: Bytes, row: number, column: number, format: number): void {
    this.#formula = null
    if (data.uint16(12) !== 0xffff) this.#number(row, column, format, data.float64(6))
    else if (data.uint8(6) === 0) this.#formula = { row, column, format }
    else if (data.uint8(6) === 1) this.#text(row, column, format, data.uint8(8) ? 'TRUE' : 'FALSE')
    for (const text of textsInFormula(data, 22))
      if (hasHan(text))
        this.words.push(
          statedLine(text, {
            part: 'code',
            label: 'formula',
            at: this.#at(cellName(row, column)),
            hiddenBy: 'markup',
          }),
        )
  }

  #text(row: number, column: number, index: number, raw: string): void {
    const { format, font } = this.#book.styles.format(index)
    const said = seenIn(font, raw)
    const text = shownText(said, format)
    this.#cell(row, column, index, text === '' ? said : text, text === '' ? 'invisible-mode' : undefined)
  }

  #number(row: number, column: number, index: number, value: number): void {
    const text = shownNumber(value, this.#book.styles.format(index).format, this.#book.dates1904)
    if (text === '') this.#cell(row, column, index, plainNumber(value), 'invisible-mode')
    else this.#cell(row, column, index, text, undefined)
  }

  #cell(row: number, column: number, index: number, text: string, why: HiddenBy | undefined): void {
    if (text.trim() === '') return
    const { size, bold, unseen, black } = this.#book.styles.format(index)
    const hiddenBy = this.#around(row, column) ?? why ?? (unseen ? 'same-colour' : undefined)
    const at = this.#at(cellName(row, column))
    this.cells.push(
      statedLine(text, {
        at,
        cell: { table: 0, row, column },
        ...(size !== undefined && { size }),
        ...(bold && { bold }),
        ...(hiddenBy && { hiddenBy }),
        ...(hiddenBy === 'same-colour' && black && { fitted: true }),
      }),
    )
  }

  #around(row: number, column: number): HiddenBy | undefined {
    if (this.sheet.hiddenBy) return this.sheet.hiddenBy
    const byRow = this.#hiddenRows.get(row)
    if (byRow) return byRow
    if (this.#rowsHidden && !this.#shownRows.has(row)) return 'hidden-attribute'
    return this.#hiddenColumns.find(({ from, to }) => column >= from && column <= to)?.why
  }

  /** 2.4.221: outline level in bits 0 to 2, fDyZero in bit 5. */
  #startRow(row: number, bits: number): void {
    if (bits & 0x20) this.#hiddenRows.set(row, foldedOr(bits & 7))
    else this.#shownRows.add(row)
  }

  #chartValue(type: number, data: Bytes): void {
    if (type === 0x204) this.#word(stringAt(data, 6).text, { part: 'textbox', label: 'chart' })
  }

  #takeOther(record: BiffRecord): void {
    const { type, data } = record
    if (type === 0x208) this.#startRow(data.uint16(0), data.uint16(12))
    else if (type === 0x225) this.#rowsHidden = (data.uint16(0) & 2) !== 0
    else if (type === 0x7d) {
      if (data.uint16(8) & 1 || data.uint16(4) < 128)
        this.#hiddenColumns.push({
          from: data.uint16(0),
          to: data.uint16(2),
          why: foldedOr((data.uint16(8) >> 8) & 7),
        })
    } else if (type === 0x1c)
      this.#notes.push({
        cell: cellName(data.uint16(0), data.uint16(2)),
        author: stringAt(data, 8).text.trim(),
        box: data.uint16(6),
      })
    else if (type === 0x5d) this.#box = data.uint16(6)
    else if (type === 0x1b6) this.#boxes.set(this.#box || this.#boxes.size + 0x1_0000, textBoxText(record))
    else if (type === 0xec) this.#drawings.push(joined(record).bytes)
    else this.#takeWords(type, joined(record))
  }

  #takeWords(type: number, data: Bytes): void {
    if (type === 0x14 || type === 0x15)
      this.#running(stringAt(data, 0).text, type === 0x14 ? 'header' : 'footer')
    else if (type === 0x89c) this.#moreRunning(data)
    else if (type === 0x1be) {
      let at = 4
      for (let index = 0; index < 4; index++) {
        const { text, end } = stringAt(data, at)
        this.#word(text.replace(/\0/g, ''), { part: 'form', label: 'dataValidation' })
        at = end
      }
      for (const text of textsInFormula(data, at)) this.#word(text, { part: 'form', label: 'dataValidation' })
    } else if (type === 0x1b8) for (const text of linkTexts(data)) this.#word(text, { part: 'link' })
    else if (type === 0x800)
      this.#word(data.utf16(10, (data.length - 12) >> 1), { part: 'link', label: 'tooltip' })
  }

  /** HeaderFooter (2.4.137): those of even and of first pages. */
  #moreRunning(data: Bytes): void {
    let at = 38
    for (const [index, part] of (['header', 'footer', 'header', 'footer'] as const).entries()) {
      const length = data.uint16(30 + 2 * index)
      if (length === 0) continue
      const { text, end } = lettersAt(data, at + 2, length)
      this.#running(text, part)
      at = end
    }
  }

  #running(text: string, part: 'header' | 'footer'): void {
    for (const section of sectionsOf(text, this.sheet.name))
      for (const said of section.text.split(/[\r\n]+/)) this.#word(said, { part, label: section.where })
  }
}

/** RkNumber (2.5.217): 30 bits of a whole number or of the upper half of a real one, perhaps hundredfold. */
function packedNumber(packed: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(4, packed & 0xffff_fffc, true)
  const value = packed & 2 ? (packed | 0) >> 2 : view.getFloat64(0, true)
  return packed & 1 ? value / 100 : value
}

/** Addresses and words of a hyperlink ([MS-OSHARED] 2.3.7.1), wherever they stand in it. */
function linkTexts(data: Bytes): string[] {
  const found: string[] = []
  for (const start of [32, 33])
    for (const [text] of data.utf16(start, (data.length - start) >> 1).matchAll(address)) found.push(text)
  const words = wideWords(data.slice(32, data.length))
  return [...found, ...words.filter((word) => !found.some((text) => text.includes(word)))]
}

const address = /(?:[a-z]{3,6}:|[a-z]:\\|\\\\)[\x20-\x7e\u3000-\u9fff]{3,}/gi

/** Rows and columns of an outline fold away as it is used. */
const foldedOr = (outlineLevel: number): HiddenBy => (outlineLevel > 0 ? 'collapsed' : 'hidden-attribute')
