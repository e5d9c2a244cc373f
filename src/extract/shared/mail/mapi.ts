/** Properties of Outlook messages, however they are stored: which of them people write or read, and the bodies. */
import { enter } from '../../../place.js'
import { memorySource } from '../../../source.js'
import type { Line, Piece, Place } from '../../../types.js'
import { unpackRtf } from './compressed-rtf.js'
import { statedLine } from '../stated.js'
import { hasHan } from '../xml/text.js'

/** [MS-OXPROPS], those people write or read; the label is the property's own name. */
const shown: Readonly<Record<number, string>> = {
  0x0037: 'Subject',
  0x0070: 'ConversationTopic',
  0x0c1a: 'SenderName',
  0x0c1f: 'SenderEmailAddress',
  0x0042: 'SentRepresentingName',
  0x0e02: 'DisplayBcc',
  0x0e03: 'DisplayCc',
  0x0e04: 'DisplayTo',
  0x3001: 'DisplayName',
  0x3003: 'EmailAddress',
  0x39fe: 'SmtpAddress',
  0x3704: 'AttachFilename',
  0x3707: 'AttachLongFilename',
}
export const SUBJECT = 0x0037
export const BODY = 0x1000
export const RICH = 0x1009
export const HTML = 0x1013
export const ATTACHED = 0x3701

/** What is listed above, and any other text with Han: properties somebody added, headers of its way. Each text once. */
export function mapiLines(texts: Iterable<readonly [id: number, text: string]>): Line[] {
  const told = new Set<string>()
  const lines: Line[] = []
  for (const [id, text] of texts) {
    if (id === BODY || id === HTML || !text || told.has(text) || !(id in shown || hasHan(text))) continue
    told.add(text)
    const label = shown[id] ?? id.toString(16).toUpperCase().padStart(4, '0')
    const part = id === SUBJECT ? 'title' : 'metadata'
    for (const row of text.split(/[\r\n]+/)) lines.push(statedLine(row, { part, label }))
  }
  return lines
}

/** The body in its other forms, each a part of its own. */
export function* mapiBodies(
  place: Place,
  html: Uint8Array | null,
  rich: Uint8Array | null,
): Generator<Piece> {
  const placeOf = (name: string) => enter(place, { name })
  if (html && html.length > 0)
    yield { kind: 'part', role: 'attachment', source: memorySource(placeOf('body.html'), html) }
  if (!rich || rich.length === 0) return
  const unpacked = unpackRtf(rich)
  if (unpacked && unpacked.bytes.length > 0)
    yield { kind: 'part', role: 'attachment', source: memorySource(placeOf('body.rtf'), unpacked.bytes) }
  if (unpacked?.whole) return
  const detail = { code: 'mail.damaged-part', args: { name: 'body.rtf' } } as const
  yield { kind: 'gap', cause: 'corrupt', place: placeOf('body.rtf'), detail }
}
