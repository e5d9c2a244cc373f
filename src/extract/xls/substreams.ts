/** The substreams of a workbook one behind the other: its globals, then sheets, in batches of cells ([MS-XLS] 2.1.7.20). */
import { Uninspectable } from '../../errors.js'
import type { Line, Work } from '../../types.js'
import type { Bytes } from '../shared/bytes.js'
import { Biff } from './record-types.js'
import { biffRecords } from './records.js'
import { SheetReader } from './sheet.js'
import type { XlsSheet, XlsWorkbook } from './workbook.js'

const CELLS_PER_PAGE = 5_000
/** BOF (2.4.21): kind of the substream that holds what is true of the whole workbook. */
const GLOBALS = 5

export interface Batch {
  readonly sheet: XlsSheet
  readonly lines: readonly Line[]
  readonly first: boolean
  /** The sheet is read to its end. */
  readonly reader: SheetReader | null
}

/** Substreams one behind the other; one no name points to is read as well. */
export function* sheetsIn(stream: Bytes, book: XlsWorkbook, work: Work): Generator<'names' | Batch, boolean> {
  let depth = 0
  let reader: SheetReader | null = null
  let first = true
  let begun = false
  const records = biffRecords(stream)
  for (let next = records.next(); ; next = records.next()) {
    if (next.done) {
      if (reader) yield { sheet: reader.sheet, lines: reader.takeCells(), first, reader }
      return next.value && depth === 0 && begun
    }
    const record = next.value
    if (record.type === Biff.BOF) {
      begun = true
      if (depth++ > 0 || record.data.uint16(2) === GLOBALS) continue
      reader = new SheetReader(sheetAt(book, record.offset), book)
      first = true
    } else if (record.type === Biff.EOF) {
      if (--depth > 0) continue
      if (depth < 0) return false
      if (reader) yield { sheet: reader.sheet, lines: reader.takeCells(), first, reader }
      else yield 'names'
      reader = null
    } else if (!reader) book.take(record)
    else reader.take(record, depth > 1)
    if (book.encrypted) throw new Uninspectable('encrypted', { code: 'office.encrypted' })
    work.budget.signal.throwIfAborted()
    if (!reader || reader.cells.length < CELLS_PER_PAGE) continue
    yield { sheet: reader.sheet, lines: reader.takeCells(), first, reader: null }
    first = false
  }
}

function sheetAt({ sheets }: XlsWorkbook, offset: number): XlsSheet {
  const unnamed = { name: `@${offset}`, hiddenBy: 'hidden-attribute', isMacro: false, number: 0 } as const
  return sheets.find((sheet) => sheet.offset === offset) ?? { ...unnamed, offset }
}
