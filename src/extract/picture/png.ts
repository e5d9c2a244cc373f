/** PNG chunks (W3C PNG, third edition): tEXt, zTXt, iTXt, eXIf, animation frames, and where the image ends. */
import { Buffer } from 'node:buffer'
import { inflateRawSync, inflateSync } from 'node:zlib'
import { latin, nothing, startsWith, view, type Anatomy, type PictureMetadata } from './anatomy.js'
import { iptcOf } from './iptc.js'

/** Bytes a text chunk may unpack to; one that is longer counts as damaged. */
const LONGEST_TEXT = 4 * 1024 * 1024

export interface PngChunk {
  readonly type: string
  readonly body: Uint8Array
  /** Of the whole chunk, length and CRC included. */
  readonly start: number
  readonly end: number
}
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  for (let start = 8; start + 12 <= bytes.length;) {
    const length = view(bytes).getUint32(start)
    const end = start + 12 + length
    if (end > bytes.length) return
    yield { type: latin(bytes, start + 4, start + 8), body: bytes.subarray(start + 8, end - 4), start, end }
    start = end
  }
}

export function pngAnatomy(bytes: Uint8Array): Anatomy {
  const found = nothing()
  let damaged = false
  let end: number | null = null
  for (const chunk of pngChunks(bytes)) {
    if (chunk.type === 'eXIf') found.exif.push(chunk.body)
    if (/^(tEXt|zTXt|iTXt)$/.test(chunk.type)) damaged = !keepText(found, chunk) || damaged
    if (chunk.type === 'IEND') end = chunk.end
    if (end !== null) break
  }
  return { ...found, end, damaged }
}

function keepText(found: PictureMetadata, { type, body }: PngChunk): boolean {
  const split = body.indexOf(0)
  if (split < 0) return true
  const keyword = latin(body, 0, split)
  const text = textBytes(type, body.subarray(split + 1))
  if (text === null) return false
  if (keyword === 'XML:com.adobe.xmp') found.xmp.push(text)
  else if (keyword.startsWith('Raw profile type ')) keepProfile(found, keyword.slice(17), text)
  else found.fields.push({ label: keyword, bytes: unescaped(text) })
  return true
}

/** After the keyword's NUL. zTXt: method, data. iTXt: flag, method, language NUL, translated keyword NUL, data. */
function textBytes(type: string, rest: Uint8Array): Uint8Array | null {
  if (type === 'tEXt') return rest
  if (type === 'zTXt') return unpack(rest.subarray(1))
  const language = rest.indexOf(0, 2)
  const translated = rest.indexOf(0, language + 1)
  if (language < 0 || translated < 0) return null
  const data = rest.subarray(translated + 1)
  return rest[0] === 1 ? unpack(data) : data
}

/** Deflate with its zlib header (PNG 10.3), or without it as diagrams.net writes the model of its drawing. */
function unpack(data: Uint8Array): Uint8Array | null {
  for (const inflate of [inflateSync, inflateRawSync]) {
    try {
      return inflate(data, { maxOutputLength: LONGEST_TEXT })
    } catch {
      continue
    }
  }
  return null
}

/** diagrams.net writes its models as they stand in a web address. */
function unescaped(text: Uint8Array): Uint8Array {
  if (latin(text, 0, 3) !== '%3C') return text
  try {
    return Buffer.from(decodeURIComponent(latin(text)))
  } catch {
    return text
  }
}

/** ImageMagick writes EXIF, IPTC and XMP as lines of hexadecimal digits after a name and a length. */
function keepProfile(found: PictureMetadata, name: string, text: Uint8Array): void {
  const [, , , ...digits] = latin(text).split('\n')
  const bytes = Buffer.from(digits.join(''), 'hex')
  if (/^(exif|APP1)$/.test(name)) {
    if (startsWith(bytes, 'http://ns.adobe.com/xap/')) found.xmp.push(bytes.subarray(29))
    else found.exif.push(startsWith(bytes, 'Exif\0') ? bytes.subarray(6) : bytes)
  }
  if (name === 'iptc' || name === '8bim') found.iptc.push(...iptcOf(bytes))
  if (name === 'xmp') found.xmp.push(bytes)
}
