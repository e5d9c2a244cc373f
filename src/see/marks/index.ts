/** Finds what pixels hide on scans, photographs and renderings: boxes, mosaics, smears, strips. */
import type { Mark, Raster } from '../../types.js'
import { blur } from './blur.js'
import { box } from './box.js'
import type { MarkDetector } from './detector.js'
import { erased } from './erased.js'
import { marker } from './marker.js'
import { mosaic } from './mosaic.js'
import { sceneOf } from './scene.js'
import { scribble } from './scribble.js'
import { settled } from './settle.js'
import { strip } from './strip.js'

export { recover } from './recover.js'
export { readRecovered } from './read-recovered.js'
export type { Recovered } from './read-recovered.js'

/** Where two see the same place, the earlier names it. */
export const detectors: readonly MarkDetector[] = [marker, mosaic, blur, box, scribble, erased, strip]

/**
 * Confidence from which a mark in a marking area is somebody's doing beyond ordinary doubt. Below it stand slips as
 * dark as printed grey, pale bars, and on drawn pages whatever is not black: they have bars and fields of their own.
 */
export const SURE = 0.65

/**
 * Marks on one upright page or picture, strongest first; boxes in pixels of the raster. What leaves no trace in pixels
 * is not found: white over white on drawn pages and faxes, blank paper scanned with blank paper, paper cloned from
 * elsewhere on the page.
 */
export function detectMarks(raster: Raster): Mark[] {
  const scene = sceneOf(raster)
  return settled(detectors.flatMap((detector) => detector.detect(scene)))
}
