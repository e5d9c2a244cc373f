/** One worksheet as a stream of pages: at most 5,000 cells each, then what stands around the cells. */
import { at } from '../../place.js'
import type { Line, Piece } from '../../types.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import { type OfficeDocument, relatedTo } from '../shared/ooxml/document.js'
import { report, take } from '../shared/zip/opened-package.js'
import { statedPage } from '../shared/stated.js'
import { readXml, type XmlElement, type XmlSink, xmlSteps } from '../shared/xml.js'
import type { ZipEntry } from '../shared/zip.js'
import type { Book } from './cell-spans.js'
import { XlsxCellReader, type CellRange } from './cells.js'
import { conditionalFormats } from './conditional.js'
import { coversOf } from './covers.js'
import { parseCell } from '../shared/sheet/cell-name.js'
import { XlsxWordReader } from './sheet-words.js'
import { uncomputedPieces } from './uncomputed.js'
import type { XlsxSheet } from './workbook.js'

const CELLS_PER_PAGE = 5_000

export async function* sheetPages(
  document: OfficeDocument,
  sheet: XlsxSheet,
  book: Book,
  of: number,
): AsyncGenerator<Piece> {
  if (!sheet.entry) return
  const place = at(document.source.place, { sheet: sheet.name })
  let held: Line[] = []
  let first = true
  const words = new XlsxWordReader(sheet)
  const laid = {
    tables: await tableRanges(document, sheet.entry),
    covers: await coversOf(document, sheet.entry),
    conditional: await conditionalFormats(document, sheet.entry, book.conditional),
  }
  const cells = new XlsxCellReader(book, sheet, laid, (lines) => {
    for (const line of lines) held.push(line)
  })
  const steps = xmlSteps(await take(document, sheet.entry), ooxmlPrefixes, routed(cells, words))
  const pageOf = (lines: readonly Line[]): Piece => {
    const page = {
      ...statedPage(place, lines),
      ...(first && sheet.number > 0 && { number: sheet.number, of }),
    }
    first = false
    return { kind: 'page', page }
  }
  for (;;) {
    const step = steps.next()
    if (step.done) {
      report(document, sheet.entry, step.value)
      break
    }
    document.work.budget.signal.throwIfAborted()
    if (held.length < CELLS_PER_PAGE) continue
    const ready = held
    held = []
    for (let from = 0; from < ready.length; from += CELLS_PER_PAGE) {
      if (ready.length - from < CELLS_PER_PAGE) held = ready.slice(from)
      else yield pageOf(ready.slice(from, from + CELLS_PER_PAGE))
    }
  }
  if (held.length > 0 || first) yield pageOf(held)
  yield* uncomputedPieces(document, { ...sheet, entry: sheet.entry }, book, cells)
  if (words.lines.length > 0) yield { kind: 'page', page: statedPage(place, words.lines) }
}

/** Cells, rows and columns to the one, everything else to the other. */
function routed(cells: XlsxCellReader, words: XlsxWordReader): XmlSink {
  let inData = 0
  const isData = (name: string) => /(^|:)(sheetData|cols|sheetFormatPr)$/.test(name)
  return {
    open(element: XmlElement) {
      if (isData(element.local)) inData++
      if (inData > 0) cells.open(element)
      else words.open(element)
    },
    text: (text) => (inData > 0 ? cells.text(text) : words.text(text)),
    close(name) {
      if (inData > 0) cells.close(name)
      else words.close()
      if (isData(name)) inData--
    },
  }
}

/** Where the tables of a sheet lie; their style may paint the ground. */
async function tableRanges(document: OfficeDocument, sheet: ZipEntry): Promise<CellRange[]> {
  const ranges: CellRange[] = []
  for (const { type, entry } of relatedTo(document, sheet.name)) {
    if (type !== 'table' || ranges.length >= mostTables) continue
    readXml((await document.zip.salvage(entry)).bytes, ooxmlPrefixes, {
      open(element) {
        const corners =
          element.local === 'table' ? element.attribute('ref')?.split(':').map(parseCell) : undefined
        const [first, last = first] = corners ?? []
        if (first && last) ranges.push({ rows: [first.row, last.row], columns: [first.column, last.column] })
      },
    })
  }
  return ranges
}

const mostTables = 100
