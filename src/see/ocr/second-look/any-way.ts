/** Reads a strip whichever way up its letters stand. */
import { plainly } from '../look.js'
import type { PageRecogniser, RecognitionSettings, StripReading } from '../look.js'
import { turnStrip } from '../strip/strip.js'
import type { Strip } from '../strip/strip.js'

/** A reading as sure as this needs no other. */
const plain = 0.92
/** A strip longer than this, in thicknesses, is read along its longer side alone. */
const oblong = 1.6

/** The surest of the readings in two or four directions, the likeliest first. */
export async function readAnyWay(
  look: PageRecogniser,
  strip: Strip,
  manner: RecognitionSettings = plainly,
): Promise<StripReading> {
  let best: StripReading | null = null
  for (const quarters of waysOf(strip)) {
    const read = await look.read(turnStrip(strip, quarters), manner)
    if (!best || read.reading.confidence > best.reading.confidence) best = read
    if (best.reading.confidence >= plain) break
  }
  return best!
}

/** Quarter turns that lay the strip along its letters; text leans up or down more often than it stands on its head. */
function waysOf({ length, thickness }: Strip): number[] {
  if (length > oblong * thickness) return [0, 2]
  return thickness > oblong * length ? [3, 1] : [0, 3, 1, 2]
}
