/** What an old workbook says before its sheets: their names, texts, formats, defined names, links ([MS-XLS] 2.1.7.20.3). */
import type { HiddenBy, Line } from '../../types.js'
import { Bytes } from '../shared/bytes.js'
import { statedLine } from '../shared/stated.js'
import { seenIn } from '../shared/font/symbols.js'
import { hasHan } from '../shared/xml/text.js'
import { Biff } from './record-types.js'
import { type BiffRecord, joined } from './records.js'
import {
  lettersAt,
  type SharedStrings,
  sharedStrings,
  shortStringAt,
  stringAt,
  textsInFormula,
} from './strings.js'
import { XlsStyleReader } from './styles.js'

export interface XlsSheet {
  readonly name: string
  readonly hiddenBy: HiddenBy | undefined
  /** Where its records begin in the stream. */
  readonly offset: number
  /** Old macros in cells. */
  readonly isMacro: boolean
  /** 1-based. */
  readonly number: number
}

export class XlsWorkbook {
  readonly sheets: XlsSheet[] = []
  readonly styles = new XlsStyleReader()
  /** Defined names, texts of other workbooks, who wrote. */
  readonly lines: Line[] = []
  /** Marks the strings some cell shows. */
  used = new Uint8Array(0)
  strings: readonly string[] = []
  #runs: SharedStrings['runs'] = new Map()
  stringsWhole = true
  dates1904 = false
  encrypted = false
  readonly #drawings: Uint8Array[] = []
  readonly #opened: boolean

  /** `opened`: what its password record speaks of has been undone. */
  constructor(opened = false) {
    this.#opened = opened
  }

  /** The store of pictures. */
  get drawings(): Bytes {
    return new Bytes(Buffer.concat(this.#drawings))
  }

  take(record: BiffRecord): void {
    const { type, data } = record
    if (type === Biff.BoundSheet8) this.#sheet(data)
    else if (type === Biff.SST) this.#strings(record)
    else if (type === Biff.FilePass) this.encrypted = !this.#opened
    else if (type === Biff.Date1904) this.dates1904 = data.uint16(0) === 1
    else if (type === Biff.MsoDrawingGroup) this.#drawings.push(joined(record).bytes)
    else if (type === Biff.Lbl) this.#definedName(data)
    else if (type === Biff.SupBook) this.#otherWorkbook(joined(record))
    else if (type === Biff.CRN) this.#otherCells(joined(record))
    else if (type === Biff.WriteAccess) this.#tell(stringAt(data, 0).text, 'user')
    else if (type === Biff.FileSharing && data.length > 6) this.#tell(stringAt(data, 4).text, 'fileSharing')
    else this.styles.take(type, data)
  }

  /** A shared string as it is seen, its symbols with it; `font` of its cell. */
  seen(index: number, font: string | undefined): string {
    const text = this.strings[index] ?? ''
    const runs = this.#runs.get(index)
    if (!runs) return seenIn(font, text)
    const [first] = runs
    const pieces = runs.map(({ from, font: number }, run) =>
      seenIn(this.styles.fontName(number), text.slice(from, runs[run + 1]?.from)),
    )
    return seenIn(font, text.slice(0, first!.from)) + pieces.join('')
  }

  #sheet(data: Bytes): void {
    this.sheets.push({
      name: shortStringAt(data, 6).text,
      hiddenBy: (data.uint8(4) & 3) !== 0 ? 'hidden-attribute' : undefined,
      offset: data.uint32(0),
      isMacro: data.uint8(5) === 1,
      number: this.sheets.length + 1,
    })
  }

  #strings(record: BiffRecord): void {
    const { strings, runs, whole } = sharedStrings(record)
    this.strings = strings
    this.#runs = runs
    this.used = new Uint8Array(strings.length)
    this.stringsWhole &&= whole
  }

  #tell(text: string, label: string): void {
    if (text.trim()) this.lines.push(statedLine(text.trim(), { part: 'metadata', label }))
  }

  /** Lbl (2.4.150); built-in names are one letter of code. */
  #definedName(data: Bytes): void {
    const { text: name, end } = lettersAt(data, 14, data.uint8(3))
    if (hasHan(name)) this.#tell(name, 'definedName')
    for (const text of textsInFormula(data, end)) this.#tell(text, 'definedName')
  }

  /** SupBook (2.4.271): the other workbook's path, then the names of its sheets. */
  #otherWorkbook(data: Bytes): void {
    const length = data.uint16(2)
    if (length === 0x401 || length === 0x3a01 || data.length < 5) return
    const path = lettersAt(data, 4, length)
    const target = path.text.replace(/[\0-\x1f]+/g, '\\').replace(/^\\+/, '')
    if (target) this.lines.push(statedLine(target, { part: 'link', label: 'externalLink' }))
    let at = path.end
    for (let left = Math.min(data.uint16(0), 1_024); left > 0 && at < data.length; left--) {
      const { text, end } = stringAt(data, at)
      if (text.trim()) this.#cached(text)
      at = end
    }
  }

  /** CRN (2.4.65): values of its cells when they were last read. */
  #otherCells(data: Bytes): void {
    for (let at = 4; at < data.length;) {
      const kind = data.uint8(at)
      const text = kind === 2 ? stringAt(data, at + 1) : null
      if (text?.text.trim()) this.#cached(text.text)
      at = text ? text.end : at + 9
    }
  }

  #cached(text: string): void {
    this.lines.push(statedLine(text, { part: 'cell', label: 'externalLink', hiddenBy: 'collapsed' }))
  }
}
