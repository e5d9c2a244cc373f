/** Property sets of compound files: title, author, keywords, company, and those somebody added ([MS-OLEPS], [MS-OSHARED] 2.3.3). */
import { Bytes, utf16Of } from '../bytes.js'
import { textIn } from '../charset/code-pages.js'
import { hasHan, type LabelledText } from '../xml/text.js'

const SUMMARY = 'e0859ff2f94f6810ab9108002b27b3d9'
const DOCUMENT_SUMMARY = '02d5cdd59c2e1b10939708002b2cf9ae'
const CUSTOM = '05d5cdd59c2e1b10939708002b2cf9ae'

const names: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  [SUMMARY]: {
    2: 'title',
    3: 'subject',
    4: 'author',
    5: 'keywords',
    6: 'comments',
    7: 'template',
    8: 'lastAuthor',
    18: 'application',
  },
  [DOCUMENT_SUMMARY]: {
    2: 'category',
    3: 'presentationFormat',
    12: 'headings',
    13: 'parts',
    14: 'manager',
    15: 'company',
    21: 'hyperlinkBase',
    26: 'contentType',
    27: 'contentStatus',
    28: 'language',
  },
}
/** More properties or parts of one than this were written by no program. */
const MOST = 4_096

interface PropertySet {
  readonly data: Bytes
  readonly codePage: number
}

/** `whole` is false when the stream breaks off or does not hold together. */
export function readPropertySets(bytes: Uint8Array): { found: LabelledText[]; whole: boolean } {
  const data = new Bytes(bytes)
  const found: LabelledText[] = []
  const count = data.uint32(24)
  let whole = data.uint16(0) === 0xfffe && count <= 8 && data.length >= 28 + 20 * count
  for (let index = 0; index < Math.min(count, 8); index++) {
    const format = Buffer.from(data.slice(28 + index * 20, 44 + index * 20)).toString('hex')
    const start = data.uint32(44 + index * 20)
    if (start + 8 > data.length) whole = false
    else if (!readSet(data.part(start, data.length), format, found)) whole = false
  }
  return { found, whole }
}

function readSet(data: Bytes, format: string, found: LabelledText[]): boolean {
  const count = data.uint32(4)
  const listed = Math.min(count, MOST, Math.floor((data.length - 8) / 8))
  const places = new Map<number, number>()
  for (let index = 0; index < listed; index++)
    places.set(data.uint32(8 + index * 8), data.uint32(12 + index * 8))
  const codePage = places.has(1) ? data.uint16(places.get(1)! + 4) : 1252
  const set: PropertySet = { data, codePage }
  const dictionary = places.has(0) ? dictionaryAt(set, places.get(0)!) : new Map<number, string>()
  let whole = listed === count
  for (const [id, at] of places) {
    if (id < 2 || id >= 0x8000_0000) continue
    if (at + 4 > data.length) whole = false
    const label = names[format]?.[id] ?? dictionary.get(id) ?? `property-${id}`
    for (const text of textsAt(set, at))
      if (!/^[\d.,:\s-]*$/.test(text)) found.push({ label, text: text.trim() })
    const name = dictionary.get(id)
    if (format === CUSTOM && name && hasHan(name)) found.push({ label: 'name', text: name })
  }
  return whole
}

function dictionaryAt({ data, codePage }: PropertySet, start: number): Map<number, string> {
  const known = new Map<number, string>()
  const wide = codePage === 1200
  let at = start + 4
  for (let left = Math.min(data.uint32(start), MOST); left > 0 && at + 8 <= data.length; left--) {
    const length = data.uint32(at + 4) * (wide ? 2 : 1)
    const bytes = data.slice(at + 8, at + 8 + length)
    known.set(data.uint32(at), ended(textIn(codePage, bytes)))
    at += 8 + length
    if (wide) at += -length & 3
  }
  return known
}

/** Texts of a typed value, of all its members for a vector (2.15). */
function textsAt(set: PropertySet, start: number): string[] {
  const type = set.data.uint16(start)
  if ((type & 0xf000) !== 0x1000) return [textOf(set, type, start + 4).text]
  const texts: string[] = []
  const member = type & 0xfff
  let at = start + 8
  for (let left = Math.min(set.data.uint32(start + 4), MOST); left > 0 && at < set.data.length; left--) {
    const own = member === 12 ? set.data.uint16(at) : member
    const value = textOf(set, own, member === 12 ? at + 4 : at)
    texts.push(value.text)
    at = value.end + (member === 12 ? -(value.end - at) & 3 : 0)
  }
  return texts
}

/** VT_BSTR, VT_LPSTR, VT_LPWSTR; other types carry no words. */
function textOf({ data, codePage }: PropertySet, type: number, at: number): { text: string; end: number } {
  const count = data.uint32(at)
  if (type === 31) return { text: ended(data.utf16(at + 4, count)), end: at + 4 + ((2 * count + 3) & ~3) }
  if (type !== 30 && type !== 8) return { text: '', end: at + 4 }
  const bytes = data.slice(at + 4, at + 4 + count)
  return { text: ended(codePage === 1200 ? utf16Of(bytes) : textIn(codePage, bytes)), end: at + 4 + count }
}

const ended = (text: string): string => text.replace(/\0.*$/s, '')
