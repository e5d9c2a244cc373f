/** What a part holds: its bytes as they were before they were written as mail, its name, its text. */
import { Buffer } from 'node:buffer'
import { decodeLabelled } from '../charset/labelled-text.js'
import { fromBase64, fromQuotedPrintable, fromUuencode } from './transfer.js'
import { fieldOf, type Entity } from './entity.js'

export interface EntityBody {
  readonly bytes: Uint8Array
  readonly damaged: boolean
  /** The name of a transfer encoding nobody knows; the bytes are as they stand. */
  readonly unknown?: string
}

export function contentOf({ body, encoding }: Entity): EntityBody {
  const text = () => Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
  if (encoding === 'base64') return fromBase64(text())
  if (encoding === 'quoted-printable') return fromQuotedPrintable(text())
  if (/^(x-)?(uu|uue|uuencode)$/.test(encoding)) return fromUuencode(uuLines(text()))
  const isPlain = /^([78]-?bit|binary|none|unencoded)$/.test(encoding)
  return { bytes: body, damaged: false, ...(!isPlain && { unknown: encoding.slice(0, 40) }) }
}

function uuLines(text: string): string[] {
  const lines = text.split(/\r?\n/)
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line))
  const end = lines.findIndex((line, index) => index > begin && line.trim() === 'end')
  return lines.slice(begin + 1, end < 0 ? undefined : end).filter((line) => line.trim() !== '')
}

/** The name its sender gave it; empty when there is none. */
export function nameOf(entity: Entity): string {
  const { disposition, type } = entity
  const given = disposition.parameters.get('filename') ?? type.parameters.get('name') ?? ''
  return given.replaceAll('\0', '').trim()
}

const extensions: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'xhtml',
  'text/plain': 'txt',
  'text/css': 'css',
  'text/calendar': 'ics',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'text/directory': 'vcf',
  'text/csv': 'csv',
  'text/rtf': 'rtf',
  'application/rtf': 'rtf',
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/zip': 'zip',
  'application/ms-tnef': 'dat',
  'application/json': 'json',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/tiff': 'tif',
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'message/delivery-status': 'txt',
  'text/rfc822-headers': 'txt',
}

/** A name for a part without one: `part-3.html`. */
export function inventedName(entity: Entity, number: number): string {
  const { value } = entity.type
  const located = /([^/\\?#]{1,100}\.\w{1,8})(?:[?#].*)?$/.exec(fieldOf(entity, 'content-location'))?.[1]
  if (located) return located
  const subtype = /^(?:image|video|audio)\/(?:x-)?(\w{1,10})/.exec(value)?.[1]
  return `part-${number}.${extensions[value] ?? subtype ?? 'bin'}`
}

/** A web page in the encoding its header tells is handed on as UTF-8, since the page itself may tell none. */
export function asUtf8(entity: Entity, bytes: Uint8Array): Uint8Array {
  const charset = entity.type.parameters.get('charset')
  if (!charset || !entity.type.value.startsWith('text/')) return bytes
  return new Uint8Array(Buffer.from(`\ufeff${decodeLabelled(bytes, charset).replace(/^\ufeff/, '')}`))
}
