/** Bars of one shade that have the grain of the scan: tape, ink or print laid over a line before it was scanned. */
import type { Band } from './bands.js'
import type { Field } from './field.js'
import type { DarkBand, Scene } from './scene.js'

/** Bars of one size from which on they are a set. */
const SET = 3
const LOWEST_MM = 3
const SHORTEST_MM = 9
const HIGHEST_MM = 22
const LONGEST_MM = 140
/** Share of the light a bar takes from the paper; printed fields and highlighters take less. */
const LEAST_LOSS = 0.2
/** Type in a bar, light or dark, shows as a relief of more grey levels than this. */
const SMOOTH = 22

/** Bars without anything in them; not those that come in sets of one size, as stripes and answer fields do. */
export function solidBandsOf(scene: Scene): Band[] {
  const { darkBands, field } = scene
  const every = darkBands.map(({ band }) => band)
  return darkBands
    .filter((dark) => isPlain(dark, field.noise) && hasExtent(dark.band, field))
    .map(({ band }) => band)
    .filter((band) => lossOf(band, field) > LEAST_LOSS)
    .filter((band) => every.filter((other) => isSameSize(band, other, field.perMm)).length < SET)
}

function isPlain({ ink, bright, relief, glow, ragged, gaps, band }: DarkBand, noise: number): boolean {
  const smooth = Math.max(SMOOTH, 2.5 * noise)
  const straight = ink > 0.97 && bright < 0.01 && ragged < 0.15 && gaps < 0.1 && band.fill > 0.75
  return straight && relief < smooth && glow < smooth
}

function hasExtent({ length, height }: Band, { perMm }: Field): boolean {
  return (
    length >= SHORTEST_MM * perMm &&
    length <= LONGEST_MM * perMm &&
    length > 1.3 * height &&
    height >= LOWEST_MM * perMm &&
    height <= HIGHEST_MM * perMm
  )
}

function lossOf({ patch, drop }: Band, { ground }: Field): number {
  return drop / Math.max(1, ground[patch.members[0]!]!)
}

/** To a millimetre or a tenth. */
function isSameSize(one: Band, other: Band, mm: number): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= Math.max(1, mm, 0.1 * Math.max(a, b))
  return near(one.length, other.length) && near(one.height, other.height)
}
