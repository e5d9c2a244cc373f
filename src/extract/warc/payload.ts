/** What an HTTP message carries, as it was before it was sent: chunks joined, compression undone (RFC 9110, 8.4; RFC 9112, 7.1). */
import { Buffer } from 'node:buffer'
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { Uninspectable } from '../../errors.js'
import type { Budget } from '../../types.js'
import { type Entity, fieldOf } from '../shared/mail/entity.js'
import { excess } from '../shared/ratio.js'

export interface Payload {
  /** As far as it could be read. */
  readonly bytes: Uint8Array
  readonly fault: Uninspectable | null
}

/** No page or file of a site unpacks to more. */
const MOST_BYTES = 256 * 1024 * 1024
/** More encodings over each other than any server applies. */
const MOST_CODINGS = 4

/** Some crawlers keep the head as it was sent and the body unpacked: what is not in an encoding is as it stands. */
export function payloadOf(message: Entity, name: string, budget: Budget): Payload {
  let { bytes, fault } = joinedChunks(message, name)
  const codings = fieldOf(message, 'content-encoding').toLowerCase().split(',')
  const applied = codings.map((one) => one.trim()).filter((one) => one && one !== 'identity')
  if (applied.length > MOST_CODINGS)
    return { bytes: new Uint8Array(0), fault: unknownCoding(name, `${applied.length} ×`) }
  for (const coding of applied.reverse()) {
    const opened = unpacked(bytes, coding, name, budget)
    fault ??= opened.fault
    bytes = opened.bytes
  }
  budget.spend('bytes', bytes.length)
  return { bytes, fault }
}

function joinedChunks(message: Entity, name: string): Payload {
  const { body } = message
  if (!/\bchunked\b/i.test(fieldOf(message, 'transfer-encoding'))) return { bytes: body, fault: null }
  const pieces: Uint8Array[] = []
  for (let at = 0; ;) {
    const head = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n/i.exec(
      Buffer.from(body.subarray(at, at + 1_024)).toString('latin1'),
    )
    if (!head) return at === 0 ? { bytes: body, fault: null } : cutOff(pieces, name)
    const [line, digits] = head
    const from = at + line.length
    const size = Number.parseInt(digits!, 16)
    if (size === 0) return { bytes: joined(pieces), fault: null }
    pieces.push(body.subarray(from, from + size))
    at = from + size
    if (at > body.length) return cutOff(pieces, name)
    while (body[at] === 0x0d || body[at] === 0x0a) at++
    if (at >= body.length) return cutOff(pieces, name)
  }
}

const joined = (pieces: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(pieces))
const corrupt = (name: string) => new Uninspectable('corrupt', { code: 'archive.cut-off', args: { name } })
const cutOff = (pieces: readonly Uint8Array[], name: string): Payload => ({
  bytes: joined(pieces),
  fault: corrupt(name),
})
const unknownCoding = (name: string, encoding: string) =>
  new Uninspectable('unsupported', { code: 'mail.encoding', args: { name, encoding: encoding.slice(0, 40) } })

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number; finishFlush?: number }) => Uint8Array

function unpackerFor(coding: string, bytes: Uint8Array): Unpack | null | undefined {
  if (/^(x-)?gzip$/.test(coding)) return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync : null
  // RFC 9110, 8.4.1.2: with a zlib head; some servers leave it out.
  if (coding === 'deflate')
    return (bytes[0]! & 15) === 8 && (bytes[0]! * 256 + bytes[1]!) % 31 === 0 ? inflateSync : inflateRawSync
  if (coding === 'br') return (given, { maxOutputLength }) => brotliDecompressSync(given, { maxOutputLength })
  return undefined
}

function unpacked(bytes: Uint8Array, coding: string, name: string, budget: Budget): Payload {
  const unpack = bytes.length === 0 ? null : unpackerFor(coding, bytes)
  if (unpack === undefined) return { bytes: new Uint8Array(0), fault: unknownCoding(name, coding) }
  if (unpack === null) return { bytes, fault: null }
  const maxOutputLength = Math.max(1, Math.min(MOST_BYTES, budget.limits.bytes))
  try {
    const opened = unpack(bytes, { maxOutputLength })
    const fault = excess(opened.length, bytes.length, name, budget)
    return fault ? { bytes: new Uint8Array(0), fault } : { bytes: new Uint8Array(opened), fault: null }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      const said = { code: 'zip.ratio', args: { name, limit: budget.limits.ratio } } as const
      return { bytes: new Uint8Array(0), fault: new Uninspectable('limit', said) }
    }
    // What never was in that encoding is as it stands; gzip tells by its first bytes.
    if (!/^(x-)?gzip$/.test(coding) && looksClear(bytes)) return { bytes, fault: null }
    return { bytes: begun(unpack, bytes, maxOutputLength), fault: corrupt(name) }
  }
}

/** Text, or a file that tells what it is. */
const looksClear = (bytes: Uint8Array): boolean =>
  /^\s*[<{[\p{L}#%*/"']/u.test(Buffer.from(bytes.subarray(0, 64)).toString('utf8')) &&
  !bytes.subarray(0, 512).includes(0)

/** What could be read of a stream that breaks off. */
function begun(unpack: Unpack, bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    return new Uint8Array(unpack(bytes, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH }))
  } catch {
    return new Uint8Array(0)
  }
}
