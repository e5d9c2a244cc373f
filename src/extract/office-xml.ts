/** Office documents that are one XML file: Word 2003, Excel 2003, and Word or PowerPoint packages laid flat. */
import { at, enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Piece, Probe, Source, Work } from '../types.js'
import { officeXmlPrefixes } from './office-xml/names.js'
import { SheetsReader } from './office-xml/sheets.js'
import { WordReader } from './office-xml/words.js'
import { decodeText } from './shared/charset.js'
import { atLeastOne, pagesOf } from './shared/stated.js'
import { readXml } from './shared/xml.js'

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

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const bytes = await source.bytes()
  work.budget.spend('bytes', bytes.length)
  const isSheets = kindOf({ head: bytes.subarray(0, 8192), entries: [] }) === 'sheets'
  yield* isSheets ? sheetPieces(source, bytes) : wordPieces(source, bytes)
}

async function* wordPieces(source: Source, bytes: Uint8Array): AsyncGenerator<Piece> {
  const reader = new WordReader()
  const fault = readXml(bytes, officeXmlPrefixes, reader)
  const pages = pagesOf(source.place, reader.lines)
  for await (const page of atLeastOne(source.place, pages)) yield { kind: 'page', page }
  for (const [index, { name, bytes: own }] of reader.files.entries()) {
    const part = /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|emz|wmz)$/i.test(name) ? 'picture' : 'attachment'
    const place = enter(source.place, { name: name || `file-${index + 1}.bin`, part })
    yield { kind: 'part', role: part, source: memorySource(place, own) }
  }
  if (fault) yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: fault }
}

async function* sheetPieces(source: Source, bytes: Uint8Array): AsyncGenerator<Piece> {
  const reader = new SheetsReader()
  const fault = readXml(bytes, officeXmlPrefixes, reader)
  for (const { name, lines } of reader.sheets) {
    const place = name ? at(source.place, { sheet: name }) : source.place
    for await (const page of pagesOf(place, lines)) yield { kind: 'page', page }
  }
  if (fault) yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: fault }
}
