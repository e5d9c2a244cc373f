/** Finds what pixels hide on scans, photographs and renderings: boxes, mosaics, smears, strips. */
import type { HidingTell, Mark, Raster } from '../../types.js'
import { blur } from './blur.js'
import { box } from './box.js'
import type { MarkDetector } from './detector.js'
import { erased } from './erased.js'
import { marker } from './marker.js'
import { mosaic } from './mosaic.js'
import { sceneOf } from './scene.js'
import { scribble } from './scribble.js'
import { settled } from './settle.js'
import { isPaper } from './paper.js'
import { strip } from './strip.js'
import { tiles } from './tiles.js'

export { recover } from './recover.js'
export { readRecovered } from './read-recovered.js'
export type { Recovered } from './read-recovered.js'

/** Where two see the same place, the earlier names it. */
export const detectors: readonly MarkDetector[] = [tiles, marker, mosaic, blur, box, scribble, erased, strip]

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
  const marks = settled(detectors.flatMap((detector) => detector.detect(scene)))
  if (marks.length === 0 || !isPaper(scene.field)) return marks
  // Bars that were scanned with the sheet have its grain, and may as well be printed.
  return marks.map((mark) => (mark.kind === 'box' ? mark : told(mark, 'paper')))
}

const told = (mark: Mark, tell: HidingTell): Mark => ({ ...mark, tells: [...(mark.tells ?? []), tell] })
