/** Archives of web sites (WARC, ISO 28500:2017): each thing that was fetched is inspected as the page or file it is. */
import { enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, GapCause, Piece, Probe, Phrase, Source, Work } from '../types.js'
import { asUtf8 } from './shared/mail/content.js'
import { type Entity, fieldOf, readEntity } from './shared/mail/entity.js'
import { Locations } from './shared/mail/locations.js'
import { sliceOf } from './shared/slice.js'
import { payloadOf } from './warc/payload.js'
import { RecordNames } from './warc/names.js'
import { type WarcRecord, recordsIn } from './warc/records.js'

export const warc: Extractor = {
  format: 'warc',
  extensions: ['warc'],
  accepts: ({ head }: Probe) => /^WARC\/\d\.\d{1,2}\r?\n/.test(Buffer.from(head.subarray(0, 12)).toString()),
  extract,
}

/** Larger ones are read where they lie, as they stand. */
const MOST_HELD = 64 * 1024 * 1024
/** What unpacks to more is not read twice, only to learn which addresses it holds. */
const MOST_SURVEYED = 128 * 1024 * 1024
const MOST_ADDRESSES = 100_000

interface Reading {
  readonly source: Source
  readonly work: Work
  readonly names: RecordNames
  readonly locations: Locations
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const reading: Reading = { source, work, names: new RecordNames(), locations: await addressesIn(source) }
  let count = 0
  const records = recordsIn(source)
  for (let next = await records.next(); ; next = await records.next()) {
    work.budget.signal.throwIfAborted()
    if (next.done) {
      if (!next.value)
        yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'warc.broken' } }
      break
    }
    count++
    yield* piecesOf(next.value, reading)
  }
  yield { kind: 'note', detail: { code: 'warc.records', args: { count } } }
}

/** What one page shows or offers is another record, which is inspected on its own account. */
async function addressesIn(source: Source): Promise<Locations> {
  const locations = new Locations()
  if (source.size > MOST_SURVEYED) return locations
  let count = 0
  for await (const { type, address } of recordsIn(source)) {
    if (type === 'response' || type === 'resource') locations.add(address)
    if (++count >= MOST_ADDRESSES) break
  }
  return locations
}

async function* piecesOf(record: WarcRecord, reading: Reading): AsyncGenerator<Piece> {
  const { type, length } = record
  const gap = (cause: GapCause, detail: Phrase): Piece => {
    const place = enter(reading.source.place, { name: reading.names.shown(record) })
    return { kind: 'gap', cause, place, detail }
  }
  if (type === 'continuation' || record.isSegment) return yield gap('unsupported', { code: 'warc.segment' })
  if (record.isTruncated) yield gap('corrupt', { code: 'warc.truncated' })
  if (length === 0) return
  if (type === 'revisit') {
    const place = enter(reading.source.place, { name: reading.names.shown(record) })
    return yield { kind: 'inert', place, detail: { code: 'warc.revisit' } }
  }
  if (length > MOST_HELD && !record.isHttp) {
    const name = reading.names.next(record, record.mediaType)
    return yield part(sliceOf(reading.source, record, { name, part: 'attachment' }), record, reading)
  }
  if (length > MOST_HELD)
    return yield gap('limit', { code: 'warc.too-large', args: { limit: MOST_HELD / 1024 ** 2 } })
  const block = await reading.source.read(record.offset, length)
  if (!record.isHttp) yield* contentPiece(block, record, record.mediaType, reading)
  else yield* messagePieces(readEntity(block, 'application/octet-stream'), record, reading, gap)
}

/** An answer or a request: what it carries, unpacked. */
async function* messagePieces(
  message: Entity,
  record: WarcRecord,
  reading: Reading,
  gap: (cause: GapCause, detail: Phrase) => Piece,
): AsyncGenerator<Piece> {
  const { bytes, fault } = payloadOf(message, reading.names.shown(record), reading.work.budget)
  if (fault) yield gap(fault.reason, fault.said)
  if (bytes.length === 0) return
  const isPage = message.type.value === 'text/html'
  yield* contentPiece(isPage ? asUtf8(message, bytes) : bytes, record, message.type.value, reading, message)
}

function* contentPiece(
  bytes: Uint8Array,
  record: WarcRecord,
  mediaType: string,
  reading: Reading,
  message?: Entity,
): Generator<Piece> {
  const given = message?.disposition.parameters.get('filename') ?? ''
  const name = reading.names.next(record, mediaType, given)
  const place = enter(reading.source.place, { name, part: 'attachment' })
  const from = (message && fieldOf(message, 'content-location')) || record.address
  yield part(memorySource(place, bytes), { ...record, address: from, mediaType }, reading)
}

function part(source: Source, { address, mediaType }: WarcRecord, { locations }: Reading): Piece {
  const role = mediaType.startsWith('image/') ? 'picture' : 'attachment'
  return { kind: 'part', role, source: locations.linked(source, address) }
}
