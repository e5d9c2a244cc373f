/** Excel 97 to 2003 workbooks and WPS spreadsheets: every sheet, shown or not, and all around them ([MS-XLS]). */
import { at } from '../place.js'
import type { Extractor, Line, Piece, Source, Work } from '../types.js'
import type { Bytes } from './shared/bytes.js'
import { restPieces } from './shared/cfb/rest.js'
import { type CompoundDocument, openCompound, takeNamed } from './shared/cfb/document.js'
import { artOf } from './shared/office-art.js'
import { artLines, ArtPictures } from './shared/office-art/pieces.js'
import { statedLine, statedPage } from './shared/stated.js'
import { hasHan } from './shared/xml/text.js'
import { cachePieces } from './xls/caches.js'
import { Biff, BIFF8 } from './xls/record-types.js'
import { openedStream } from './xls/opened.js'
import { type Batch, sheetsIn } from './xls/substreams.js'
import { XlsWorkbook } from './xls/workbook.js'

export const xls: Extractor = {
  format: 'xls',
  extensions: ['xls', 'xlt', 'xla', 'et', 'ett'],
  accepts: ({ entries }) => entries.some((entry) => /^(Workbook|Book)$/i.test(entry)),
  extract,
}

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

async function* workbookPieces(document: CompoundDocument, stored: Bytes, work: Work): AsyncGenerator<Piece> {
  const { source, gaps } = document
  const { place } = source
  const opened = openedStream(stored)
  if (opened) yield { kind: 'note', detail: { code: 'office.default-password' } }
  const stream = opened ?? stored
  if (stream.uint16(0) === Biff.BOF && stream.uint16(4) !== BIFF8) return yield old(source)
  const book = new XlsWorkbook(opened !== null)
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

function namesOf({ sheets, lines }: XlsWorkbook): Line[] {
  const names = sheets.map(({ name, hiddenBy }) =>
    statedLine(name, { part: 'sheet-name', at: { sheet: name }, ...(hiddenBy && { hiddenBy }) }),
  )
  return [...names, ...lines]
}

function* sheetPage(document: CompoundDocument, batch: Batch, book: XlsWorkbook): Generator<Piece> {
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
function* leftPieces(document: CompoundDocument, book: XlsWorkbook): Generator<Piece> {
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
