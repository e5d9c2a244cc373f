/** Finds lines of text in one window of a picture with the DB detector. */
import { patchesOf } from './components.js'
import type { Patch } from './components.js'
import { hullOf, smallestRectangle } from './hull.js'
import type { Picture, Window } from './picture.js'
import { detectionTone, planesOf } from './resample.js'
import type { Model } from './session.js'
import type { Strip } from './strip.js'

/** Above this a pixel counts as text; PP-OCR's own value. */
const pixelThreshold = 0.3
/** A box below this mean is dropped; PP-OCR has 0.6, which loses lines under seals. */
const boxThreshold = 0.45
/** The detector answers with a shrunken kernel of each line; this grows it back. */
const unclipRatio = 1.6

/** The detector takes sides that are multiples of 32. */
export function detectorSize(length: number, scale: number): number {
  return Math.max(32, Math.round((length * scale) / 32) * 32)
}

/** Strips in raster pixels. `scale`: detector pixels per raster pixel. */
export async function detect(
  model: Model,
  picture: Picture,
  window: Window,
  scale: number,
): Promise<Strip[]> {
  const width = detectorSize(window.width, scale)
  const height = detectorSize(window.height, scale)
  const planes = planesOf(picture, window, width, height, detectionTone)
  const map = await model.run(planes, height, width)
  const sx = window.width / width
  const sy = window.height / height
  return patchesOf(map.data, width, height, pixelThreshold).flatMap((patch) => {
    const strip = stripOf(patch)
    return strip ? [placed(strip, window, sx, sy)] : []
  })
}

/** A patch as a line in detector pixels, grown to the full height of the type. */
function stripOf(patch: Patch): Strip | null {
  const score = patch.sum / patch.pixels
  if (patch.pixels < 6 || score < boxThreshold) return null
  const { x, y, width, height, angle } = smallestRectangle(hullOf(patch.points))
  // Pixel centres span one less than the pixels they stand for.
  const [w, h] = [width + 1, height + 1]
  if (Math.min(w, h) < 2) return null
  const growth = (2 * (w * h * unclipRatio)) / (2 * (w + h))
  return { x: x + 0.5, y: y + 0.5, length: w + growth, thickness: h + growth, angle, score }
}

function placed(strip: Strip, window: Window, sx: number, sy: number): Strip {
  const scale = Math.sqrt(sx * sy)
  return {
    ...strip,
    x: window.x + strip.x * sx,
    y: window.y + strip.y * sy,
    length: strip.length * scale,
    thickness: strip.thickness * scale,
  }
}
