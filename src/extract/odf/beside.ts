/** What an OpenDocument package holds beside its texts: metadata, pictures, macros, objects, leftovers. */
import { at, enter } from '../../place.js'
import type { Line, Piece } from '../../types.js'
import { memorySource } from '../../source.js'
import { Bytes } from '../shared/bytes.js'
import { HEAD_OF_PICTURE } from '../shared/picture/natural-size.js'
import { packagedFile } from '../shared/cfb/ole.js'
import { statedLine, statedPage } from '../shared/stated.js'
import { documentThumbnail } from '../shared/ooxml/thumbnail.js'
import { readXml } from '../shared/xml.js'
import { hasHan, readXmlText } from '../shared/xml/text.js'
import type { ZipEntry } from '../shared/zip.js'
import { odfPrefixes } from './names.js'
import type { OdfPackage } from './package.js'
import { report, take } from '../shared/zip/opened-package.js'

/** Counts, dates, durations. */
const wordless = /^[\d.,:TZPHMS+\- ]*$/

/** `meta.xml`: titles, keywords, people, and properties under the names somebody gave them (ODF 1.3, part 3, 4.3). */
export async function* metadataPieces(pack: OdfPackage): AsyncGenerator<Piece> {
  const entry = pack.zip.find('meta.xml')
  if (!entry || pack.encrypted.has(entry)) return
  const lines: Line[] = []
  const open: { name: string; text: string }[] = []
  const fault = readXml(await take(pack, entry), odfPrefixes, {
    open(element) {
      const given = element.name === 'meta:user-defined' ? element.attribute('meta:name') : undefined
      open.push({ name: given ?? element.name, text: '' })
      if (given && hasHan(given)) lines.push(statedLine(given, { part: 'metadata', label: 'name' }))
      const template = element.name === 'meta:template' ? element.attribute('xlink:title') : undefined
      if (template) lines.push(statedLine(template, { part: 'metadata', label: 'meta:template' }))
    },
    text(text) {
      const inner = open.at(-1)
      if (inner) inner.text += text
    },
    close() {
      const { name, text } = open.pop()!
      if (!wordless.test(text.trim())) lines.push(statedLine(text.trim(), { part: 'metadata', label: name }))
    },
  })
  report(pack, entry, fault)
  if (lines.length > 0)
    yield { kind: 'page', page: statedPage(at(pack.source.place, { part: 'metadata' }), lines) }
}

const silent =
  /^(mimetype|settings\.xml|layout-cache|manifest\.rdf|configurations2\/.*|meta-inf\/.*|(basic|dialogs)\/(.*\/)?(script|dialog)-l[bc]\.xml|.*\/settings\.xml|.*\/meta\.xml)$/i

export async function* leftoverPieces(pack: OdfPackage): AsyncGenerator<Piece> {
  for (const name of pack.zip.duplicates)
    yield { kind: 'note', detail: { code: 'docx.duplicate', args: { name } } }
  for (const entry of pack.zip.entries) {
    if (entry.isFolder || pack.seen.has(entry) || pack.encrypted.has(entry)) continue
    if (entry.size === 0) continue
    pack.work.budget.signal.throwIfAborted()
    yield* leftover(pack, entry)
  }
}

async function* leftover(pack: OdfPackage, entry: ZipEntry): AsyncGenerator<Piece> {
  const path = entry.name.toLowerCase()
  const place = enter(pack.source.place, { name: entry.name })
  if (path.startsWith('thumbnails/')) {
    yield await documentThumbnail((part) => pack.zip.source(entry, { part }), await take(pack, entry))
  } else if (path.endsWith('.xml') || path.endsWith('.rdf') || silent.test(path))
    yield* wordPieces(pack, entry)
  else if (standsForOther.test(path) && isMetafile(await take(pack, entry)))
    yield { kind: 'inert', place, detail: { code: 'odf.replacement' } }
  else if (path.startsWith('objectreplacements/') && packagedFile(new Bytes(await take(pack, entry))))
    yield* packagePieces(pack, entry)
  else {
    const type = pack.types.get(path) ?? ''
    const picture = type.startsWith('image/') || /^(pictures|media|objectreplacements)\//.test(path)
    const role = picture ? 'picture' : 'attachment'
    pack.seen.add(entry)
    const source = pack.zip.source(entry, { part: role })
    const shown = pack.crops.knows(entry.name)
      ? pack.crops.shownOf(entry.name, await source.read(0, HEAD_OF_PICTURE))
      : null
    yield { kind: 'part', role, source: shown ? { ...source, shown } : source }
  }
}

/** Where an object has no picture, LibreOffice keeps the packaged file itself in its place. */
async function* packagePieces(pack: OdfPackage, entry: ZipEntry): AsyncGenerator<Piece> {
  const file = packagedFile(new Bytes(await take(pack, entry)))
  if (!file) return
  const place = enter(pack.source.place, { name: file.name, part: 'attachment', label: entry.name })
  yield { kind: 'part', role: 'attachment', source: memorySource(place, file.bytes) }
}

/** Drawings of objects and, by LibreOffice, of tables on slides, which are read where they stand. */
const standsForOther = /^objectreplacements\/|^pictures\/tablepreview\d*\.svm$/

/** The program's own metafile, a drawing of an object that is itself read. */
function isMetafile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 6)).toString('latin1') === 'VCLMTF'
}

/** Settings and the like are inert unless somebody wrote words into them; macros are code. */
async function* wordPieces(pack: OdfPackage, entry: ZipEntry): AsyncGenerator<Piece> {
  const bytes = await take(pack, entry)
  const place = enter(pack.source.place, { name: entry.name })
  const isXml = /^\s*</.test(
    Buffer.from(bytes.subarray(0, 64))
      .toString('utf8')
      .replace(/^\ufeff/, ''),
  )
  const { found, fault } = isXml ? readXmlText(bytes) : { found: [], fault: null }
  report(pack, entry, fault)
  const isCode = /^(basic|dialogs|scripts)\//i.test(entry.name)
  const words = found.filter(({ text }) => isCode || hasHan(text))
  if (words.length === 0) {
    yield { kind: 'inert', place, detail: { code: 'docx.helper' } }
    return
  }
  const lines = words.map(({ label, text }) =>
    statedLine(text, { part: isCode ? 'code' : 'metadata', label }),
  )
  yield { kind: 'page', page: statedPage(place, lines) }
}
