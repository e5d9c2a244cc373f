/** The records of a WARC file one behind the other: a head of fields, then a block of stated length (ISO 28500:2017, 4). */
import { Buffer } from 'node:buffer'
import type { Source } from '../../types.js'
import { type Entity, fieldOf, readEntity } from '../shared/mail/entity.js'

export interface WarcRecord {
  /** Lower case: `response`, `resource`, `request`, `warcinfo`, `metadata`, `revisit`, `conversion`, `continuation`. */
  readonly type: string
  /** What was asked for; empty where nothing was. */
  readonly address: string
  /** Of its block, lower case. */
  readonly mediaType: string
  /** The block is an HTTP message. */
  readonly isHttp: boolean
  /** One of several records that hold one thing. */
  readonly isSegment: boolean
  /** Whoever fetched it broke off. */
  readonly isTruncated: boolean
  /** Of the block, in bytes of the file. */
  readonly offset: number
  readonly length: number
}

const HEAD = 64 * 1024

/** Ends at the last whole record; the generator's value is false when bytes are left that make no record. */
export async function* recordsIn(source: Source): AsyncGenerator<WarcRecord, boolean> {
  for (let at = 0; ;) {
    const chunk = await source.read(at, Math.min(HEAD, source.size - at))
    const begun = chunk.findIndex((byte) => byte !== 0x0d && byte !== 0x0a)
    if (begun < 0) return at + chunk.length >= source.size
    const head = chunk.subarray(begun)
    const record = recordAt(head, at + begun)
    if (!record || record.offset + record.length > source.size) return false
    yield record
    at = record.offset + record.length
  }
}

function recordAt(head: Uint8Array, start: number): WarcRecord | null {
  if (!/^WARC\/\d\.\d{1,2}\r?\n/.test(Buffer.from(head.subarray(0, 12)).toString('latin1'))) return null
  const entity = readEntity(head)
  const stated = fieldOf(entity, 'content-length')
  if (!/^\d{1,15}$/.test(stated) || entity.body.length === head.length) return null
  return described(entity, start + head.length - entity.body.length, Number(stated))
}

function described(entity: Entity, offset: number, length: number): WarcRecord {
  const mediaType = fieldOf(entity, 'content-type').toLowerCase()
  const segment = fieldOf(entity, 'warc-segment-number')
  const type = fieldOf(entity, 'warc-type').toLowerCase()
  return {
    type,
    address: fieldOf(entity, 'warc-target-uri').replace(/^<|>$/g, '').slice(0, 4_096),
    mediaType,
    isHttp: mediaType.startsWith('application/http'),
    isSegment: segment !== '' && type !== 'warcinfo',
    isTruncated: fieldOf(entity, 'warc-truncated') !== '',
    offset,
    length,
  }
}
