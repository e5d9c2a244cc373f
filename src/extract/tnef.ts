/** winmail.dat (TNEF): what Outlook wraps a message's body and attachments in for mail programs that cannot read it. */
import { at, enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Line, Piece, Source, Work } from '../types.js'
import { ATTACHED, BODY, HTML, mapiBodies, mapiLines, RICH, SUBJECT } from './shared/mail/mapi.js'
import { atLeastOne, pagesOf, statedLine, statedPage } from './shared/stated.js'
import { type Attribute, ATTRIBUTE, isTnef, readAttributes } from './tnef/attributes.js'
import { type MapiProperty, plainText, readProperties } from './tnef/properties.js'

export const tnef: Extractor = {
  format: 'tnef',
  extensions: ['dat', 'tnef'],
  accepts: ({ head }) => isTnef(head),
  extract,
}

/** Code pages as attOemCodepage numbers them. */
const charsets: Readonly<Record<number, string>> = { 936: 'gbk', 950: 'big5', 54936: 'gb18030', 65001: 'utf-8', 932: 'shift_jis', 1252: 'windows-1252' } // prettier-ignore

interface File {
  name: string
  type: string
  bytes: Uint8Array | null
}
interface Message {
  readonly texts: [id: number, text: string][]
  readonly files: File[]
  body: string
  html: Uint8Array | null
  rich: Uint8Array | null
  whole: boolean
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const message = readMessage(await source.bytes(), work)
  const lines = mapiLines(message.texts)
  if (lines.length > 0)
    yield { kind: 'page', page: statedPage(at(source.place, { part: 'metadata' }), lines) }
  const pages = pagesOf(source.place, bodyLines(message.body))
  for await (const page of lines.length > 0 ? pages : atLeastOne(source.place, pages))
    yield { kind: 'page', page }
  yield* mapiBodies(source.place, message.html, message.rich)
  for (const [index, file] of message.files.entries()) yield filePiece(file, source, index + 1)
  if (message.whole) return
  const detail = { code: 'mail.damaged-part', args: { name: source.name } } as const
  yield { kind: 'gap', cause: 'corrupt', place: source.place, detail }
}

const bodyLines = (body: string): Line[] =>
  body
    .split(/\r\n|\r|\n/)
    .flatMap((text, index) => (text.trim() ? [statedLine(text.trimEnd(), { at: { line: index + 1 } })] : []))

function readMessage(bytes: Uint8Array, work: Work): Message {
  const { list, whole } = readAttributes(bytes)
  const page = list.find(({ id, data }) => id === ATTRIBUTE.codePage && data.length >= 4)
  const charset = page && charsets[page.data.readUInt32LE(0)]
  const message: Message = { texts: [], files: [], body: '', html: null, rich: null, whole }
  for (const attribute of list) {
    work.budget.signal.throwIfAborted()
    take(attribute, message, charset)
  }
  return message
}

function take({ id, data }: Attribute, message: Message, charset: string | undefined): void {
  const file = message.files.at(-1)
  if (id === ATTRIBUTE.subject) message.texts.push([SUBJECT, plainText(data, charset)])
  else if (id === ATTRIBUTE.body) message.body ||= plainText(data, charset)
  else if (id === ATTRIBUTE.rendering) message.files.push({ name: '', type: '', bytes: null })
  else if (id === ATTRIBUTE.messageProperties || id === ATTRIBUTE.recipients) {
    const { list, whole } = readProperties(data, charset, id === ATTRIBUTE.recipients)
    message.whole &&= whole
    for (const property of list) takeProperty(property, message)
  } else if (file) takeOfFile({ id, data }, file, message, charset)
}

function takeProperty({ id, text, bytes }: MapiProperty, message: Message): void {
  if (id === RICH) message.rich ??= bytes
  else if (id === HTML) message.html ??= text === null ? bytes : Buffer.from(`\ufeff${text}`)
  else if (id === BODY) message.body ||= text ?? ''
  else if (text !== null) message.texts.push([id, text])
}

function takeOfFile(
  { id, data }: Attribute,
  file: File,
  message: Message,
  charset: string | undefined,
): void {
  if (id === ATTRIBUTE.title || id === ATTRIBUTE.transportName) file.name ||= plainText(data, charset)
  else if (id === ATTRIBUTE.data) file.bytes ??= data
  else if (id === ATTRIBUTE.attachmentProperties) {
    const { list, whole } = readProperties(data, charset)
    message.whole &&= whole
    const textOf = (...ids: number[]) => list.find((one) => ids.includes(one.id) && one.text)?.text ?? ''
    file.name = textOf(0x3707) || file.name || textOf(0x3704, 0x3001)
    file.type = textOf(0x370e)
    const object = list.find((one) => one.id === ATTACHED)?.bytes
    if (object && !file.bytes?.length) file.bytes = object
    message.texts.push(...list.flatMap((one) => (one.text ? [[one.id, one.text] as [number, string]] : [])))
  }
}

function filePiece({ name: given, type, bytes }: File, source: Source, number: number): Piece {
  const name = given.replaceAll('\0', '') || `attachment-${number}.${bytes && isTnef(bytes) ? 'dat' : 'bin'}`
  const role = type.startsWith('image/') ? 'picture' : 'attachment'
  const place = enter(source.place, { name, part: role })
  if (bytes) return { kind: 'part', role, source: memorySource(place, bytes) }
  const detail = { code: 'mail.elsewhere', args: { how: name.slice(0, 100) } } as const
  return { kind: 'gap', cause: 'unsupported', place, detail }
}
