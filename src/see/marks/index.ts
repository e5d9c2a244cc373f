/** Finds what pixels hide on scans, photographs and renderings: boxes, mosaics, smears, strips. */
import type { Mark, Raster } from '../../types.js'
import { box } from './box.js'
import type { MarkDetector } from './detector.js'
import { fieldOf } from './field.js'

export const detectors: readonly MarkDetector[] = [box]

/** Marks on one upright page or picture, strongest first; boxes in pixels of the raster. */
export function detectMarks(raster: Raster): Mark[] {
  const field = fieldOf(raster)
  return detectors
    .flatMap((detector) => detector.detect(field))
    .sort((one, other) => other.confidence - one.confidence)
}
