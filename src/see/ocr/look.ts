/** One look at one picture: the models, the picture, and the count of what it costs. */
import type { Alphabet } from './paddle/alphabet.js'
import type { Cleared } from './seal/clear.js'
import { levelled, levelWidth, lineHeight } from './paddle/crop.js'
import { decode } from './paddle/decode.js'
import type { LineReading } from './paddle/decode.js'
import { detect } from './paddle/detect.js'
import type { TextDetection } from './paddle/detect.js'
import type { Meter } from './meter.js'
import type { RgbaPicture, Window } from './picture.js'
import { detectionTone, recognitionTone, throughGlass } from './paddle/tone.js'
import type { Tone } from './paddle/tone.js'
import type { OnnxModel } from './paddle/session.js'
import { withHidden } from './seal/spoiled.js'
import type { Star } from './seal/star.js'
import type { Strip } from './strip/strip.js'
import { planTiles } from './paper/tiles.js'

/** How a line is laid out for the recogniser. */
export interface RecognitionSettings {
  readonly tone: Tone
  /** Width relative to the line's own proportions: narrower is cheaper and reads as well. */
  readonly squeeze: number
  /** Height of the crop relative to the strip's thickness. */
  readonly slack: number
  /** Read from behind, as print that shows through the paper. */
  readonly mirrored?: boolean
}
export const plainly: RecognitionSettings = { tone: recognitionTone, squeeze: 0.85, slack: 1 }

/** A strip, what was read in it, and the model time that took. */
export interface StripReading {
  readonly strip: Strip
  readonly reading: LineReading
  readonly ms: number
}

export interface OcrModels {
  readonly detection: OnnxModel
  readonly recognition: OnnxModel
  readonly alphabet: Alphabet
}

/** The eyes of one reading. Both throw when the signal is aborted. */
export interface PageRecogniser {
  readonly picture: RgbaPicture
  readonly meter: Meter
  /** Stars of black seals that were taken off the picture. */
  readonly stars: readonly Star[]
  /** Lines in a window; `scale` in detector pixels per raster pixel. */
  find(window: Window, scale: number, tone?: Tone): Promise<TextDetection>
  read(strip: Strip, manner?: RecognitionSettings): Promise<StripReading>
}

/** Longer lines are rare and are squeezed rather than given unbounded memory. */
const widest = 2560

/** Type fills about three quarters of a crop; a step of the recogniser is 8 pixels. */
function usualEm(manner: RecognitionSettings): number {
  return (0.75 * lineHeight * manner.squeeze) / manner.slack / 8
}

export function openLook(
  models: OcrModels,
  { picture, stars }: Cleared,
  meter: Meter,
  signal: AbortSignal,
): PageRecogniser {
  const timed = async <T>(work: Promise<T>, note: (ms: number) => void): Promise<T> => {
    const start = performance.now()
    const answer = await work
    note(performance.now() - start)
    return answer
  }
  return {
    picture,
    meter,
    stars,
    find(window, scale, tone = detectionTone) {
      const run = (planes: Float32Array, height: number, width: number) => {
        signal.throwIfAborted()
        return timed(models.detection.run(planes, height, width), meter.detection)
      }
      return detect(run, picture, planTiles(window, scale), tone)
    },
    async read(strip, manner = plainly) {
      signal.throwIfAborted()
      const crop = { ...strip, thickness: strip.thickness * manner.slack }
      const width = Math.min(widest, Math.ceil((levelWidth(crop) * manner.squeeze) / 16) * 16)
      const tone = strip.glass ? throughGlass(manner.tone, strip.glass) : manner.tone
      const laid = manner.mirrored ? { ...crop, length: -crop.length } : crop
      const planes = levelled(picture, laid, width, tone)
      let ms = 0
      const output = await timed(models.recognition.run(planes, lineHeight, width), (spent) => (ms = spent))
      meter.recognition(ms)
      const reading = withHidden(decode(output, models.alphabet, usualEm(manner)), crop, stars)
      return { strip, reading, ms }
    },
  }
}
