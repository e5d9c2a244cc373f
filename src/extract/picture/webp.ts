/** WebP chunks (RFC 9649): EXIF, XMP, and where the RIFF ends. */
import { latin, nothing, startsWith, view, type Anatomy } from './anatomy.js'

export function webpAnatomy(bytes: Uint8Array): Anatomy {
  const found = nothing()
  const end = 8 + view(bytes).getUint32(4, true)
  for (let at = 12; at + 8 <= Math.min(end, bytes.length);) {
    const length = view(bytes).getUint32(at + 4, true)
    const type = latin(bytes, at, at + 4)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'EXIF') found.exif.push(startsWith(body, 'Exif\0') ? body.subarray(6) : body)
    if (type === 'XMP ') found.xmp.push(body)
    at += 8 + length + (length & 1)
  }
  return { ...found, end: end <= bytes.length ? end : null }
}
