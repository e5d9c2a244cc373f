/** Bands in which type has been made soft or coarse: darker than paper, and without the edges type has. */
import type { Band } from './bands.js'
import type { GreyField } from './field.js'
import { latticeOf } from './lattice.js'
import type { Lattice } from './lattice.js'
import type { DetectorInput } from './scene.js'
import { median } from '../../plane/quantile.js'

export interface SoftBand {
  readonly band: Band
  /** Sharpness against the median of the page: 1 is usual. */
  readonly softness: number
  /** Sharpness against the median of the bands nearby; 0 where there are few. */
  readonly beside: number
  readonly lattice: Lattice
  /** Length of the band. */
  readonly millimetres: number
}

/** Grey of the paper of an ordinary scan: losses of light are told as they would be on it, however dim the page is. */
const WHITE = 245
/** Smeared type is as dark as type on the average: grey, neither faint nor black. Bold type is darker, and then softer than any other. */
const FAINTEST = 14
const DARKEST = 72
const DARKEST_BOLD = 105
const SOFT_BOLD = 0.25
/** No bold type keeps to a lattice as strictly as this, over so many of its lines. */
const STRICT_LATTICE = 0.95
const STRICT_LINES = 10
/** Printed grey is one grey; smeared type rises and falls. */
const MOST_EVEN = 0.45
const HALF_FULL = 0.55
/** On dark ground with light type nothing here means what it says. */
const DIMMEST = 100
/** Rules have many more steps downwards than sideways; what is softer than any rule has too few steps to tell. */
const MOST_LEVEL = 4
const MELTED = 0.2
const LOWEST_MM = 3.6
const HIGHEST_MM = 14
/** Tiles of a mosaic have edges, if few. */
export const COARSE = 0.6
/** Bands taken as company: the nearest above and below. */
const COMPANY = 5

export function softBandsOf(scene: DetectorInput): SoftBand[] {
  const { field, bands, sharpness, skew } = scene
  if (field.bilevel || sharpness === 0) return []
  return bands
    .filter((band) => looksSmeared(band, field))
    .map((band) => ({ band, softness: band.sharpness / sharpness, beside: besides(band, bands) }))
    .filter(({ softness, band }) => softness < COARSE && (softness < MELTED || band.lie < MOST_LEVEL))
    .filter(({ band }) => evenness(band, field) < MOST_EVEN)
    .map((soft) => ({
      ...soft,
      lattice: latticeOf(soft.band.patch, field, skew),
      millimetres: soft.band.length / field.perMm,
    }))
    .filter(
      ({ band, softness, lattice }) =>
        lossOf(band, field) < DARKEST || softness < SOFT_BOLD || isStrict(lattice),
    )
}

function isStrict({ strength, lines }: Lattice): boolean {
  return strength > STRICT_LATTICE && lines > STRICT_LINES
}

/** Loss of light on paper of an ordinary white. */
function lossOf({ drop, patch }: Band, { ground }: GreyField): number {
  return (drop * WHITE) / Math.max(1, Math.min(WHITE, ground[patch.members[0]!]!))
}

function looksSmeared(band: Band, field: GreyField): boolean {
  const { perMm, ground } = field
  const loss = lossOf(band, field)
  return (
    loss > FAINTEST &&
    ground[band.patch.members[0]!]! > DIMMEST &&
    loss < DARKEST_BOLD &&
    band.fill > HALF_FULL &&
    band.height >= LOWEST_MM * perMm &&
    band.height <= HIGHEST_MM * perMm
  )
}

/** A corner out of focus is soft all over; a smeared line has sharp neighbours. */
function besides(band: Band, bands: readonly Band[]): number {
  const middle = (one: Band) => (one.patch.top + one.patch.bottom) / 2
  const near = bands
    .filter((other) => other !== band)
    .sort((one, other) => Math.abs(middle(one) - middle(band)) - Math.abs(middle(other) - middle(band)))
    .slice(0, COMPANY)
  const usual = median(near.map((other) => other.sharpness))
  return near.length < COMPANY || usual === 0 ? 0 : band.sharpness / usual
}

/** Share of the inner cells that have nearly the same shade. */
function evenness({ patch }: Band, { mean, ground, columns }: GreyField): number {
  const members = new Set(patch.members)
  const inner = [...patch.members].filter((at) =>
    [at - 1, at + 1, at - columns, at + columns].every((other) => members.has(other)),
  )
  if (inner.length < 4) return 0
  const drops = inner.map((at) => ground[at]! - mean[at]!)
  const usual = median(drops)
  const near = drops.filter((drop) => Math.abs(drop - usual) < Math.max(4, 0.1 * usual))
  return near.length / inner.length
}
