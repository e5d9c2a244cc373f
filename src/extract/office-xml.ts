/** Office documents that are one XML file: Word 2003, Excel 2003, and Word or PowerPoint packages laid flat. */
import { Uninspectable } from '../errors.js'
import { at, enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Piece, Probe, Phrase, Source, Work } from '../types.js'
import { officeXmlPrefixes } from './office-xml/names.js'
import { type SheetFound, SheetsReader } from './office-xml/sheets.js'
import { WordXmlReader } from './office-xml/words.js'
import { decodeText } from './shared/charset.js'
import { atLeastOne, pagesOf, statedPage } from './shared/stated.js'
import { xmlSteps } from './shared/xml.js'
import { xmlLines } from './shared/xml/lines.js'

export const officeXml: Extractor = {
  format: 'office-xml',
  extensions: ['xml', 'doc', 'xls'],
  accepts: (probe) => kindOf(probe) !== null,
  extract,
}

const sheets = /<(\w+:)?Workbook\s[^>]*"urn:schemas-microsoft-com:office:spreadsheet"/
const words =
  /<(\w+:)?(wordDocument\s[^>]*\/office\/word\/2003\/wordml|package\s[^>]*\/office\/2006\/xmlPackage)/

function kindOf({ head, entries }: Pick<Probe, 'head' | 'entries'>): 'words' | 'sheets' | null {
  if (entries.length > 0 || !Buffer.from(head.subarray(0, 256)).includes(0x3c)) return null
  const text = decodeText(head)?.text ?? ''
  if (!/^\s*<(\?xml|!--|\w)/.test(text)) return null
  return sheets.test(text) ? 'sheets' : words.test(text) ? 'words' : null
}

const MOST_MEGABYTES = 256
const LINES_PER_PAGE = 5_000

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  if (source.size > MOST_MEGABYTES * 1024 ** 2)
    throw new Uninspectable('limit', { code: 'xml.too-large', args: { limit: MOST_MEGABYTES } })
  const bytes = await source.bytes()
  work.budget.spend('bytes', bytes.length)
  const isSheets = kindOf({ head: bytes.subarray(0, 8192), entries: [] }) === 'sheets'
  const fault = yield* isSheets ? sheetPieces(source, bytes, work) : wordPieces(source, bytes, work)
  if (fault) yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: fault }
}

async function* wordPieces(
  source: Source,
  bytes: Uint8Array,
  { budget }: Work,
): AsyncGenerator<Piece, Phrase | null> {
  const reader = new WordXmlReader()
  const { lines, fault } = xmlLines(bytes, officeXmlPrefixes, reader, budget.signal)
  const pages = pagesOf(source.place, lines)
  for await (const page of atLeastOne(source.place, pages)) yield { kind: 'page', page }
  for (const [index, { name, bytes: own }] of reader.files.entries()) {
    const part = /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|emz|wmz)$/i.test(name) ? 'picture' : 'attachment'
    const place = enter(source.place, { name: name || `file-${index + 1}.bin`, part })
    yield { kind: 'part', role: part, source: memorySource(place, own) }
  }
  return fault()
}

/** Sheets as they are through; of a long one, pages ahead. */
async function* sheetPieces(
  source: Source,
  bytes: Uint8Array,
  { budget }: Work,
): AsyncGenerator<Piece, Phrase | null> {
  const reader = new SheetsReader()
  const steps = xmlSteps(bytes, officeXmlPrefixes, reader)
  const pageOf = (sheet: SheetFound): Piece => {
    const place = sheet.name ? at(source.place, { sheet: sheet.name }) : source.place
    const page = statedPage(place, sheet.lines.splice(0), sheet.number)
    sheet.number = undefined
    return { kind: 'page', page }
  }
  for (let step = steps.next(); ; step = steps.next()) {
    budget.signal.throwIfAborted()
    const through = reader.sheets.splice(0, reader.sheets.length - (step.done ? 0 : 1))
    for (const sheet of through) if (sheet.lines.length > 0) yield pageOf(sheet)
    if (step.done) return step.value
    if (reader.sheets[0]!.lines.length >= LINES_PER_PAGE) yield pageOf(reader.sheets[0]!)
  }
}
