/** What a sheet of an old workbook says beside its cells: comments, text boxes, charts, headers, prompts, links. */
import type { Line } from '../../types.js'
import type { Bytes } from '../shared/bytes.js'
import { cellName } from '../shared/sheet/cell-name.js'
import { sectionsOf } from '../shared/sheet/header-footer.js'
import { statedLine, type Stating } from '../shared/stated.js'
import { wideWords } from '../shared/cfb/wide-words.js'
import { Biff } from './record-types.js'
import { type BiffRecord, joined } from './records.js'
import { lettersAt, shortStringAt, stringAt, textBoxText, textsInFormula } from './strings.js'
import type { XlsSheet } from './workbook.js'

interface Note {
  readonly cell: string
  readonly author: string
  /** Number of the box that holds its text. */
  readonly box: number
}

/** Numbers for boxes that state none; theirs have 16 bits. */
const OWN_NUMBERS = 0x1_0000

/** Feeds on records that are no cells. */
export class XlsWordReader {
  /** What is not told at the end, in the order of the file. */
  readonly lines: Line[] = []
  readonly #sheet: XlsSheet
  readonly #boxes = new Map<number, string>()
  readonly #notes: Note[] = []
  #box = 0

  constructor(sheet: XlsSheet) {
    this.#sheet = sheet
  }

  take(record: BiffRecord): void {
    const { type, data } = record
    if (type === Biff.SeriesText) this.chart(shortStringAt(data, 2).text)
    else if (type === Biff.Note) this.#note(data)
    else if (type === Biff.Obj) this.#box = data.uint16(6)
    else if (type === Biff.TxO)
      this.#boxes.set(this.#box || this.#boxes.size + OWN_NUMBERS, textBoxText(record))
    else this.#takeSetting(type, joined(record))
  }

  chart(text: string): void {
    this.#word(text, { part: 'textbox', label: 'chart' })
  }

  /** Comments stand behind the boxes that hold their text: told together, last. */
  end(): Line[] {
    const told = new Set<number>()
    const lines: Line[] = []
    for (const { cell, author, box } of this.#notes) {
      told.add(box)
      const how = { part: 'comment', at: this.#at(cell), ...(author && { label: author }) } as const
      lines.push(...this.#rows(this.#boxes.get(box) ?? '', how))
    }
    for (const [box, said] of this.#boxes)
      if (!told.has(box)) lines.push(...this.#rows(said, { part: 'textbox', at: this.#at() }))
    return [...this.lines, ...lines]
  }

  #at = (cell?: string) => ({ sheet: this.#sheet.name, ...(cell && { cell }) })

  #rows(said: string, how: Stating): Line[] {
    const rows = said.split(/[\r\n]+/).filter((row) => row.trim())
    return rows.map((row) => this.#line(row, how))
  }

  #line(text: string, how: Stating): Line {
    const { hiddenBy } = this.#sheet
    return statedLine(text, { ...how, ...(hiddenBy && { hiddenBy }) })
  }

  #word(text: string, how: Stating): void {
    if (text.trim()) this.lines.push(this.#line(text, { at: this.#at(), ...how }))
  }

  #note(data: Bytes): void {
    const cell = cellName(data.uint16(0), data.uint16(2))
    this.#notes.push({ cell, author: stringAt(data, 8).text.trim(), box: data.uint16(6) })
  }

  #takeSetting(type: number, data: Bytes): void {
    if (type === Biff.Header) this.#running(stringAt(data, 0).text, 'header')
    else if (type === Biff.Footer) this.#running(stringAt(data, 0).text, 'footer')
    else if (type === Biff.HeaderFooter) this.#moreRunning(data)
    else if (type === Biff.Dv) this.#validation(data)
    else if (type === Biff.HLink) for (const text of linkTexts(data)) this.#word(text, { part: 'link' })
    else if (type === Biff.HLinkTooltip)
      this.#word(data.utf16(10, (data.length - 12) >> 1), { part: 'link', label: 'tooltip' })
  }

  /** Dv (2.4.89): titles and texts of prompt and error, then what may be entered. */
  #validation(data: Bytes): void {
    const how = { part: 'form', label: 'dataValidation' } as const
    let at = 4
    for (let index = 0; index < 4; index++) {
      const { text, end } = stringAt(data, at)
      this.#word(text.replace(/\0/g, ''), how)
      at = end
    }
    for (const text of textsInFormula(data, at)) this.#word(text, how)
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
    for (const section of sectionsOf(text, this.#sheet.name))
      for (const said of section.text.split(/[\r\n]+/)) this.#word(said, { part, label: section.where })
  }
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
