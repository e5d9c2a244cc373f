/** Pictures already read: the logo on every page of a yearbook is looked at once. */
import { createHash } from 'node:crypto'
import type { OcrReader, Raster, RecognisedPage } from '../types.js'

/** Hashing larger pictures would cost memory traffic for pages that hardly ever repeat. */
const MOST_PIXELS = 1_000_000
const KEPT = 256

/** The same pixels give the same sheet, whichever page they stand on; the oldest are forgotten first. */
export function remembering(reader: OcrReader): OcrReader {
  const sheets = new Map<string, RecognisedPage>()
  const read = async (raster: Raster, signal: AbortSignal): Promise<RecognisedPage> => {
    if (raster.width * raster.height > MOST_PIXELS) return reader.read(raster, signal)
    const key = `${raster.width}×${createHash('sha1').update(raster.rgba).digest('base64')}`
    const known = sheets.get(key)
    if (known) return known
    const sheet = await reader.read(raster, signal)
    if (sheets.size >= KEPT) sheets.delete(sheets.keys().next().value!)
    sheets.set(key, sheet)
    return sheet
  }
  return { ...reader, read, close: () => reader.close() }
}
