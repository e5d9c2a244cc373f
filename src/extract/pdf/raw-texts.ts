/** Text strings of a PDF that no other reader asks for: structure, collections, private data of programs, actions. */
import type { Part } from '../../types.js'
import type { RawObject } from './raw-objects.js'
import { decodeText, stringAt } from './raw-strings.js'

export interface RawText {
  readonly text: string
  readonly part: Part
  /** The key it stands under. */
  readonly label: string
  /** Number of the page object it belongs to. */
  readonly page: number | null
}

/** Structure elements (ISO 32000-1, 14.7.2): words said instead of, or beside, what the page shows. */
const structural: ReadonlySet<string> = new Set(['T', 'E', 'ActualText', 'Alt'])
/** Keys whose words are wanted also where they are plain ASCII. */
const telling: ReadonlySet<string> = new Set(['Desc'])
/** Names, numbers and dates by which programs know things; paths, checksums and certificates. */
const silent: ReadonlySet<string> = new Set(
  (
    'ID IDS Lang DA DS NM M CreationDate ModDate LastModified CheckSum Cert Registry Ordering CharSet Panose ' +
    'Lookup Indexed DeviceRGB DeviceCMYK DeviceGray O U OE UE Perms Style F UF Limits D ByteRange Base URI ' +
    'Dest FontFamily Identity GTS_PDFA1 P'
  ).split(' '),
)
/** Read by PDFium: annotations and fields, outline, properties, layers; fonts and signatures say nothing. */
const readElsewhere =
  /\/Subtype\s*\/(Link|Text|FreeText|Line|Square|Circle|Poly\w+|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink|Popup|FileAttachment|Widget|Redact|Watermark)\b|\/(FT|Kids|Producer|CreationDate|Prev|Next|ByteRange|CIDSystemInfo|FontName|Registry)\b|\/Type\s*\/(OCG|Annot|Sig)\b/
/** UTF-16 or UTF-8 by its byte order mark (7.9.2.2): bytes of any other kind may be no text at all. */
const marked = /^(\xfe\xff|\xff\xfe|\xef\xbb\xbf)/
const hasString = /[(]|<[0-9A-Fa-f]{2}/
const element = /\/Type\s*\/StructElem\b|\/S\s*\/\w+[^]*\/P\s+\d+\s+\d+\s+R/
/** Two letters that follow each other make a word; what has control characters is no text. */
const word = /\p{L}\p{M}*[\s★☆]*\p{L}/u
const noText = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]/

export function textsIn({ text, stream }: RawObject): RawText[] {
  if (!hasString.test(text) || (stream && /\/Type\s*\/(XRef|ObjStm)\b/.test(text))) return []
  if (element.test(text)) return elementTexts(text)
  const elsewhere = readElsewhere.test(text)
  return [...stringsOf(text)].flatMap(({ label, bytes }): RawText[] => {
    if (label === 'JS') return said(bytes, 'code', label)
    if (elsewhere || silent.has(label) || structural.has(label)) return []
    if (!telling.has(label) && !marked.test(bytes)) return []
    return said(bytes, 'metadata', label)
  })
}

function elementTexts(text: string): RawText[] {
  const page = Number(/\/Pg\s+(\d{1,10})\s+\d+\s+R/.exec(text)?.[1] ?? -1)
  // PDFium tells the Alt of what has content on a page.
  const hasContent = /\/K\s*(\d|<<|\[\s*(\d|<<))/.test(text)
  return [...stringsOf(text)].flatMap(({ label, bytes }) => {
    if (!structural.has(label) || (label === 'Alt' && hasContent)) return []
    return said(bytes, 'alt', label).map((each) => ({ ...each, page: page < 0 ? null : page }))
  })
}

function said(bytes: string, part: Part, label: string): RawText[] {
  const text = decodeText(bytes).replaceAll('\0', '').trim()
  return word.test(text) && !noText.test(text) ? [{ text, part, label, page: null }] : []
}

/** Every string with the name before it: its key, also where it stands in an array under that key. */
function* stringsOf(text: string): Generator<{ label: string; bytes: string }> {
  const token = /\/([^\s()<>[\]{}/%]*)|[(]|<<|<|%[^\r\n]*/g
  let label = ''
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[1] !== undefined) label = found[1]
    if (found[0] !== '(' && found[0] !== '<') continue
    const string = stringAt(text, found.index)
    if (!string) return
    token.lastIndex = string.end
    yield { label, bytes: string.bytes }
  }
}
