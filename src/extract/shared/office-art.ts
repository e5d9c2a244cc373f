/** Drawings of old Office documents: words on shapes and pictures in them ([MS-ODRAW]). */
import { inflateSync } from 'node:zlib'
import type { Bytes } from './bytes.js'
import type { Labelled } from './xml-text.js'

/** Records of [MS-ODRAW] 2.2.1 and [MS-PPT] 2.3.1: version and instance, type, length. */
export interface ArtRecord {
  readonly version: number
  readonly instance: number
  readonly type: number
  /** Where the content begins and ends in the bytes given. */
  readonly start: number
  readonly end: number
  readonly depth: number
}
export interface ArtPicture {
  readonly extension: string
  readonly bytes: Uint8Array
}
export interface Art {
  readonly texts: readonly Labelled[]
  readonly pictures: readonly ArtPicture[]
  /** Pictures that lie elsewhere, by offset in the document's delay stream. */
  readonly delayed: readonly number[]
  readonly damaged: boolean
}

const HEADER = 8
/** More levels or records than these were made by no program. */
const DEEPEST = 64
const MOST_RECORDS = 2_000_000

/** In the order of the file, containers before what they hold. Ends where lengths no longer make sense. */
export function* artRecords(bytes: Bytes, from = 0, to = bytes.length): Generator<ArtRecord, boolean> {
  const ends: number[] = [to]
  let whole = true
  let count = 0
  for (let at = from; at + HEADER <= to;) {
    while (ends.length > 1 && at >= ends.at(-1)!) ends.pop()
    const head = bytes.uint16(at)
    const start = at + HEADER
    const stated = start + bytes.uint32(at + 4)
    const end = Math.min(stated, ends.at(-1)!)
    if (stated > ends.at(-1)!) whole = false
    const record = { version: head & 15, instance: head >> 4, type: bytes.uint16(at + 2), start, end }
    yield { ...record, depth: ends.length }
    if (++count > MOST_RECORDS) return false
    if (record.version !== 15 || ends.length >= DEEPEST) at = end
    else {
      ends.push(end)
      at = start
    }
  }
  return whole
}

/** `at` a record that begins there. */
export function artOf(bytes: Bytes, from = 0, to = bytes.length): Art {
  const art = {
    texts: [] as Labelled[],
    pictures: [] as ArtPicture[],
    delayed: [] as number[],
    damaged: false,
  }
  const records = artRecords(bytes, from, to)
  for (let next = records.next(); ; next = records.next()) {
    if (next.done) {
      art.damaged ||= !next.value
      return art
    }
    const record = next.value
    if (isProperties(record)) art.texts.push(...propertyTexts(bytes, record))
    else if (record.type === 0xf007) takeEntry(bytes, record, art)
    else if (isBlip(record)) takeBlip(bytes, record, art)
  }
}

export const isBlip = ({ type }: ArtRecord): boolean => type >= 0xf018 && type <= 0xf117
export const isProperties = ({ type }: ArtRecord): boolean =>
  type === 0xf00b || type === 0xf121 || type === 0xf122

/** OfficeArtFBSE (2.2.32): the picture itself, or where it lies. */
function takeEntry(
  bytes: Bytes,
  { start, end }: ArtRecord,
  art: { pictures: ArtPicture[]; delayed: number[]; damaged: boolean },
): void {
  const size = bytes.uint32(start + 20)
  const offset = bytes.uint32(start + 28)
  const inside = start + 36 + bytes.uint8(start + 33)
  if (inside + HEADER <= end) {
    const { pictures, damaged } = artOf(bytes, inside, end)
    art.pictures.push(...pictures)
    art.damaged ||= damaged
  } else if (size > 0 && offset !== 0xffffffff) art.delayed.push(offset)
}

function takeBlip(bytes: Bytes, record: ArtRecord, art: { pictures: ArtPicture[]; damaged: boolean }): void {
  const picture = blipOf(bytes, record)
  if (picture) art.pictures.push(picture)
  else art.damaged = true
}

const metafiles: Readonly<Record<number, string>> = { 0xf01a: 'emf', 0xf01b: 'wmf', 0xf01c: 'pict' }
const bitmaps: Readonly<Record<number, string>> = {
  0xf01d: 'jpg',
  0xf01e: 'png',
  0xf01f: 'dib',
  0xf029: 'tif',
  0xf02a: 'jpg',
}
const MOST_METAFILE = 256 * 1024 * 1024

/** OfficeArtBlip (2.2.23): one or two digests, a head, the picture; null: damaged. */
export function blipOf(bytes: Bytes, { type, instance, start, end }: ArtRecord): ArtPicture | null {
  const digests = start + (instance & 1 ? 32 : 16)
  const metafile = metafiles[type]
  if (metafile) {
    const data = bytes.slice(digests + 34, end)
    if (bytes.uint8(digests + 32) === 0xfe) return { extension: metafile, bytes: data }
    try {
      return { extension: metafile, bytes: inflateSync(data, { maxOutputLength: MOST_METAFILE }) }
    } catch {
      return null
    }
  }
  const extension = bitmaps[type]
  return extension
    ? { extension, bytes: bytes.slice(digests + 1, end) }
    : { extension: 'bin', bytes: bytes.slice(start, end) }
}

/** Properties that hold words (2.3): their numbers and how they are told. */
const worded: Readonly<Record<number, string>> = {
  0x00c0: 'wordArt',
  0x0105: 'pictureName',
  0x0380: 'name',
  0x0381: 'alt',
  0x038d: 'tooltip',
}

/** OfficeArtFOPT (2.2.9): numbers first, then the data of those that have some, in the same order. */
export function propertyTexts(bytes: Bytes, { instance, start, end }: ArtRecord): Labelled[] {
  const found: Labelled[] = []
  let data = start + 6 * instance
  for (let index = 0; index < instance && start + 6 * index + 6 <= end; index++) {
    const id = bytes.uint16(start + 6 * index)
    if (!(id & 0x8000)) continue
    const size = bytes.uint32(start + 6 * index + 2)
    const label = worded[id & 0x3fff]
    const text = label ? bytes.utf16(data, Math.min(size, end - data) >> 1).replace(/\0.*$/s, '') : ''
    if (label && text.trim()) found.push({ label, text: text.trim() })
    data += size
  }
  return found
}

/** A number stated by a property of the shape; undefined: none. */
export function propertyNumber(
  bytes: Bytes,
  { instance, start, end }: ArtRecord,
  wanted: number,
): number | undefined {
  for (let index = 0; index < instance && start + 6 * index + 6 <= end; index++) {
    const id = bytes.uint16(start + 6 * index)
    if ((id & 0xbfff) === wanted) return bytes.uint32(start + 6 * index + 2)
  }
  return undefined
}
