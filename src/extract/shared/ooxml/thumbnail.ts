/** The small picture of its first page that a document carries: too small to read it says nothing, larger it is read. */
import { innermost } from '../../../place.js'
import type { Piece, Place, Source } from '../../../types.js'

/** Pixels of the longer side from which print of a page, 16 points on A4, is about twelve pixels high and read surely. */
export const READABLE_THUMBNAIL = 600

/** `open`: the entry as a part of that kind; `bytes`: what it holds. */
export async function documentThumbnail(
  open: (role: 'picture' | 'attachment') => Source,
  bytes: Uint8Array,
): Promise<Piece> {
  if (!looksLikePicture(bytes)) return { kind: 'part', role: 'attachment', source: open('attachment') }
  const source = open('picture')
  if (await isReadable(bytes))
    return { kind: 'part', role: 'picture', source: { ...source, hiddenBy: 'thumbnail' } }
  const { part: _part, ...step } = innermost(source.place)
  return {
    kind: 'inert',
    place: [...source.place.slice(0, -1), step] as unknown as Place,
    detail: { code: 'docx.thumbnail' },
  }
}

/** Metafiles are drawn at any size; programs write them no larger than a hand, and their print is outlines. */
async function isReadable(bytes: Uint8Array): Promise<boolean> {
  if (!isRaster(bytes)) return false
  try {
    const { lookAt } = await import('../../../pixels/sharp.js')
    const { width, height } = await lookAt(bytes)
    return Math.max(width, height) >= READABLE_THUMBNAIL
  } catch {
    // What cannot be looked at is told by the reader of pictures.
    return true
  }
}

const isRaster = (bytes: Uint8Array): boolean => /^(\xff\xd8\xff|\x89PNG\r\n)/.test(startOf(bytes))

/** JPEG, PNG, EMF ([MS-EMF] 2.3.4.2), placeable WMF ([MS-WMF] 2.3.2.3). */
function looksLikePicture(bytes: Uint8Array): boolean {
  const start = startOf(bytes)
  return isRaster(bytes) || start.startsWith('\xd7\xcd\xc6\x9a') || start.slice(40) === ' EMF'
}

const startOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 44)).toString('latin1')
