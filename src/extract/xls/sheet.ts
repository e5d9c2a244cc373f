/** One sheet of an old workbook: cells, comments, text boxes, headers, charts, as lines ([MS-XLS] 2.1.7.20.5). */
import type { Line } from '../../types.js'
import { Bytes } from '../shared/bytes.js'
import { XlsCellReader } from './cells.js'
import { Biff } from './record-types.js'
import { type BiffRecord, joined } from './records.js'
import { XlsWordReader } from './sheet-words.js'
import { stringAt } from './strings.js'
import type { XlsSheet, XlsWorkbook } from './workbook.js'

/** Feeds on the records of one sheet; lines are taken away as they come. */
export class SheetReader {
  readonly sheet: XlsSheet
  readonly #cells: XlsCellReader
  readonly #words: XlsWordReader
  readonly #drawings: Uint8Array[] = []

  constructor(sheet: XlsSheet, book: XlsWorkbook) {
    this.sheet = sheet
    this.#words = new XlsWordReader(sheet)
    this.#cells = new XlsCellReader(sheet, book, (line) => void this.#words.lines.push(line))
  }

  /** Cells since they were last taken. */
  get cells(): readonly Line[] {
    return this.#cells.lines
  }

  takeCells(): readonly Line[] {
    return this.#cells.lines.splice(0)
  }

  get drawings(): Bytes {
    return new Bytes(Buffer.concat(this.#drawings))
  }

  /** The cells of a chart repeat those of a sheet: of them only words count. */
  take(record: BiffRecord, inChart: boolean): void {
    const { type, data } = record
    if (inChart && type === Biff.Label) this.#words.chart(stringAt(data, 6).text)
    else if (inChart && (type === Biff.Number || type === Biff.Blank)) return
    else if (type === Biff.MsoDrawing) this.#drawings.push(joined(record).bytes)
    else if (!this.#cells.take(type, data)) this.#words.take(record)
  }

  /** What stands around the cells. */
  end(): Line[] {
    return this.#words.end()
  }
}
