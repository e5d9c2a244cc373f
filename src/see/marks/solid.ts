/** Bars of one shade that have the grain of the scan: tape, ink or print laid over a line before it was scanned. */
import type { Band } from './bands.js'
import type { Scene } from './scene.js'

const LOWEST_MM = 3
const SHORTEST_MM = 9
const HIGHEST_MM = 22
const LONGEST_MM = 140
/** Type in a bar, light or dark, shows as a relief of more grey levels than this. */
const SMOOTH = 22

/** Bars without anything in them; not those that come in sets of one size, as stripes and answer fields do. */
export function solidBandsOf({ darkBands, field }: Scene): Band[] {
  const { perMm, noise } = field
  const smooth = Math.max(SMOOTH, 2.5 * noise)
  const bars = darkBands.filter(
    ({ ink, bright, relief, glow, ragged, band }) =>
      ink > 0.97 && bright < 0.01 && relief < smooth && glow < smooth && ragged < 0.15 && band.fill > 0.75,
  )
  return bars
    .map(({ band }) => band)
    .filter((band, _, all) => all.filter((other) => isSameSize(band, other, 1 / perMm)).length < 3)
    .filter(
      ({ length, height }) =>
        length >= SHORTEST_MM * perMm &&
        length <= LONGEST_MM * perMm &&
        length > 1.3 * height &&
        height >= LOWEST_MM * perMm &&
        height <= HIGHEST_MM * perMm,
    )
}

function isSameSize(one: Band, other: Band, mm: number): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= Math.max(1, mm, 0.1 * Math.max(a, b))
  return near(one.length, other.length) && near(one.height, other.height)
}
