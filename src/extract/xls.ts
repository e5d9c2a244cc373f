/** Excel 97 to 2003 workbooks and WPS spreadsheets: every sheet, shown or not, and all around them ([MS-XLS]). */
import { Uninspectable } from '../errors.js'
import { at, enter } from '../place.js'
import type { Extractor, Line, Piece, Source, Work } from '../types.js'
import { Bytes } from './shared/bytes.js'
import { type CompoundDocument, openCompound, restPieces, takeNamed, takeStream } from './shared/cfb-rest.js'
import { pathsOf } from './shared/cfb.js'
import { artOf } from './shared/office-art.js'
import { artLines, ArtPictures } from './shared/office-art-pieces.js'
import { statedLine, statedPage } from './shared/stated.js'
import { wideWords } from './shared/wide-words.js'
import { hasHan } from './shared/xml-text.js'
import { biffRecords, joined } from './xls/records.js'
import { SheetReader } from './xls/sheet.js'
import { stringAt } from './xls/strings.js'
import { type Sheet, Workbook } from './xls/workbook.js'

export const xls: Extractor = {
  format: 'xls',
  extensions: ['xls', 'xlt', 'xla', 'et', 'ett'],
  accepts: ({ entries }) => entries.some((entry) => /^(Workbook|Book)$/i.test(entry)),
  extract,
}

const CELLS_PER_PAGE = 5_000
const [BOF, EOF, BIFF8] = [0x809, 0x0a, 0x600]

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const document = await openCompound(source, work.budget)
  const workbook = takeNamed(document, 'Workbook')
  if (workbook) yield* workbookPieces(document, workbook, work)
  const book = takeNamed(document, 'Book')
  if (book?.uint16(4) === BIFF8) yield* workbookPieces(document, book, work)
  else if (book) yield old(source)
  yield* cachePieces(document)
  yield* restPieces(document)
}

function old({ place }: Source): Piece {
  const detail = { code: 'legacy.old', args: { version: 'Excel 5.0/95' } } as const
  return { kind: 'gap', cause: 'unsupported', place, detail }
}

async function* workbookPieces(document: CompoundDocument, stream: Bytes, work: Work): AsyncGenerator<Piece> {
  const { source, gaps } = document
  const { place } = source
  if (stream.uint16(0) === BOF && stream.uint16(4) !== BIFF8) return yield old(source)
  const book = new Workbook()
  const found = new Set<number>()
  const reading = sheetsIn(stream, book, work)
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) {
      if (!next.value) gaps.push({ kind: 'gap', cause: 'corrupt', place, detail: { code: 'xls.broken' } })
      break
    }
    if (next.value === 'names') yield { kind: 'page', page: statedPage(place, namesOf(book)) }
    else {
      found.add(next.value.sheet.offset)
      yield* sheetPage(document, next.value, book)
    }
  }
  for (const { name, offset } of book.sheets) {
    if (found.has(offset)) continue
    const detail = { code: 'xls.no-sheet', args: { name } } as const
    yield { kind: 'gap', cause: 'corrupt', place: at(place, { sheet: name }), detail }
  }
  if (!book.stringsWhole) gaps.push({ kind: 'gap', cause: 'corrupt', place, detail: { code: 'xls.strings' } })
  yield* leftPieces(document, book)
}

function namesOf({ sheets, lines }: Workbook): Line[] {
  const names = sheets.map(({ name, hiddenBy }) =>
    statedLine(name, { part: 'sheet-name', at: { sheet: name }, ...(hiddenBy && { hiddenBy }) }),
  )
  return [...names, ...lines]
}

interface Batch {
  readonly sheet: Sheet
  readonly lines: readonly Line[]
  readonly first: boolean
  /** The sheet is read to its end. */
  readonly reader: SheetReader | null
}

/** Substreams one behind the other; one no name points to is read as well. */
function* sheetsIn(stream: Bytes, book: Workbook, work: Work): Generator<'names' | Batch, boolean> {
  let depth = 0
  let reader: SheetReader | null = null
  let first = true
  let begun = false
  const records = biffRecords(stream)
  for (let next = records.next(); ; next = records.next()) {
    if (next.done) {
      if (reader) yield { sheet: reader.sheet, lines: reader.cells, first, reader }
      return next.value && depth === 0 && begun
    }
    const record = next.value
    if (record.type === BOF) {
      begun = true
      if (depth++ > 0 || record.data.uint16(2) === 5) continue
      reader = new SheetReader(sheetAt(book, record.offset), book)
      first = true
    } else if (record.type === EOF) {
      if (--depth > 0) continue
      if (depth < 0) return false
      if (reader) yield { sheet: reader.sheet, lines: reader.cells, first, reader }
      else yield 'names'
      reader = null
    } else if (!reader) book.take(record)
    else reader.take(record, depth > 1)
    if (book.encrypted) throw new Uninspectable('encrypted', { code: 'office.encrypted' })
    work.budget.signal.throwIfAborted()
    if (!reader || reader.cells.length < CELLS_PER_PAGE) continue
    yield { sheet: reader.sheet, lines: reader.cells, first, reader: null }
    reader.cells = []
    first = false
  }
}

function sheetAt({ sheets }: Workbook, offset: number): Sheet {
  const unnamed = { name: `@${offset}`, hiddenBy: 'hidden-attribute', isMacro: false, number: 0 } as const
  return sheets.find((sheet) => sheet.offset === offset) ?? { ...unnamed, offset }
}

function* sheetPage(document: CompoundDocument, batch: Batch, book: Workbook): Generator<Piece> {
  const { sheet, lines, first, reader } = batch
  const place = at(document.source.place, { sheet: sheet.name })
  if (lines.length > 0 || first) {
    const counted = first && sheet.number > 0 ? { number: sheet.number, of: book.sheets.length } : {}
    yield { kind: 'page', page: { ...statedPage(place, lines), ...counted } }
  }
  if (!reader) return
  const art = artOf(reader.drawings)
  const how = { at: { sheet: sheet.name }, ...(sheet.hiddenBy && { hiddenBy: sheet.hiddenBy }) }
  const words = [...reader.end(), ...artLines(art, how)]
  if (words.length > 0) yield { kind: 'page', page: statedPage(place, words) }
  if (sheet.isMacro) yield { kind: 'remark', remark: 'executable', place, detail: { code: 'vba.macro' } }
}

/** Texts of cells that were deleted, and pictures. */
function* leftPieces(document: CompoundDocument, book: Workbook): Generator<Piece> {
  const { place } = document.source
  const unused = book.strings.filter((text, index) => !book.used[index] && hasHan(text))
  const lines = unused.map((text) =>
    statedLine(text, { part: 'cell', label: 'sharedStrings', hiddenBy: 'deleted-revision' }),
  )
  if (lines.length > 0) yield { kind: 'page', page: statedPage(place, lines) }
  const art = artOf(book.drawings)
  if (art.damaged)
    document.gaps.push({ kind: 'gap', cause: 'corrupt', place, detail: { code: 'art.picture' } })
  yield* new ArtPictures(place).pieces(art.pictures)
}

/** Values kept for pivot tables, and what a shared workbook remembers of changes. */
function* cachePieces(document: CompoundDocument): Generator<Piece> {
  const { root } = document.cfb
  const lines: Line[] = []
  for (const { path, entry } of pathsOf(root)) {
    const pivot = /^_SX_DB_CUR\//i.test(path)
    if (entry.kind !== 'stream' || !(pivot || /^(Revision Log|User Names)$/i.test(path))) continue
    const data = takeStream(document, entry)
    const texts = pivot ? pivotTexts(new Bytes(data)) : wideWords(data)
    const how = pivot
      ? ({ part: 'cell', label: 'pivotCache', hiddenBy: 'collapsed' } as const)
      : ({ part: 'cell', label: 'revision', hiddenBy: 'deleted-revision' } as const)
    for (const text of texts) lines.push(statedLine(text, how))
  }
  for (const entry of root.children) if (/^_SX_DB_CUR$/i.test(entry.name)) document.seen.add(entry)
  const place = enter(document.source.place, { name: 'cache', part: 'cell' })
  if (lines.length > 0) yield { kind: 'page', page: statedPage(place, lines) }
}

/** SXString (2.4.304). */
function pivotTexts(stream: Bytes): string[] {
  const texts: string[] = []
  for (const record of biffRecords(stream)) {
    if (record.type !== 0xcd) continue
    const { text } = stringAt(joined(record), 0)
    if (text.trim()) texts.push(text)
  }
  return texts
}
