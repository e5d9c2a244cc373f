/** Which picture format some bytes are, by their magic. */
export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff' | 'bmp' | 'avif'

const starts = (bytes: Uint8Array, magic: string, offset = 0) =>
  [...magic].every((letter, at) => bytes[offset + at] === letter.charCodeAt(0))

/** Sizes of the information header: OS/2 1 and 2, Windows 3, 4, 5, and two Adobe variants. */
const bmpHeaders = new Set([12, 16, 40, 52, 56, 64, 108, 124])

export function pictureKind(head: Uint8Array): PictureFormat | null {
  if (starts(head, '\x89PNG\r\n\x1a\n')) return 'png'
  if (starts(head, '\xff\xd8\xff')) return 'jpeg'
  if (starts(head, 'GIF87a') || starts(head, 'GIF89a')) return 'gif'
  if (starts(head, 'RIFF') && starts(head, 'WEBP', 8)) return 'webp'
  if (isTiff(head)) return 'tiff'
  if (starts(head, 'BM') && bmpHeaders.has(head[14]!) && head[15] === 0 && head[16] === 0 && head[17] === 0)
    return 'bmp'
  return isAvif(head) ? 'avif' : null
}

/** TIFF 6.0 and BigTIFF; not the raw files of cameras that begin alike (CR2 says so at byte 8). */
function isTiff(head: Uint8Array): boolean {
  const plain = starts(head, 'II*\0') || starts(head, 'MM\0*')
  return (plain && !starts(head, 'CR', 8)) || starts(head, 'II+\0') || starts(head, 'MM\0+')
}

/** ISO/IEC 23000-12 brands: `avif` pictures, `avis` sequences. */
function isAvif(head: Uint8Array): boolean {
  if (!starts(head, 'ftyp', 4)) return false
  const length = Math.min(head.length, head[2]! * 256 + head[3]!)
  for (let at = 8; at + 4 <= length; at += 4) {
    if (at !== 12 && (starts(head, 'avif', at) || starts(head, 'avis', at))) return true
  }
  return false
}
