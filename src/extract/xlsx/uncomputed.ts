/** Formulas without a stored value, computed from the cells they name; those that cannot be are told (ECMA-376 18.3.1.40). */
import { at } from '../../place.js'
import type { Line, Piece } from '../../types.js'
import { cellName } from '../shared/sheet/cell-name.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import type { OfficeDocument } from '../shared/ooxml/document.js'
import { statedPage } from '../shared/stated.js'
import { readXml } from '../shared/xml.js'
import type { ZipEntry } from '../shared/zip.js'
import { type Book, type Cell, saidIn } from './cell-spans.js'
import { XlsxCellReader } from './cells.js'
import { cellsIn, computed } from './computed.js'
import type { XlsxSheet } from './workbook.js'

/** `cells` has read the sheet to its end; the sheet is read once more for the cells its formulas name. */
export async function* uncomputedPieces(
  document: OfficeDocument,
  sheet: XlsxSheet & { readonly entry: ZipEntry },
  book: Book,
  cells: XlsxCellReader,
): AsyncGenerator<Piece> {
  const { uncomputed } = cells
  if (uncomputed.length === 0) return
  const values = await valuesOf(
    document,
    sheet,
    book,
    new Set(uncomputed.flatMap(({ formula }) => cellsIn(formula))),
  )
  const place = at(document.source.place, { sheet: sheet.name })
  const lines: Line[] = []
  const unknown: Cell[] = []
  for (const cell of uncomputed) {
    const value = computed(cell.formula, (name) => values.get(name) ?? null)
    if (value === null) unknown.push(cell)
    else for (const line of cells.linesOf({ ...cell, value })) lines.push(line)
  }
  if (lines.length > 0) yield { kind: 'page', page: statedPage(place, lines) }
  const [first] = unknown
  if (!first) return
  const detail = { code: 'xlsx.uncomputed', args: { count: unknown.length } } as const
  yield {
    kind: 'gap',
    cause: 'unsupported',
    place: at(place, { cell: cellName(first.row, first.column) }),
    detail,
  }
}

/** The stored texts of the wanted cells by name; an empty cell says nothing. */
async function valuesOf(
  document: OfficeDocument,
  sheet: XlsxSheet & { readonly entry: ZipEntry },
  book: Book,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const values = new Map([...wanted].map((name) => [name, '']))
  const reader = new XlsxCellReader(
    book,
    sheet,
    { tables: [], covers: [], conditional: [] },
    () => undefined,
    (cell) => {
      const name = cellName(cell.row, cell.column)
      if (!wanted.has(name)) return
      const { raw } = saidIn(cell, book)
      if (raw !== '' || cell.formula === '') values.set(name, raw)
      else values.delete(name)
    },
  )
  readXml((await document.zip.salvage(sheet.entry)).bytes, ooxmlPrefixes, reader)
  return values
}
