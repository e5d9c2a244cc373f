/** Reads what was brought out from under a wash; once more, brought out otherwise, where it does not read well. */
import type { Box, OcrReader, Raster, RecognisedPage } from '../../types.js'
import { recover } from './recover.js'
import type { Cutting, Wash } from './recover.js'

/** What was read, and the picture it was read in. */
export interface Recovered {
  readonly shown: Cutting
  readonly sheet: RecognisedPage
}

const ways: readonly Wash[] = ['rank', 'row']
/** A reading as sure as this stands; another must be surer by so much. */
const [GOOD, BETTER] = [0.95, 0.01]

/** The surer reading; null where nothing can be left to read. `box` in pixels of the raster. */
export async function readRecovered(
  raster: Raster,
  box: Box,
  kind: string,
  reader: OcrReader,
  signal: AbortSignal,
): Promise<Recovered | null> {
  let best: Recovered | null = null
  for (const way of ways) {
    const shown = recover(raster, box, kind, way)
    if (!shown || (best && sureness(best.sheet) >= GOOD)) break
    const sheet = await reader.read(shown, signal)
    if (!best || sureness(sheet) > sureness(best.sheet) + BETTER) best = { shown, sheet }
  }
  return best
}

/** Mean confidence of the characters, 0-1. */
function sureness({ lines }: RecognisedPage): number {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0)
  const sure = lines.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
  return length === 0 ? 0 : sure / length
}
