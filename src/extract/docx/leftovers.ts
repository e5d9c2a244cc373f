/** What remains of a Word package when its texts are read: pictures, embedded files, and what carries no message. */
import { enter } from '../../place.js'
import type { Piece, Source } from '../../types.js'
import { documentThumbnail } from '../shared/ooxml/thumbnail.js'
import { cropsOf } from '../shared/ooxml/crops.js'
import { readXmlText } from '../shared/xml/text.js'
import { statedLine, statedPage } from '../shared/stated.js'
import type { ZipEntry } from '../shared/zip.js'
import { strayPieces } from '../shared/stray.js'
import { fontsOf } from './fonts.js'
import { type Opened, report, take } from './opened.js'

export async function* leftoverPieces(opened: Opened): AsyncGenerator<Piece> {
  const fonts = await fontsOf(opened)
  const crops = await cropsOf(opened.zip, opened.pack)
  for (const [entry, kind] of opened.kinds) {
    if (entry.size === 0 && entry.packedSize <= 2) continue
    if (kind === 'picture') yield part(opened, entry, 'picture', crops.get(entry))
    else if (kind === 'attachment') yield part(opened, entry, 'attachment')
    else if (kind === 'helper') yield* helperPieces(opened, entry)
    else if (kind === 'printer') yield inert(opened, entry, 'docx.printer')
    else if (kind === 'font')
      yield fonts.has(entry) ? inert(opened, entry, 'docx.font') : part(opened, entry, 'attachment')
    else if (kind === 'thumbnail') {
      yield await documentThumbnail((part) => opened.zip.source(entry, { part }), await take(opened, entry))
    }
  }
  yield* strayPieces(opened.source, opened.zip.stray)
}

function part(
  opened: Opened,
  entry: ZipEntry,
  role: 'picture' | 'attachment',
  shown?: Source['shown'],
): Piece {
  const label = usedBy(opened, entry)
  const source = opened.zip.source(entry, { part: role, ...(label && { label }) })
  return { kind: 'part', role, source: { ...source, ...(shown && { shown }) } }
}

/** The part that shows it, where that is not the body. */
function usedBy({ pack }: Opened, entry: ZipEntry): string | undefined {
  for (const [owner, relationships] of pack.allRelationships) {
    if (!relationships.some(({ target }) => target.toLowerCase() === entry.name.toLowerCase())) continue
    return /^word\/document\d*\.xml$/.test(owner) ? undefined : owner
  }
  return undefined
}

function inert(opened: Opened, entry: ZipEntry, code: 'docx.printer' | 'docx.font' | 'docx.helper'): Piece {
  return { kind: 'inert', place: enter(opened.source.place, { name: entry.name }), detail: { code } }
}

/** Themes, font tables, view settings: inert, unless somebody wrote words into them. */
async function* helperPieces(opened: Opened, entry: ZipEntry): AsyncGenerator<Piece> {
  const { found, fault } = readXmlText(await take(opened, entry))
  report(opened, entry, fault)
  const words = found.filter(({ label }) => !label.includes('@'))
  if (words.length === 0) {
    yield inert(opened, entry, 'docx.helper')
    return
  }
  const lines = words.map(({ label, text }) => statedLine(text, { part: 'metadata', label }))
  yield {
    kind: 'page',
    page: statedPage(enter(opened.source.place, { name: entry.name, part: 'metadata' }), lines),
  }
}
