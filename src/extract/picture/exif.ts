/** Text in TIFF and EXIF tags (EXIF 2.32, Windows XP tags), and the thumbnail of IFD1. */
import { Buffer } from 'node:buffer'
import { latin, type RawField } from './anatomy.js'
import { readIfds, type Ifd, type IfdTag } from './ifd.js'

const ASCII = 2
const UTF8 = 129
const NAMES: Readonly<Record<number, string>> = {
  269: 'DocumentName',
  270: 'ImageDescription',
  271: 'Make',
  272: 'Model',
  285: 'PageName',
  305: 'Software',
  315: 'Artist',
  316: 'HostComputer',
  333: 'InkNames',
  337: 'TargetPrinter',
  33432: 'Copyright',
  0x9c9b: 'XPTitle',
  0x9c9c: 'XPComment',
  0x9c9d: 'XPAuthor',
  0x9c9e: 'XPKeywords',
  0x9c9f: 'XPSubject',
  0x9286: 'UserComment',
  0xa430: 'CameraOwnerName',
  0x001b: 'GPSProcessingMethod',
  0x001c: 'GPSAreaInformation',
}
const EXIF_IFD = 0x8769
const GPS_IFD = 0x8825
const THUMBNAIL_AT = 0x0201
const THUMBNAIL_LENGTH = 0x0202
/** EXIF 2.32, 4.6.5: an eight-byte name of the character code comes first. */
const isCoded = (tag: number) => tag === 0x9286 || tag === 0x001b || tag === 0x001c

export interface Exif {
  readonly fields: readonly RawField[]
  readonly thumbnail: Uint8Array | null
}

export function readExif(block: Uint8Array): Exif {
  const read = readIfds(block)
  if (!read) return { fields: [], thumbnail: null }
  const ifds = read.ifds.slice(0, 8)
  const inner = ifds.flatMap(({ tags }) =>
    [EXIF_IFD, GPS_IFD].map((tag) => read.at(tags.get(tag)?.numbers[0] ?? 0)),
  )
  const all = [...ifds, ...inner.filter((ifd) => ifd !== null)]
  return { fields: all.flatMap((ifd) => textTags(ifd, read.little)), thumbnail: thumbnailOf(block, ifds[1]) }
}

/** The known text tags, and any other ASCII tag that is not ASCII. */
export function textTags(ifd: Ifd, little: boolean): RawField[] {
  const fields: RawField[] = []
  for (const [number, tag] of ifd.tags) {
    const isOdd = tag.type === ASCII && tag.bytes.some((byte) => byte >= 0x80)
    const label = NAMES[number] ?? (isOdd ? `tag ${number}` : null)
    if (label) fields.push({ label, bytes: valueOf(number, tag, little) })
  }
  return fields
}

function valueOf(number: number, tag: IfdTag, little: boolean): Uint8Array {
  if (number >= 0x9c9b && number <= 0x9c9f) return wide(tag.bytes, true)
  if (!isCoded(number) || tag.type === ASCII || tag.type === UTF8) return tag.bytes
  const rest = tag.bytes.subarray(8)
  if (!latin(tag.bytes, 0, 7).startsWith('UNICODE')) return rest
  const marked = rest[0]! + rest[1]! === 0x1fd
  return marked ? rest : wide(rest, looksLittle(rest) ?? little)
}

/** Writers disagree on the byte order of UNICODE comments; NULs tell it where there are any. */
function looksLittle(bytes: Uint8Array): boolean | null {
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  return even === odd ? null : odd > even
}

/** UTF-16 with the byte order mark it lacks. */
function wide(bytes: Uint8Array, little: boolean): Uint8Array {
  return Buffer.concat([
    Buffer.from(little ? [0xff, 0xfe] : [0xfe, 0xff]),
    bytes.subarray(0, bytes.length & ~1),
  ])
}

function thumbnailOf(block: Uint8Array, second: Ifd | undefined): Uint8Array | null {
  const start = second?.tags.get(THUMBNAIL_AT)?.numbers[0]
  const length = second?.tags.get(THUMBNAIL_LENGTH)?.numbers[0]
  if (!start || !length || start + length > block.length) return null
  return block.subarray(start, start + length)
}
