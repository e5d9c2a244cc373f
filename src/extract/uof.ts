/** Documents in the Chinese national format UOF, versions 1 and 2 (GB/T 20916): one XML file, or a ZIP of several. */
import { Uninspectable } from '../errors.js'
import { enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Piece, Probe, Source, Work } from '../types.js'
import { decodeText } from './shared/charset.js'
import { atLeastOne, pagesOf } from './shared/stated.js'
import { strayPieces } from './shared/stray.js'
import { xmlLines } from './shared/xml/lines.js'
import { openZip } from './shared/zip.js'
import { UofReader } from './uof/reader.js'

const extensions = ['uof', 'uot', 'uos', 'uop']

export const uof: Extractor = { format: 'uof', extensions, accepts: isUof, extract }

function isUof({ head, entries }: Pick<Probe, 'head' | 'entries'>): boolean {
  if (entries.length > 0) return entries.includes('uof.xml') && entries.includes('content.xml')
  if (!Buffer.from(head.subarray(0, 256)).includes(0x3c)) return false
  const text = decodeText(head)?.text ?? ''
  return (
    /^\s*<(\?xml|!--|[\w\u4e00-\u9fff]+:UOF)/.test(text) &&
    /<[\w\u4e00-\u9fff]+:UOF[\s_][^>]*schemas\.uof\.org/.test(text)
  )
}

const MOST_MEGABYTES = 256
const noPrefixes = new Map<string, string>()
const isPicture = /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$/i

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  if (source.size > MOST_MEGABYTES * 1024 ** 2)
    throw new Uninspectable('limit', { code: 'xml.too-large', args: { limit: MOST_MEGABYTES } })
  const head = await source.read(0, 4)
  if (head[0] === 0x50 && head[1] === 0x4b) return yield* packagePieces(source, work)
  const bytes = await source.bytes()
  work.budget.spend('bytes', bytes.length)
  yield* xmlPieces(source, bytes, work)
}

async function* xmlPieces(source: Source, bytes: Uint8Array, { budget }: Work): AsyncGenerator<Piece> {
  const reader = new UofReader()
  const { lines, fault } = xmlLines(bytes, noPrefixes, reader, budget.signal)
  for await (const page of atLeastOne(source.place, pagesOf(source.place, lines)))
    yield { kind: 'page', page }
  for (const [index, file] of reader.files.entries()) {
    const name = `object-${index + 1}.${file.extension}`
    const role = isPicture.test(name) ? 'picture' : 'attachment'
    yield { kind: 'part', role, source: memorySource(enter(source.place, { name, part: role }), file.bytes) }
  }
  const detail = fault()
  if (detail) yield { kind: 'gap', cause: 'corrupt', place: source.place, detail }
}

/** Version 2: content, styles and metadata are XML parts; pictures and objects lie beside them. */
async function* packagePieces(source: Source, work: Work): AsyncGenerator<Piece> {
  const zip = await openZip(source, work)
  for (const entry of zip.entries) {
    if (entry.isFolder) continue
    const place = enter(source.place, { name: entry.name })
    if (/\.xml$/i.test(entry.name)) {
      const { bytes, fault } = await zip.salvage(entry)
      const isBody = entry.name === 'content.xml'
      yield* xmlPieces(isBody ? source : { ...source, place }, bytes, work)
      if (fault) yield { kind: 'gap', cause: fault.reason, place, detail: fault.said }
    } else {
      const role = isPicture.test(entry.name) ? 'picture' : 'attachment'
      yield { kind: 'part', role, source: zip.source(entry, { part: role }) }
    }
  }
  yield* strayPieces(source, zip.stray)
}
