/** Captions, values, names and tips out of the streams of Forms 2.0 controls ([MS-OFORMS]). */
import { Bytes } from '../bytes.js'
import { textIn } from '../charset/code-pages.js'
import { commonShare } from '../charset/scores.js'
import { type Layout, layouts } from './form-layouts.js'
import { wideWords } from './wide-words.js'

export interface FormStrings {
  readonly found: readonly string[]
  /** Pictures that controls show, as files. */
  readonly pictures: readonly Uint8Array[]
  /** False: the stream ends before its first structure does. */
  readonly whole: boolean
}

/** Minor version, major version, count of bytes. */
const HEAD = 4
const MOST_STRINGS = 20_000
/** `{0BE35204-8F91-11CE-9DE3-00AA004BB851}` and the preamble before a picture (2.4.8, 2.4.13). */
const pictureMark = Buffer.from('0452e30b918fce119de300aa004bb8516c740000', 'hex')
/** COUNT_OF_BYTES_WITH_COMPRESSION_FLAG (2.4.14): set where the upper half of each letter is left out. */
const COMPRESSED = 0x80000000

/** True: the bytes begin as the properties of a control or a form do. */
export function isFormStream(head: Uint8Array): boolean {
  const data = new Bytes(head)
  const version = data.uint16(0)
  return (version === 0x0200 || version === 0x0400) && data.uint16(2) >= 4
}

/** Where structures are not understood, words are looked for letter by letter. */
export function formStrings(bytes: Uint8Array): FormStrings {
  const data = new Bytes(bytes)
  const found: string[] = []
  const pictures: Uint8Array[] = []
  let loose = 0
  for (let at = 0; at + HEAD + 4 <= data.length && found.length < MOST_STRINGS;) {
    const read = structureAt(data, at) ?? pictureAt(data, at)
    if (!read) {
      at++
      continue
    }
    found.push(...looseWords(data.slice(loose, at)), ...read.found)
    if (read.picture) pictures.push(read.picture)
    at = loose = read.end
  }
  found.push(...looseWords(data.slice(loose, data.length)))
  const said = [...new Set(found.map((text) => text.trim()))].filter(Boolean)
  return { found: said, pictures, whole: HEAD + data.uint16(2) <= data.length }
}

interface Read {
  readonly found: readonly string[]
  readonly picture?: Uint8Array
  readonly end: number
}

/** The strings of a structure of any known layout that fills its count of bytes exactly; null: none does. */
function structureAt(data: Bytes, at: number): Read | null {
  const end = at + HEAD + data.uint16(at + 2)
  const version = data.uint16(at)
  if (end > data.length || end < at + HEAD + 4) return null
  for (const layout of layouts) {
    const found = layout.version === version ? stringsOf(data, at + HEAD, end, layout) : null
    // Zeros and small numbers look like a site without words anywhere.
    if (found && (version !== 0 || found.some(Boolean))) return { found: layout.silent ? [] : found, end }
  }
  return null
}

function stringsOf(data: Bytes, from: number, end: number, layout: Layout): string[] | null {
  const mask = BigInt(data.uint32(from)) | (layout.mask === 8 ? BigInt(data.uint32(from + 4)) << 32n : 0n)
  if (mask === 0n || mask >> BigInt(layout.properties.length) !== 0n) return null
  let at = from + layout.mask
  const extra: ('size' | { count: number; many: boolean })[] = []
  for (const [bit, property] of layout.properties.entries()) {
    if (!(mask & (1n << BigInt(bit))) || property === 0) continue
    if (property === 'size') extra.push('size')
    else {
      const room = typeof property === 'number' ? property : 4
      at = from + aligned(at - from, room)
      if (typeof property === 'string') extra.push({ count: data.uint32(at), many: property === 'strings' })
      at += room
    }
  }
  return behind(data, from + aligned(at - from, 4), end, extra)
}

/** The letters behind the data block, each string filled up to four bytes. */
function behind(
  data: Bytes,
  from: number,
  end: number,
  extra: readonly ('size' | { count: number; many: boolean })[],
): string[] | null {
  let at = from
  const found: string[] = []
  for (const item of extra) {
    const length = item === 'size' ? 8 : item.count & ~COMPRESSED
    if (length < 0 || at + length > end) return null
    if (item !== 'size')
      found.push(...(item.many ? listed(data, at, at + length) : [letters(data, at, item.count)]))
    at += aligned(length, 4)
  }
  return at === end ? found : null
}

function listed(data: Bytes, from: number, end: number): string[] {
  const found: string[] = []
  for (let at = from; at + 4 <= end;) {
    const count = data.uint32(at)
    const length = count & ~COMPRESSED
    if (length < 0 || at + 4 + length > end) break
    found.push(letters(data, at + 4, count))
    at += 4 + aligned(length, 4)
  }
  return found
}

function letters(data: Bytes, at: number, count: number): string {
  const length = count & ~COMPRESSED
  const text = count & COMPRESSED ? narrow(data.slice(at, at + length)) : data.utf16(at, length >> 1)
  return text.replace(/\0+/g, '')
}

/** Letters of one byte; of a Chinese code page where they make sense there. */
function narrow(bytes: Uint8Array): string {
  const chinese = textIn(936, bytes)
  return chinese.includes('\ufffd') ? Buffer.from(bytes).toString('latin1') : chinese
}

/** Words among bytes of no known layout. */
function looseWords(bytes: Uint8Array): string[] {
  if (bytes.length < HEAD) return []
  const printable =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/[\x20-\x7e\xa1-\xfe]{4,}/g) ?? []
  const chinese = printable.map((run) => narrow(Buffer.from(run, 'latin1')))
  const kept = chinese.filter((text) =>
    /^[\x20-\x7e]+$/.test(text) ? /[A-Za-z]{4}/.test(text) : commonShare(text) >= 0.2,
  )
  return [...wideWords(bytes), ...kept]
}

/** `VBFrame` ([MS-OVBA] 2.3.5): properties of a form as text in the code page of the project. */
export function frameWords(bytes: Uint8Array): string[] {
  return [...narrow(bytes).matchAll(/=\s*"((?:[^"\r\n]|"")*)"/g)].map(([, text]) => text!).filter(Boolean)
}

/** A picture as the file it is, cut off where the stream ends. */
function pictureAt(data: Bytes, at: number): Read | null {
  const start = at + pictureMark.length + 4
  if (data.uint32(at) !== pictureMark.readUInt32LE(0) || start > data.length) return null
  if (pictureMark.compare(data.slice(at, start - 4)) !== 0) return null
  const picture = data.slice(start, start + data.uint32(start - 4))
  return { found: [], end: start + picture.length, ...(picture.length > 0 && { picture }) }
}

const aligned = (at: number, to: number): number => Math.ceil(at / to) * to
