/** The page of a drawing as diagrams.net packs it into its XML: deflated, in base64. */
import { Buffer } from 'node:buffer'
import { inflateRawSync } from 'node:zlib'

/** Bytes a drawing may unpack to; one that is longer stays as it is stored. */
const LONGEST = 16 * 1024 * 1024

/** Null where the text is no packed drawing. */
export function unpackedDrawing(stored: string): string | null {
  const packed = stored.trim()
  if (packed.length < 8 || !/^[A-Za-z0-9+/\s]+=*$/.test(packed)) return null
  try {
    const text = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: LONGEST }).toString('utf8')
    return text.startsWith('%3C') ? decodeURIComponent(text) : text
  } catch {
    return null
  }
}
