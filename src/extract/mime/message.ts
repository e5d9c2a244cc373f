/** One message as pieces: what its head says, its text bodies as lines of its own, all else as parts. */
import { Buffer } from 'node:buffer'
import { at, enter } from '../../place.js'
import { memorySource } from '../../source.js'
import type { GapCause, Line, Piece, Phrase, Source, Work } from '../../types.js'
import { decodeLabelled } from '../shared/charset/labelled-text.js'
import { sevenBitNamed } from '../shared/charset/seven-bit.js'
import { atLeastOne, pagesOf, statedPage } from '../shared/stated.js'
import { asUtf8, contentOf, inventedName, nameOf } from '../shared/mail/content.js'
import { fieldOf, type Entity } from '../shared/mail/entity.js'
import { leavesOf } from './leaves.js'
import { Locations } from '../shared/mail/locations.js'
import { readPlain } from './plain.js'
import { headLines } from './words-of-head.js'

/** What was found in the parts of one message, told once all of it is read. */
interface Message {
  readonly source: Source
  readonly work: Work
  readonly locations: Locations
  readonly lines: Line[]
  readonly pieces: Piece[]
  readonly names: Map<string, number>
  parts: number
}

export async function* messagePieces(root: Entity, source: Source, work: Work): AsyncGenerator<Piece> {
  const message: Message = {
    source,
    work,
    locations: new Locations(),
    lines: [],
    pieces: [],
    names: new Map(),
    parts: 0,
  }
  const head = headLines(root)
  if (head.length > 0) yield { kind: 'page', page: statedPage(at(source.place, { part: 'metadata' }), head) }
  const leaves = [...leavesOf(root)]
  for (const leaf of leaves)
    if (leaf.kind === 'leaf') message.locations.add(fieldOf(leaf.entity, 'content-location'))
  for (const leaf of leaves) {
    work.budget.signal.throwIfAborted()
    if (leaf.kind === 'gap')
      message.pieces.push({ kind: 'gap', cause: leaf.cause, place: source.place, detail: leaf.said })
    else if (leaf.kind === 'stray') takeStray(leaf.bytes, message)
    else takeLeaf(leaf.entity, message)
  }
  const pages = pagesOf(source.place, message.lines)
  for await (const page of head.length > 0 ? pages : atLeastOne(source.place, pages))
    yield { kind: 'page', page }
  yield* message.pieces
}

/** What stands before and after the parts; programs put one sentence there for old readers. */
function takeStray(bytes: Uint8Array, message: Message): void {
  const text = decodeLabelled(bytes, undefined)
  if (
    /^\s*(this is a (multi-?part|cryptographically signed) message.*|this message is in mime format.*)?\s*$/i.test(
      text,
    )
  )
    return
  message.lines.push(...readPlain(text, null, 'markup').lines)
}

function takeLeaf(entity: Entity, message: Message): void {
  const { work, source } = message
  const { bytes, damaged, unknown } = contentOf(entity)
  work.budget.spend('bytes', bytes.length)
  const given = nameOf(entity)
  const isBody = entity.type.value === 'text/plain' && !given && entity.disposition.value !== 'attachment'
  const name = unique(given || inventedName(entity, message.parts + 1), message.names)
  const gap = (cause: GapCause, detail: Phrase) =>
    message.pieces.push({
      kind: 'gap',
      cause,
      place: isBody ? source.place : enter(source.place, { name }),
      detail,
    })
  if (damaged) gap('corrupt', { code: 'mail.damaged-part', args: { name } })
  if (unknown) gap('unsupported', { code: 'mail.encoding', args: { name, encoding: unknown } })
  const special = specialOf(entity)
  if (special) gap(...special)
  if (isBody) takeBody(entity, bytes, message)
  else takePart(entity, bytes, name, message)
}

/** Types whose message is elsewhere or behind a key. */
function specialOf({ type }: Entity): readonly [GapCause, Phrase] | null {
  if (/^application\/(x-)?pkcs7-mime$/.test(type.value)) {
    const isSealed = (type.parameters.get('smime-type') ?? 'enveloped-data').toLowerCase() !== 'signed-data'
    return isSealed ? ['encrypted', { code: 'mail.encrypted' }] : ['unsupported', { code: 'mail.sealed' }]
  }
  if (type.value !== 'message/external-body' && type.value !== 'message/partial') return null
  const how = type.parameters.get('url') ?? type.parameters.get('access-type') ?? type.value
  return ['unsupported', { code: 'mail.elsewhere', args: { how: how.slice(0, 100) } }]
}

function takeBody(entity: Entity, bytes: Uint8Array, message: Message): void {
  const { source, pieces } = message
  const charset = entity.type.parameters.get('charset') ?? ''
  const text = decodeLabelled(bytes, charset || undefined)
  if (sevenBitNamed(charset) && text.includes('\ufffd')) {
    const detail = { code: 'mail.seven-bit', args: { encoding: charset } } as const
    pieces.push({ kind: 'gap', cause: 'unsupported', place: source.place, detail })
  }
  const { lines, files, sealed } = readPlain(text, entity)
  for (const line of lines) message.lines.push(line)
  if (sealed)
    pieces.push({ kind: 'gap', cause: 'encrypted', place: source.place, detail: { code: 'mail.encrypted' } })
  for (const file of files) {
    const place = enter(source.place, { name: unique(file.name, message.names), part: 'attachment' })
    if (file.damaged)
      pieces.push({
        kind: 'gap',
        cause: 'corrupt',
        place,
        detail: { code: 'mail.damaged-part', args: { name: file.name } },
      })
    pieces.push({ kind: 'part', role: 'attachment', source: memorySource(place, file.bytes) })
  }
}

function takePart(entity: Entity, bytes: Uint8Array, name: string, message: Message): void {
  const { source, pieces, locations } = message
  const { value } = entity.type
  message.parts++
  const role = value.startsWith('image/') ? 'picture' : 'attachment'
  const place = enter(source.place, { name, part: role })
  if (
    /^application\/(x-)?(pkcs7-signature|pgp-signature|pgp-encrypted)$/.test(value) &&
    bytes.length < 65_536
  ) {
    pieces.push({ kind: 'inert', place, detail: { code: 'mail.signature' } })
    return
  }
  const isEmpty = nameOf(entity) === '' && Buffer.from(bytes).toString('latin1').trim() === ''
  if (specialOf(entity) || isEmpty) return
  const described = fieldOf(entity, 'content-description')
  const said = headLines(entity).filter(({ spans }) => spans[0]!.text !== described || described !== name)
  for (const line of said) message.lines.push({ ...line, part: 'attachment' })
  const inner = memorySource(place, asUtf8(entity, bytes))
  pieces.push({ kind: 'part', role, source: locations.linked(inner, fieldOf(entity, 'content-location')) })
}

/** Two attachments of one name are two places. */
function unique(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1
  names.set(name, count)
  if (count === 1) return name
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)} (${count})${name.slice(dot)}` : `${name} (${count})`
}
