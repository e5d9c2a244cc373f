/** Finds what pixels hide on scans, photographs and renderings: boxes, mosaics, smears, strips. */
import type { Box, Mark, Raster } from '../../types.js'
import { blur } from './blur.js'
import { box } from './box.js'
import type { MarkDetector } from './detector.js'
import { erased } from './erased.js'
import { marker } from './marker.js'
import { mosaic } from './mosaic.js'
import { sceneOf } from './scene.js'
import { scribble } from './scribble.js'
import { strip } from './strip.js'

/** What one detector has told, those after it do not tell again. */
export const detectors: readonly MarkDetector[] = [marker, mosaic, blur, scribble, box, erased, strip]

/** Marks on one upright page or picture, strongest first; boxes in pixels of the raster. */
export function detectMarks(raster: Raster): Mark[] {
  const scene = sceneOf(raster)
  const told: Mark[] = []
  for (const detector of detectors)
    for (const mark of detector.detect(scene))
      if (!told.some((other) => share(mark.box, other.box) > 0.4)) told.push(mark)
  return told.sort((one, other) => other.confidence - one.confidence)
}

/** Share of `inner` that lies in `outer`. */
function share(inner: Box, outer: Box): number {
  const across = Math.min(inner[0] + inner[2], outer[0] + outer[2]) - Math.max(inner[0], outer[0])
  const down = Math.min(inner[1] + inner[3], outer[1] + outer[3]) - Math.max(inner[1], outer[1])
  return (Math.max(0, across) * Math.max(0, down)) / (inner[2] * inner[3])
}
