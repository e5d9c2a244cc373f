/** JPEG segments (ITU-T T.81 annex B): comments, APP1 EXIF and XMP, APP13 IPTC, and where the image ends. */
import { latin, nothing, startsWith, view, type Anatomy, type PictureMetadata } from './anatomy.js'
import { iptcOf } from './iptc.js'

const EOI = 0xd9
const SOS = 0xda
const COM = 0xfe
const XMP = 'http://ns.adobe.com/xap/1.0/\0'
const XMP_MORE = 'http://ns.adobe.com/xmp/extension/\0'
/** After the signature: 32 letters of digest, full length, offset. */
const XMP_MORE_HEAD = XMP_MORE.length + 40

export function jpegAnatomy(bytes: Uint8Array): Anatomy {
  const found = nothing()
  const more: Uint8Array[] = []
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      at = nextMarker(bytes, at)
      continue
    }
    const marker = bytes[at + 1]!
    if (marker === EOI) return { ...withMore(found, more), end: at + 2 }
    if (marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = view(bytes).getUint16(at + 2)
    keep(found, more, marker, bytes.subarray(at + 4, at + 2 + length))
    at += 2 + Math.max(2, length)
    if (marker === SOS) at = nextMarker(bytes, at)
  }
  const ended = bytes[at] === 0xff && bytes[at + 1] === EOI
  return { ...withMore(found, more), end: ended ? at + 2 : null }
}

/** The next marker that is no stuffed byte and no restart marker. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1]
    if (code === undefined) break
    if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return at
  }
  return bytes.length
}

function keep(found: PictureMetadata, more: Uint8Array[], marker: number, body: Uint8Array): void {
  if (marker === COM) found.fields.push({ label: 'JPEG comment', bytes: body })
  if (marker === 0xe1 && startsWith(body, 'Exif\0')) found.exif.push(body.subarray(6))
  if (marker === 0xe1 && startsWith(body, XMP)) found.xmp.push(body.subarray(XMP.length))
  if (marker === 0xe1 && startsWith(body, XMP_MORE)) more.push(body.subarray(XMP_MORE_HEAD))
  if (marker === 0xed && startsWith(body, 'Photoshop 3.0\0')) found.iptc.push(...iptcOf(body.subarray(14)))
  if (marker === 0xec && startsWith(body, 'Ducky')) found.fields.push(...duckyFields(body))
}

/** Extended XMP (Adobe XMP part 3, 1.1.3.1) is one packet over several segments. */
function withMore(found: PictureMetadata, more: readonly Uint8Array[]): PictureMetadata {
  if (more.length > 0) found.xmp.push(Uint8Array.from(Buffer.concat(more)))
  return found
}

/** Photoshop "Save for Web": tag 2 is the comment, tag 3 the copyright, both UTF-16BE after a length. */
function duckyFields(body: Uint8Array): { label: string; bytes: Uint8Array }[] {
  const fields: { label: string; bytes: Uint8Array }[] = []
  for (let at = 5; at + 4 <= body.length;) {
    const tag = view(body).getUint16(at)
    const length = view(body).getUint16(at + 2)
    const text = body.subarray(at + 8, at + 4 + length)
    if (tag === 2 || tag === 3) {
      fields.push({
        label: tag === 2 ? 'Ducky comment' : 'Ducky copyright',
        bytes: Buffer.concat([Buffer.from([0xfe, 0xff]), text]),
      })
    }
    if (tag === 0 || latin(body, at, at + 2) === '') break
    at += 4 + length
  }
  return fields
}
