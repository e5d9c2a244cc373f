/** Outlook messages (MSG): subject, people, bodies in every form they are kept in, attachments, messages in messages. */
import { Buffer } from 'node:buffer'
import { at, enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Line, Piece, Probe, Phrase, Source, Work } from '../types.js'
import { isText, Properties } from './msg/properties.js'
import { type Cfb, type CfbEntry, openCfb } from './shared/cfb.js'
import { storageFile } from './shared/cfb/write.js'
import { isCompoundFile } from './shared/cfb/names.js'
import { ATTACHED, BODY, HTML, mapiBodies, mapiLines, RICH } from './shared/mail/mapi.js'
import { atLeastOne, pagesOf, statedLine, statedPage } from './shared/stated.js'

export const msg: Extractor = {
  format: 'msg',
  extensions: ['msg', 'oft'],
  accepts({ head, entries }: Probe) {
    return isCompoundFile(head) && entries.includes('__properties_version1.0')
  },
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const cfb = openCfb(await source.bytes(), work.budget)
  const faults: Phrase[] = cfb.fault ? [cfb.fault] : []
  const message = new Properties(cfb, cfb.root, faults)
  const lines = propertyLines(message)
  const parts: Piece[] = [...bodyParts(message, source)]
  for (const storage of cfb.root.children) {
    work.budget.signal.throwIfAborted()
    const isPerson = /^__recip_version1\.0_/i.test(storage.name)
    const isFile = /^__attach_version1\.0_/i.test(storage.name)
    if (!isPerson && !isFile) continue
    const inner = new Properties(cfb, storage, faults)
    lines.push(...propertyLines(inner))
    if (isFile) parts.push(attachment(cfb, storage, inner, source, parts.length + 1))
  }
  if (lines.length > 0)
    yield { kind: 'page', page: statedPage(at(source.place, { part: 'metadata' }), lines) }
  const body = message.text(BODY).split(/\r\n|\r|\n/)
  const pages = pagesOf(
    source.place,
    body.flatMap((text, index) =>
      text.trim() ? [statedLine(text.trimEnd(), { at: { line: index + 1 } })] : [],
    ),
  )
  for await (const page of lines.length > 0 ? pages : atLeastOne(source.place, pages))
    yield { kind: 'page', page }
  yield* parts
  for (const detail of faults) yield { kind: 'gap', cause: 'corrupt', place: source.place, detail }
}

function propertyLines(properties: Properties): Line[] {
  return mapiLines(
    properties.all.filter(isText).map((property) => [property.id, properties.textOf(property)] as const),
  )
}

function bodyParts(message: Properties, source: Source): Generator<Piece> {
  const html = message.bytes(HTML)
  const wide = html ? '' : message.text(HTML)
  const page = html ?? (wide ? new Uint8Array(Buffer.from(`\ufeff${wide}`)) : null)
  return mapiBodies(source.place, page, message.bytes(RICH))
}

/** Bytes, an object or message kept as a storage, or only a link ([MS-OXCMSG] 2.2.2.9). */
function attachment(cfb: Cfb, storage: CfbEntry, file: Properties, source: Source, number: number): Piece {
  const inner = file.storage(ATTACHED)
  const isMessage = inner?.children.some(({ name }) => name === '__properties_version1.0') === true
  const given = file.text(0x3707, 0x3704, 0x3001).replaceAll('\0', '')
  const usual = isMessage ? `message-${number}.msg` : `attachment-${number}.bin`
  const name = isMessage && !/\.msg$/i.test(given) ? usual : given || usual
  const type = file.text(0x370e)
  const role = type.startsWith('image/') ? 'picture' : 'attachment'
  const place = enter(source.place, { name, part: role, label: storage.name })
  const bytes = inner ? storageFile(cfb, inner) : file.bytes(ATTACHED)
  if (bytes) return { kind: 'part', role, source: memorySource(place, bytes) }
  const how = file.text(0x370d, 0x3708) || name
  return {
    kind: 'gap',
    cause: 'unsupported',
    place,
    detail: { code: 'mail.elsewhere', args: { how: how.slice(0, 100) } },
  }
}
