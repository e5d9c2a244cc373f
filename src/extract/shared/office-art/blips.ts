/** Pictures in drawings of old Office documents ([MS-ODRAW] 2.2.23). */
import { inflateSync } from 'node:zlib'
import type { ArtRecord } from './records.js'
import type { Bytes } from '../bytes.js'

export interface ArtPicture {
  readonly extension: string
  readonly bytes: Uint8Array
}
export const isBlip = ({ type }: ArtRecord): boolean => type >= 0xf018 && type <= 0xf117

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
