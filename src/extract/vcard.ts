/** Address cards and calendars (VCF 2.1 to 4.0, ICS): every field as a line under its own name, pictures as parts. */
import { Buffer } from 'node:buffer'
import { enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Line, Piece, Probe, Source, Work } from '../types.js'
import { decodeText } from './shared/charset.js'
import { damageOf } from './shared/charset/damage.js'
import { unpackData } from './shared/links.js'
import { atLeastOne, pagesOf, statedLine } from './shared/stated.js'
import { contentLines, type ContentLine } from './vcard/content-lines.js'
import { fromBase64 } from './shared/mail/transfer.js'

export const vcard: Extractor = {
  format: 'vcard',
  extensions: ['vcf', 'vcard', 'ics', 'ical', 'ifb', 'vcs'],
  accepts({ head }: Probe) {
    const start = decodeText(head)?.text ?? ''
    return /^\ufeff?\s*BEGIN:(VCARD|VCALENDAR)\s*[\r\n]/i.test(start)
  },
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const bytes = await source.bytes()
  work.budget.spend('bytes', bytes.length)
  const decoded = decodeText(bytes)
  const raw = decoded && decoded.encoding.startsWith('utf-16') ? Buffer.from(decoded.text) : bytes
  const parts: Piece[] = []
  let fields = 0
  const lines = function* (): Generator<Line> {
    for (const line of contentLines(raw)) {
      work.budget.signal.throwIfAborted()
      fields++
      const file = fileIn(line)
      if (file) parts.push(partOf(line, file, source, parts.length + 1))
      else yield* told(line)
    }
  }
  for await (const page of atLeastOne(source.place, pagesOf(source.place, lines())))
    yield { kind: 'page', page }
  yield* parts
  if (decoded) yield* damageOf(decoded, decoded.text, source.place)
  if (fields > 0 && !/\bEND:(VCARD|VCALENDAR)\s*$/i.test(Buffer.from(raw.subarray(-200)).toString('latin1')))
    yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'vcard.cut-off' } }
}

/** Fields of the program's own, without a message. */
const silent =
  /^(BEGIN|END|VERSION|PRODID|REV|UID|DTSTAMP|CREATED|LAST-MODIFIED|SEQUENCE|METHOD|CALSCALE|TZID|TZOFFSET\w*|RRULE|X-ABUID|X-MS-OLK-\w+|X-MICROSOFT-[\w-]*)$/i

/** The values of a structured field (`N`, `ORG`, `ADR`) stand apart: none runs into the next. */
function* told({ name, value, row, label, parameters }: ContentLine): Generator<Line> {
  if (silent.test(name) && !/[^\0-\x7f]/.test(value)) return
  const said = label ?? name.toUpperCase()
  const at = { line: row }
  const given = parameters.filter((one) => /[^\0-\x7f]/.test(one))
  for (const one of given) yield statedLine(one, { at, part: 'metadata', label: `${said};` })
  const structured = /^(N|ORG|ADR|GENDER|CATEGORIES|NICKNAME|RESOURCES|RELATED|CLIENTPIDMAP)$/i.test(name)
  const pieces = structured ? value.split(/(?<!\\)[;,]/) : [value]
  for (const piece of pieces)
    for (const text of unescaped(piece).split(/\r?\n/))
      if (text.trim()) yield statedLine(text.trim(), { at, label: said })
}

/** RFC 6350, 3.4. */
function unescaped(value: string): string {
  return value.replace(/\\([nN\\,;:])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter))
}

/** A picture, sound, key or attachment written into the card. */
function fileIn(line: ContentLine): { bytes: Uint8Array; type: string } | null {
  if (/^data:/i.test(line.value)) return unpackData(line.value)
  if (!line.isBase64 || line.value.trim() === '') return null
  const type =
    line.parameters.find((one) => /^[\w+/.-]{3,40}$/.test(one) && !/^(b|base64|binary)$/i.test(one)) ?? ''
  return { bytes: fromBase64(line.value).bytes, type: type.toLowerCase() }
}

function partOf(
  { name, row }: ContentLine,
  file: { bytes: Uint8Array; type: string },
  source: Source,
  number: number,
): Piece {
  const isPicture = /^(photo|logo|image)$/i.test(name)
  const extension = /(\w+)$/.exec(file.type)?.[1] ?? 'bin'
  const place = enter(source.place, {
    name: `${name.toLowerCase()}-${number}.${extension}`,
    part: isPicture ? 'picture' : 'attachment',
    label: name.toUpperCase(),
    line: row,
  })
  if (file.bytes.length === 0)
    return { kind: 'gap', cause: 'corrupt', place, detail: { code: 'mail.damaged-part', args: { name } } }
  return { kind: 'part', role: isPicture ? 'picture' : 'attachment', source: memorySource(place, file.bytes) }
}
