/** Reads one line of text with the CTC recogniser. */
import { levelled, levelWidth } from './crop.js'
import { decode } from './decode.js'
import type { Reading } from './decode.js'
import type { Picture } from './picture.js'
import { recognitionTone } from './resample.js'
import type { Model } from './session.js'
import type { Strip } from './strip.js'

/** Longer lines are rare and are squeezed rather than given unbounded memory. */
const widest = 4096

/** Each line alone at its own width, rounded up to a few sizes so that the runtime can keep its buffers. */
export async function recognise(
  model: Model,
  alphabet: readonly string[],
  picture: Picture,
  strip: Strip,
): Promise<Reading> {
  const width = Math.min(widest, Math.ceil(levelWidth(strip) / 32) * 32)
  const planes = levelled(picture, strip, width, recognitionTone)
  return decode(await model.run(planes, 48, width), alphabet)
}
