/** What a document holds beside its pages: bookmarks, custom tags, extensions, attachments, media no page shows. */
import { enter } from '../../place.js'
import type { Line, Piece } from '../../types.js'
import { statedPage } from '../shared/stated.js'
import { child, elements, textOf, within, type XmlNode } from '../shared/xml/tree.js'
import type { ZipEntry } from '../shared/zip.js'
import type { OfdDocument } from './document.js'
import type { OfdPackage } from './package.js'
import { mediaPiece, partSource } from './parts.js'
import { missing, type OfdReading } from './reading.js'
import { freeLines, navigationLines } from './statements.js'

export async function* besidePages(reading: OfdReading, document: OfdDocument): AsyncGenerator<Piece> {
  const { pack, source } = reading
  const lines = navigationLines(document.root)
  for (const list of [...elements(document.root, 'CustomTags'), ...elements(document.root, 'Extensions')]) {
    for (const line of await listedLines(pack, list, document)) lines.push(line)
  }
  if (lines.length > 0) yield { kind: 'page', page: statedPage(source.place, lines) }
  yield* attachmentPieces(reading, document)
  for (const media of document.resources.media.values()) {
    if (!media.file) yield missing(source.place, media.location)
    else if (!pack.seen.has(media.file)) yield* mediaPiece(pack, source.place, media, media.file)
  }
}

/** CustomTags.xml and Extensions.xml say things themselves and name further files (16, 17). */
async function listedLines(pack: OfdPackage, list: XmlNode, document: OfdDocument): Promise<Line[]> {
  const entry = pack.find(textOf(list), document.entry.name)
  const root = entry && (await pack.read(entry))
  if (!entry || !root) return []
  const lines = freeLines(await pack.bytes(entry), list.name)
  for (const node of within(root)) {
    if (node.name !== 'FileLoc' && node.name !== 'ExtendData') continue
    const file = pack.find(textOf(node), entry.name, document.entry.name)
    for (const line of file ? freeLines(await pack.bytes(file), list.name) : []) lines.push(line)
  }
  return lines
}

async function* attachmentPieces({ pack, source }: OfdReading, document: OfdDocument): AsyncGenerator<Piece> {
  for (const reference of elements(document.root, 'Attachments')) {
    const list = pack.find(textOf(reference), document.entry.name)
    const root = list && (await pack.read(list))
    for (const node of elements(root ?? null, 'Attachment')) {
      const location = textOf(child(node, 'FileLoc')).trim()
      const file = pack.find(location, list!.name, document.entry.name)
      if (!file) yield missing(source.place, location)
      else {
        const part = partSource(pack, source.place, file, { part: 'attachment' })
        const name = attachmentName(node, file)
        const named = {
          ...part,
          name,
          place: enter(source.place, { name, part: 'attachment', label: file.name }),
        }
        yield { kind: 'part', source: named, role: 'attachment' }
      }
    }
  }
}

/** The name the reader sees, with the extension of the file behind it. */
function attachmentName(node: XmlNode, file: ZipEntry): string {
  const stated = (node.attributes['Name'] ?? '').replaceAll('\\', '/').replace(/^.*\//, '').normalize('NFC')
  const extension = /\.[^./]{1,8}$/.exec(file.name)?.[0] ?? ''
  if (stated === '') return file.name.replace(/^.*\//, '')
  return stated.toLowerCase().endsWith(extension.toLowerCase()) ? stated : stated + extension
}
