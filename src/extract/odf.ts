/** OpenDocument texts, spreadsheets, presentations and drawings (.odt .ods .odp .odg and their templates). */
import { enter } from '../place.js'
import type { Extractor, Piece, Probe, Source, Work } from '../types.js'
import { leftoverPieces, metadataPieces } from './odf/beside.js'
import { ContentReader } from './odf/content.js'
import { flatPieces, isFlat } from './odf/flat.js'
import { type OdfPackage, openOdf } from './odf/package.js'
import { report, take } from './shared/zip/opened-package.js'
import { pagesOf } from './odf/pages.js'
import { StyleBook } from './odf/styles.js'
import { isCutOff } from './shared/zip/cut-off.js'
import { follow, type Link } from './shared/links.js'
import { statedLine, statedPage } from './shared/stated.js'
import type { ZipEntry } from './shared/zip.js'

const extensions = [
  'odt',
  'ott',
  'odm',
  'oth',
  'ods',
  'ots',
  'odp',
  'otp',
  'odg',
  'otg',
  'odf',
  'odc',
  'sxw',
  'sxc',
  'sxi',
  'fodt',
  'fods',
  'fodp',
  'fodg',
]

export const odf: Extractor = {
  format: 'odf',
  extensions,
  accepts({ head, entries, name }: Probe) {
    const start = Buffer.from(head.subarray(0, 200)).toString('latin1')
    if (/mimetypeapplication\/(vnd\.oasis\.opendocument|vnd\.sun\.xml)\./.test(start)) return true
    const has = (wanted: string) => entries.includes(wanted)
    if (has('content.xml') && (has('styles.xml') || has('META-INF/manifest.xml'))) return true
    return isFlat({ head }) || isCutOff({ head, entries, name }, extensions)
  },
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  if (isFlat({ head: await source.read(0, 4096) })) return yield* flatPieces(source, work)
  const pack = await openOdf(source, work)
  const sealed = pack.encrypted.size > 0 || pack.zip.find('encrypted-package')
  if (sealed)
    yield { kind: 'gap', cause: 'encrypted', place: source.place, detail: { code: 'odf.encrypted' } }
  const content = pack.zip.find('content.xml')
  if (!content && !sealed)
    yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'odf.no-content' } }
  yield* documentPieces(pack, '', content ?? null)
  for (const entry of pack.zip.entries) {
    if (entry.name !== 'content.xml' && /(^|\/)content\.xml$/i.test(entry.name))
      yield* documentPieces(pack, entry.name.slice(0, -'content.xml'.length), entry)
  }
  yield* metadataPieces(pack)
  yield* leftoverPieces(pack)
  yield* pack.gaps
}

/** The document itself (`folder` empty) or an object embedded in it. */
async function* documentPieces(
  pack: OdfPackage,
  folder: string,
  content: ZipEntry | null,
): AsyncGenerator<Piece> {
  const styles = new StyleBook()
  const styled = readable(pack, pack.zip.find(`${folder}styles.xml`))
  const place =
    folder === '' ? pack.source.place : enter(pack.source.place, { name: folder.replace(/\/$/, '') })
  const links: Link[] = []
  // The styles of a file must be known before its text is met.
  const styleBytes = styled && (await take(pack, styled))
  if (styled && styleBytes) report(pack, styled, styles.read(styleBytes))
  const main = readable(pack, content)
  const parts = [
    main && { entry: main, bytes: await take(pack, main) },
    styled && { entry: styled, bytes: styleBytes! },
  ]
  for (const part of parts) {
    if (!part) continue
    const reader = new ContentReader(styles, folder === '' ? pack.crops : undefined)
    const isMain = part.entry === main
    const pages = pagesOf(part.bytes, reader, place, styles.page, isMain && folder === '')
    for (let step = pages.next(); ; step = pages.next()) {
      pack.work.budget.signal.throwIfAborted()
      if (!step.done) yield { kind: 'page', page: step.value }
      else if (isMain) report(pack, part.entry, step.value)
      if (step.done) break
    }
    for (const link of reader.links) links.push(link)
  }
  const told = [...new Set(links.map(({ href }) => href))].map((href) => statedLine(href, { part: 'link' }))
  if (told.length > 0) yield { kind: 'page', page: statedPage(place, told) }
  yield* follow(
    links.filter(({ use }) => use === 'shown'),
    pack.source,
    pack.work,
  )
}

function readable(pack: OdfPackage, entry: ZipEntry | null | undefined): ZipEntry | null {
  return entry && !pack.encrypted.has(entry) ? entry : null
}
