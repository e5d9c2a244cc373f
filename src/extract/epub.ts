/** EPUB: chapters in the order of the spine, each as a web page of its own; titles, contents, pictures, leftovers. */
import { at, enter } from '../place.js'
import type { Extractor, Line, Piece, Place, Probe, Source, Work } from '../types.js'
import { isCutOff } from './shared/zip/cut-off.js'
import { decoded, resolvePart } from './shared/ooxml.js'
import { statedLine, statedPage } from './shared/stated.js'
import { child, elements, readTree, textOf, within, type XmlNode } from './shared/xml/tree.js'
import { openZip, type Zip, type ZipEntry } from './shared/zip.js'

const extensions = ['epub']

export const epub: Extractor = {
  format: 'epub',
  extensions,
  accepts(probe: Probe) {
    const start = Buffer.from(probe.head.subarray(0, 100)).toString('latin1')
    if (start.includes('mimetypeapplication/epub+zip')) return true
    const named = probe.name.endsWith('.epub') && probe.entries.length > 0
    return named || probe.entries.some((entry) => /\.opf$/i.test(entry)) || isCutOff(probe, extensions)
  },
  extract,
}

interface Book {
  readonly source: Source
  readonly zip: Zip
  readonly seen: Set<ZipEntry>
  readonly gaps: Piece[]
  /** Chapters and the navigation document, in the order of the spine. */
  readonly chapters: ZipEntry[]
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const zip = await openZip(source, work)
  const book: Book = { source, zip, seen: new Set(), gaps: [], chapters: [] }
  const sealed = await encryptedEntries(book)
  const packages = await packageEntries(book)
  if (packages.length === 0) yield { kind: 'note', detail: { code: 'epub.no-package' } }
  for (const entry of packages) yield* packagePieces(book, entry)
  for (const entry of sealed) {
    book.seen.add(entry)
    const detail = { code: 'zip.encrypted-entry', args: { name: entry.name } } as const
    yield { kind: 'gap', cause: 'encrypted', place: enter(source.place, { name: entry.name }), detail }
  }
  for (const entry of book.chapters) if (!book.seen.has(entry)) yield part(book, entry, 'attachment')
  yield* leftovers(book, work)
  yield* book.gaps
}

/** `META-INF/container.xml` names the package documents; without it they are found by their extension. */
async function packageEntries(book: Book): Promise<ZipEntry[]> {
  const container = book.zip.find('META-INF/container.xml')
  const root = container ? await read(book, container) : null
  const stated = elements(child(root, 'rootfiles'), 'rootfile')
    .map((file) => book.zip.find(resolvePart('', file.attributes['full-path'] ?? '')))
    .filter((entry) => entry !== undefined)
  return stated.length > 0 ? stated : book.zip.entries.filter(({ name }) => /\.opf$/i.test(name))
}

async function* packagePieces(book: Book, entry: ZipEntry): AsyncGenerator<Piece> {
  const root = await read(book, entry)
  if (!root) return
  const lines = metadataLines(child(root, 'metadata'))
  if (lines.length > 0)
    yield { kind: 'page', page: statedPage(at(book.source.place, { part: 'metadata' }), lines) }
  const folder = entry.name.slice(0, entry.name.lastIndexOf('/') + 1)
  const items = new Map(
    elements(child(root, 'manifest'), 'item').map((item) => [item.attributes['id'] ?? '', item]),
  )
  const spine = elements(child(root, 'spine'), 'itemref').map((item) => item.attributes['idref'] ?? '')
  for (const id of new Set([...spine, ...items.keys()])) {
    const item = items.get(id)
    const found = item && book.zip.find(resolvePart(folder, item.attributes['href'] ?? ''))
    const type = item?.attributes['media-type'] ?? ''
    if (item && !found && !isRemote(item)) yield missing(book.source.place, item.attributes['href'] ?? id)
    else if (found && /xhtml|html/.test(type)) book.chapters.push(found)
    else if (found && /ncx/.test(type) && !book.seen.has(found)) yield* contentsPieces(book, found)
  }
}

function isRemote(item: XmlNode): boolean {
  return /^[a-z][\w+.-]*:/i.test(item.attributes['href'] ?? '')
}

/** Dublin Core and `meta` elements of both versions; identifiers and dates are the program's own. */
function metadataLines(metadata: XmlNode | null): Line[] {
  return elements(metadata).flatMap((field) => {
    const label = field.attributes['property'] ?? field.attributes['name'] ?? field.name
    const text = (textOf(field) || field.attributes['content'] || '').trim()
    const isOwn = /^(identifier|date|language|dcterms:modified|cover)$/.test(label)
    return text === '' || isOwn ? [] : [statedLine(text, { part: 'metadata', label })]
  })
}

async function* contentsPieces(book: Book, entry: ZipEntry): AsyncGenerator<Piece> {
  const root = await read(book, entry)
  const titles = root
    ? [...within(root)].filter(({ name }) => name === 'navLabel' || name === 'docTitle')
    : []
  const lines = titles.map((title) => statedLine(textOf(title).trim(), { part: 'bookmark' }))
  if (lines.length > 0) yield { kind: 'page', page: statedPage(book.source.place, lines) }
}

/** Scrambled fonts carry no message; anything else encrypted was not read (OCF 3.2, 4.3). */
async function encryptedEntries(book: Book): Promise<ZipEntry[]> {
  const entry = book.zip.find('META-INF/encryption.xml')
  const root = entry ? await read(book, entry) : null
  return elements(root, 'EncryptedData').flatMap((data) => {
    const algorithm = child(data, 'EncryptionMethod')?.attributes['Algorithm'] ?? ''
    const address = child(data, 'CipherData', 'CipherReference')?.attributes['URI'] ?? ''
    const found = book.zip.find(resolvePart('', address))
    if (!found) return []
    if (!/embedding|font\/obfuscation|RC$/i.test(algorithm)) return [found]
    book.seen.add(found)
    return []
  })
}

function part(book: Book, entry: ZipEntry, role: 'picture' | 'attachment'): Piece {
  book.seen.add(entry)
  const folder = entry.name.slice(0, entry.name.lastIndexOf('/') + 1)
  const inner = book.zip.source(entry, { part: role })
  // What a chapter links to inside the book is inspected on its own account.
  const sibling = async (href: string) => {
    const target = book.zip.find(resolvePart(folder, decoded(href.split(/[?#]/, 1)[0]!)))
    return target ? { ...book.zip.source(target), elsewhere: true } : null
  }
  return { kind: 'part', role, source: { ...inner, sibling } }
}

async function* leftovers(book: Book, work: Work): AsyncGenerator<Piece> {
  for (const entry of book.zip.entries) {
    if (entry.isFolder || book.seen.has(entry) || entry.size === 0) continue
    work.budget.signal.throwIfAborted()
    if (entry.name === 'mimetype') continue
    yield part(
      book,
      entry,
      /\.(png|jpe?g|gif|webp|svg|bmp|tiff?)$/i.test(entry.name) ? 'picture' : 'attachment',
    )
  }
}

async function read(book: Book, entry: ZipEntry): Promise<XmlNode | null> {
  book.seen.add(entry)
  const { bytes, fault } = await book.zip.salvage(entry)
  const place = enter(book.source.place, { name: entry.name })
  if (fault) book.gaps.push({ kind: 'gap', cause: fault.reason, place, detail: fault.said })
  const { root, fault: said } = readTree(bytes)
  if (said) book.gaps.push({ kind: 'gap', cause: 'corrupt', place, detail: said })
  return root
}

function missing(place: Place, name: string): Piece {
  return { kind: 'gap', cause: 'corrupt', place, detail: { code: 'epub.missing', args: { name } } }
}
