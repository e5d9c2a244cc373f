/** Excel workbooks and WPS spreadsheets saved as Office Open XML: every sheet, shown or not, and all around them. */
import { at } from '../place.js'
import type { Extractor, Line, Piece, Probe, Source, Work } from '../types.js'
import { report, take } from './shared/zip/opened-package.js'
import { isCutOff } from './shared/zip/cut-off.js'
import { brokenFrom, mainPart, type OfficeDocument, openOffice, relatedTo } from './shared/ooxml/document.js'
import { leftoverPieces, outsidePieces, propertyPieces } from './shared/ooxml/rest.js'
import { statedLine, statedPage } from './shared/stated.js'
import { hasHan } from './shared/xml/text.js'
import { belongingPieces } from './xlsx/belongings.js'
import { readCached } from './xlsx/cached.js'
import type { Book } from './xlsx/cell-spans.js'
import { readPeople } from './xlsx/comments.js'
import { sheetPages } from './xlsx/sheet.js'
import { readStrings } from './xlsx/strings.js'
import { readStyles } from './xlsx/styles.js'
import { readWorkbook, type XlsxSheet, type XlsxWorkbook } from './xlsx/workbook.js'

const extensions = ['xlsx', 'xlsm', 'xltx', 'xltm', 'xlam', 'xlsb', 'et', 'ett']

export const xlsx: Extractor = {
  format: 'xlsx',
  extensions,
  accepts: (probe: Probe) =>
    probe.entries.some((entry) => /^\/?xl\/\w*(workbook|sharedstrings|worksheets\/)/i.test(entry)) ||
    isCutOff(probe, extensions),
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const document = await openOffice(source, work)
  const main = mainPart(document, /^xl\/workbook\.(xml|bin)$/i)
  if (!main)
    yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'xlsx.no-workbook' } }
  else if (/\.bin$/i.test(main.name)) yield* binaryPieces(document)
  else yield* workbookPieces(document, await readWorkbook(document, main))
  yield* propertyPieces(document)
  yield* outsidePieces(document)
  yield* leftoverPieces(document)
  yield* document.gaps
}

async function* workbookPieces(document: OfficeDocument, workbook: XlsxWorkbook): AsyncGenerator<Piece> {
  const { source } = document
  const place = source.place
  yield { kind: 'page', page: statedPage(place, workbook.lines) }
  const book = await readBook(document, workbook)
  const people = await readAllPeople(document, workbook)
  for (const sheet of workbook.sheets) {
    if (!sheet.entry) {
      const detail = { code: 'xlsx.no-sheet', args: { name: sheet.name } } as const
      yield { kind: 'gap', cause: 'corrupt', place: at(place, { sheet: sheet.name }), detail }
    }
    yield* sheetPages(document, sheet, book, workbook.sheets.length)
    yield* belongingPieces(document, sheet, people)
  }
  for (const sheet of orphanSheets(document)) {
    yield* sheetPages(document, sheet, book, 0)
    yield* belongingPieces(document, sheet, people)
  }
  const unused = unusedLines(book)
  if (unused.length > 0) yield { kind: 'page', page: statedPage(place, unused) }
  yield* cachedPieces(document)
}

/** Sheets that lie in the package although the workbook no longer lists them. */
function orphanSheets({ zip, seen }: OfficeDocument): XlsxSheet[] {
  return zip.entries
    .filter((entry) => /^xl\/\w*sheets\/[^/]*\.xml$/i.test(entry.name) && !seen.has(entry))
    .map((entry) => ({ name: entry.name, hiddenBy: 'hidden-attribute', entry, number: 0 }))
}

/** Texts of cells that were deleted, where the program left them in the table. */
function unusedLines({ strings, used }: Book): Line[] {
  return strings
    .filter(({ text }, index) => !used[index] && hasHan(text))
    .map(({ text }) =>
      statedLine(text, { part: 'cell', label: 'sharedStrings', hiddenBy: 'deleted-revision' }),
    )
}

async function readBook(document: OfficeDocument, workbook: XlsxWorkbook): Promise<Book> {
  const related = relatedTo(document, workbook.entry.name)
  const strings = related.find(({ type }) => type === 'sharedStrings')
  const styles = related.find(({ type }) => type === 'styles')
  for (const { type, target } of brokenFrom(document, workbook.entry.name)) {
    if (type !== 'sharedStrings') continue
    const detail = { code: 'xlsx.no-strings', args: { name: target } } as const
    document.gaps.push({ kind: 'gap', cause: 'corrupt', place: document.source.place, detail })
  }
  const { formats, conditional } = styles
    ? await readStyles(document, styles.entry)
    : { formats: [], conditional: new Map<number, string>() }
  const texts = strings ? await readStrings(document, strings.entry) : []
  return {
    strings: texts,
    used: new Uint8Array(texts.length),
    formats,
    conditional,
    dates1904: workbook.dates1904,
  }
}

async function readAllPeople(
  document: OfficeDocument,
  workbook: XlsxWorkbook,
): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>()
  for (const { type, entry } of relatedTo(document, workbook.entry.name)) {
    if (type !== 'person') continue
    const { people, fault } = readPeople(await take(document, entry))
    report(document, entry, fault)
    for (const [id, name] of people) all.set(id, name)
  }
  return all
}

const cached: readonly (readonly [RegExp, string])[] = [
  [/^xl\/pivotcache\//i, 'pivotCache'],
  [/^xl\/pivottables\//i, 'pivotTable'],
  [/^xl\/externallinks\//i, 'externalLink'],
  [/^xl\/revisions\//i, 'revision'],
  [/^xl\/slicercaches\//i, 'slicerCache'],
]

async function* cachedPieces(document: OfficeDocument): AsyncGenerator<Piece> {
  for (const entry of document.zip.entries) {
    const label = cached.find(([pattern]) => pattern.test(entry.name))?.[1]
    if (!label || document.seen.has(entry) || !/\.xml$/i.test(entry.name)) continue
    const hiddenBy = label === 'revision' ? 'deleted-revision' : 'collapsed'
    const { lines, fault } = readCached(await take(document, entry), label, hiddenBy)
    report(document, entry, fault)
    if (lines.length > 0) yield { kind: 'page', page: statedPage(document.source.place, lines) }
  }
}

/** The binary workbook: named, its pictures and properties still read. */
async function* binaryPieces(document: OfficeDocument): AsyncGenerator<Piece> {
  for (const entry of document.zip.entries)
    if (/\.bin$/i.test(entry.name) && !/vbaProject|embeddings/i.test(entry.name)) document.seen.add(entry)
  yield { kind: 'gap', cause: 'unsupported', place: document.source.place, detail: { code: 'xlsx.binary' } }
}
