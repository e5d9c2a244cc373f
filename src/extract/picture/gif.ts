/** GIF89a blocks: comments, plain text, XMP, and where the image ends. */
import { Buffer } from 'node:buffer'
import { latin, nothing, type Anatomy, type PictureMetadata } from './anatomy.js'

const TRAILER = 0x3b
const EXTENSION = 0x21
const IMAGE = 0x2c

const tableLength = (packed: number) => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0)

export function gifAnatomy(bytes: Uint8Array): Anatomy {
  const found = nothing()
  let at = 13 + tableLength(bytes[10] ?? 0)
  while (at < bytes.length) {
    const kind = bytes[at]
    if (kind === TRAILER) return { ...found, end: at + 1 }
    if (kind === EXTENSION) at = extension(found, bytes, at)
    else if (kind === IMAGE) at = endOfBlocks(bytes, at + 11 + tableLength(bytes[at + 9] ?? 0))
    else break
  }
  return { ...found, end: null }
}

function extension(found: PictureMetadata, bytes: Uint8Array, at: number): number {
  const label = bytes[at + 1]
  const first = at + 3 + (bytes[at + 2] ?? 0)
  if (label === 0xfe) found.fields.push({ label: 'GIF comment', bytes: blocks(bytes, at + 2) })
  if (label === 0x01) found.fields.push({ label: 'GIF plain text', bytes: blocks(bytes, first) })
  const end = endOfBlocks(bytes, at + 2)
  // XMP stands undivided in its extension, with a 258-byte "magic trailer" after it (Adobe XMP part 3, 1.1.2).
  if (label === 0xff && latin(bytes, at + 3, at + 14) === 'XMP DataXMP')
    found.xmp.push(bytes.subarray(first, end - 258))
  return end
}

function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1
  return at + 1
}

function blocks(bytes: Uint8Array, from: number): Uint8Array {
  const parts: Uint8Array[] = []
  for (let at = from; at < bytes.length && bytes[at] !== 0; at += bytes[at]! + 1) {
    parts.push(bytes.subarray(at + 1, at + 1 + bytes[at]!))
  }
  return Buffer.concat(parts)
}
