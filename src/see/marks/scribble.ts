/** Scribble: a pen drawn back and forth over a line until hardly any paper shows. */
import type { MarkDetector } from './detector.js'
import { hasGrain } from './field.js'
import { boxOf } from './patches.js'
import type { DarkBand, DetectorInput } from './scene.js'

const LOWEST_MM = 3.6
const HIGHEST_MM = 18
const [SHORTEST_MM, LONGEST_MM] = [12, 130]
/** A pen hangs together; the bars of a bar code do not. */
const JOINED = 0.5
const DARKNESS = 95
/** Outlines of bars are straighter than this (mm), those of a pen are not. */
const RAGGED_MM = 0.12
const WAVY_MM = 0.05

export const scribble: MarkDetector = {
  kind: 'scribble',
  detect(scene) {
    return scene.darkBands
      .filter((dark) => hasExtent(dark, scene) && (isDense(dark) || isJoined(dark) || isStreaked(dark)))
      .map((dark) => ({
        kind: 'scribble',
        box: boxOf(dark.band.patch, scene.field),
        confidence: sureness(scene, isDense(dark)),
      }))
  },
}

function hasExtent({ band, gaps }: DarkBand, { field }: DetectorInput): boolean {
  const [length, height] = [band.length / field.perMm, band.height / field.perMm]
  return (
    band.drop > DARKNESS &&
    band.fill > 0.6 &&
    gaps < 0.12 &&
    height >= LOWEST_MM &&
    height <= HIGHEST_MM &&
    length >= SHORTEST_MM &&
    length <= LONGEST_MM &&
    length > 1.3 * height
  )
}

/** Nearly no paper left, and not cut with a ruler. */
function isDense({ ink, bright, ragged, joined }: DarkBand): boolean {
  return ink > 0.85 && bright < 0.12 && ragged > RAGGED_MM && joined > JOINED
}

/** Zigzags and loops let paper through but hang together from end to end, as no type does. */
function isJoined({ ink, bright, ragged, joined }: DarkBand): boolean {
  return ink > 0.62 && bright < 0.34 && ragged > RAGGED_MM && joined > 0.85
}

/** Strokes along the line have a fairly straight outline, but leave streaks. */
function isStreaked({ ink, bright, glow, ragged, streaks }: DarkBand): boolean {
  return ink > 0.85 && bright < 0.12 && ragged > WAVY_MM && streaks > 1.8 && (glow > 12 || bright > 0.003)
}

function sureness({ field }: DetectorInput, dense: boolean): number {
  const sure = dense ? 0.85 : 0.75
  return hasGrain(field) || field.bilevel ? sure : sure - 0.18
}
