/** Marker: a dark wash over type, with the ink still showing as a darker shade in it. */
import type { MarkDetector } from './detector.js'
import { hasGrain } from './field.js'
import { boxOf } from './patches.js'
import type { DarkBand, DetectorInput } from './scene.js'

/** Grey levels by which the ink must be darker than the wash, and against the grain. */
const LEAST_RELIEF = 20
const ABOVE_NOISE = 2.2
/** Less will do in a straight outline where nothing is as much lighter than the wash: grain and light type are, ink never. */
const FAINT_RELIEF = 14
const ABOVE_SHINE = 1.2
const STRAIGHT_MM = 0.1
/** What shows in a few rows only is a rule or the rim of something. */
const MOST_PRINT = 2.5
/** So many faint ones are fields of a form. */
const SET = 3
/** Type has edges; the shades of a photograph flow. Steps between pixels against the relief. */
const LEAST_STEPS = 0.09
/** Loss of light under the thinnest wash that hides anything. */
const LEAST_DROP = 80
const LOWEST_MM = 3.6
const HIGHEST_MM = 18
const LONGEST_MM = 115

export const marker: MarkDetector = {
  kind: 'marker',
  detect(scene) {
    const washes = scene.darkBands.filter((dark) => isWash(dark, scene))
    const faint = washes.filter((dark) => !isPlain(dark))
    return washes
      .filter((dark) => faint.length < SET || !faint.includes(dark))
      .map(({ band }) => ({
        kind: 'marker',
        box: boxOf(band.patch, scene.field),
        // Drawn pages have dark fields with dark type of their own.
        confidence: hasGrain(scene.field) ? 0.9 : 0.6,
      }))
  },
}

/** No paper shows through, the outline is closed and fairly straight, and there is type inside. */
function isWash(dark: DarkBand, { field }: DetectorInput): boolean {
  const { band, ink, bright, ragged, steps } = dark
  const [length, height] = [band.length / field.perMm, band.height / field.perMm]
  const [relief, least] = reliefOf(dark)
  return (
    !field.bilevel &&
    band.drop > LEAST_DROP &&
    height >= LOWEST_MM &&
    height <= HIGHEST_MM &&
    length <= LONGEST_MM &&
    length > 1.3 * height &&
    ink > 0.9 &&
    bright < 0.06 &&
    ragged < 0.5 &&
    steps > LEAST_STEPS * relief &&
    relief > Math.max(least, ABOVE_NOISE * field.noise)
  )
}

const isPlain = ({ relief }: DarkBand) => relief > LEAST_RELIEF

/** And the least that counts: strokes along a scribble are darker in places too, but its outline is ragged. */
function reliefOf({ relief, print, shine, ragged }: DarkBand): readonly [relief: number, least: number] {
  if (ragged > STRAIGHT_MM || print > MOST_PRINT * relief) return [relief, LEAST_RELIEF]
  return [Math.max(relief, print), print > ABOVE_SHINE * shine ? FAINT_RELIEF : LEAST_RELIEF]
}
