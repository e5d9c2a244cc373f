/** What every Office Open XML package holds beside its document: properties, links, pictures, embedded files, leftovers. */
import { at, enter } from '../../../place.js'
import type { Line, Piece, Step } from '../../../types.js'
import { extensionOf } from '../ooxml.js'
import type { OfficeDocument } from './document.js'
import { externalLinks, linkedPieces, linkLines } from './links.js'
import { report, take } from '../zip/opened-package.js'
import { readCustomProperties, readProperties } from './properties.js'
import { statedLine, statedPage } from '../stated.js'
import { documentThumbnail } from './thumbnail.js'
import { strayPieces } from '../stray.js'
import { readXmlText, type XmlText } from '../xml/text.js'
import type { ZipEntry } from '../zip.js'

const properties: readonly (readonly [RegExp, (bytes: Uint8Array) => XmlText])[] = [
  [/core-properties\+xml$|^docprops\/core\.xml$/, readProperties],
  [/extended-properties\+xml$|^docprops\/app\.xml$/, readProperties],
  [/custom-properties\+xml$|^docprops\/custom\.xml$/, readCustomProperties],
  [/classificationlabels\+xml$|^docmetadata\/labelinfo\.xml$/, (bytes) => readXmlText(bytes, 'all')],
]

/** Core, application and custom properties, sensitivity labels. */
export async function* propertyPieces(document: OfficeDocument): AsyncGenerator<Piece> {
  const lines: Line[] = []
  for (const [pattern, read] of properties) {
    for (const entry of document.zip.entries) {
      const stated = document.pack.contentType(entry.name)
      if (document.seen.has(entry) || !(pattern.test(stated) || pattern.test(entry.name.toLowerCase())))
        continue
      const { found, fault } = read(await take(document, entry))
      report(document, entry, fault)
      for (const { label, text } of found) lines.push(statedLine(text, { part: 'metadata', label }))
    }
  }
  if (lines.length > 0)
    yield { kind: 'page', page: statedPage(at(document.source.place, { part: 'metadata' }), lines) }
}

/** Addresses outside the package: all as text; what the page would show is followed or named as missing. */
export async function* outsidePieces({ source, pack }: OfficeDocument): AsyncGenerator<Piece> {
  const links = externalLinks(pack)
  const lines = linkLines(links)
  if (lines.length > 0) yield { kind: 'page', page: statedPage(source.place, lines) }
  yield* linkedPieces(source, links)
}

const picture = /^(png|jpe?g|jpe|gif|bmp|dib|tiff?|webp|avif|emf|wmf|emz|wmz|svg|wdp|hdp|jxr)$/
/** XML without words when an office program wrote it. */
const helper =
  /(^|\/)(theme\/theme\w*|themeoverride\w*|calcchain|metadata|(charts|diagrams)\/(style|colors|layout|quickstyle)\w*|tablestyles|viewprops|presprops|volatiledependencies)\.xml$/

/** `standing`: where in the document an entry is shown. */
export async function* leftoverPieces(
  document: OfficeDocument,
  standing: (entry: ZipEntry) => Partial<Step> = () => ({}),
): AsyncGenerator<Piece> {
  for (const name of document.zip.duplicates)
    yield { kind: 'note', detail: { code: 'docx.duplicate', args: { name } } }
  for (const entry of document.zip.entries) {
    if (entry.isFolder || document.seen.has(entry)) continue
    document.work.budget.signal.throwIfAborted()
    if (entry.size === 0 && entry.packedSize <= 2) continue
    yield* leftover(document, entry, standing(entry))
  }
  yield* strayPieces(document.source, document.zip.stray)
}

async function* leftover(
  document: OfficeDocument,
  entry: ZipEntry,
  stands: Partial<Step>,
): AsyncGenerator<Piece> {
  const path = entry.name.toLowerCase()
  const extension = extensionOf(path)
  const type = document.pack.contentType(entry.name)
  if (/printersettings\d*\.bin$/.test(path)) yield inert(document, entry, 'docx.printer')
  else if (path.startsWith('docprops/thumbnail.')) {
    document.seen.add(entry)
    yield await documentThumbnail((part) => document.zip.source(entry, { part }), await take(document, entry))
  } else if (extension === 'xml' || extension === 'vml' || extension === 'rels' || type.endsWith('+xml'))
    yield* xmlPieces(document, entry, helper.test(path))
  else {
    const role = picture.test(extension) || type.startsWith('image/') ? 'picture' : 'attachment'
    yield partPiece(document, entry, role, stands)
  }
}

/** An entry to walk into, entered from where it is shown. */
export function partPiece(
  document: OfficeDocument,
  entry: ZipEntry,
  role: 'picture' | 'attachment',
  stands: Partial<Step> = {},
): Piece {
  document.seen.add(entry)
  const source = document.zip.source(entry)
  const place = enter(at(document.source.place, stands), { name: entry.name, part: role })
  const shown = document.crops.get(entry)
  return { kind: 'part', role, source: { ...source, place, ...(shown && { shown }) } }
}

async function* xmlPieces(
  document: OfficeDocument,
  entry: ZipEntry,
  isHelper: boolean,
): AsyncGenerator<Piece> {
  const { found, fault } = readXmlText(await take(document, entry))
  report(document, entry, fault)
  const words = isHelper ? found.filter(({ label }) => !label.includes('@')) : found
  if (words.length === 0) {
    yield inert(document, entry, 'docx.helper')
    return
  }
  const lines = words.map(({ label, text }) => statedLine(text, { part: 'metadata', label }))
  yield {
    kind: 'page',
    page: statedPage(enter(document.source.place, { name: entry.name, part: 'metadata' }), lines),
  }
}

function inert(document: OfficeDocument, entry: ZipEntry, code: 'docx.printer' | 'docx.helper'): Piece {
  document.seen.add(entry)
  return { kind: 'inert', place: enter(document.source.place, { name: entry.name }), detail: { code } }
}
