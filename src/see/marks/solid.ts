/** Bars of one shade that have the grain of the scan: tape, ink or print laid over a line before it was scanned. */
import type { Band } from './bands.js'
import type { GreyField } from './field.js'
import { isSameSize } from './patches.js'
import { sidesOf } from './sides.js'
import type { DarkBand, DetectorInput } from './scene.js'

/** Bars of one size from which on they are a set. */
const SET = 3
const FAINT_SET = 2
const LOWEST_MM = 3
const SHORTEST_MM = 9
const HIGHEST_MM = 17
const LONGEST_MM = 120
/** Share of the light a bar takes from the paper; printed fields and highlighters take less. */
const LEAST_LOSS = 0.16
/** A bar lighter than this may be a field of a form. */
export const FAINT_LOSS = 0.3
/** Type in a bar, light or dark, shows as a relief of more grey levels than this. */
const SMOOTH = 22

/** Bars without anything in them; not those that come in sets of one size, as stripes and answer fields do. */
export function solidBandsOf(scene: DetectorInput): Band[] {
  const { darkBands, field } = scene
  const every = darkBands.map(({ band }) => band)
  return darkBands
    .filter((dark) => isPlain(dark, field.noise) && hasExtent(dark.band, field))
    .map(({ band }) => band)
    .filter((band) => {
      const loss = lossOf(band, field)
      const alike = every.filter((other) => isSameSize(band, other, field.perMm)).length
      return loss > LEAST_LOSS && liesOnPaper(band, field) && alike < (loss < FAINT_LOSS ? FAINT_SET : SET)
    })
}

function isPlain({ ink, bright, relief, glow, ragged, gaps, band }: DarkBand, noise: number): boolean {
  const smooth = Math.max(SMOOTH, 2.5 * noise)
  const straight = ink > 0.97 && bright < 0.01 && ragged < 0.15 && gaps < 0.1 && band.fill > 0.75
  return straight && relief < smooth && glow < smooth
}

function hasExtent({ length, height }: Band, { perMm }: GreyField): boolean {
  return (
    length >= SHORTEST_MM * perMm &&
    length <= LONGEST_MM * perMm &&
    length > 1.3 * height &&
    height >= LOWEST_MM * perMm &&
    height <= HIGHEST_MM * perMm
  )
}

/** All around it is much lighter: not the rim of something larger. */
function liesOnPaper({ patch, drop }: Band, field: GreyField): boolean {
  const inside = patch.members.reduce((sum, at) => sum + field.mean[at]!, 0) / patch.members.length
  return sidesOf(patch, field, field.mean).every((side) => side > inside + 0.5 * drop)
}

export function lossOf({ patch, drop }: Band, { ground }: GreyField): number {
  return drop / Math.max(1, ground[patch.members[0]!]!)
}
