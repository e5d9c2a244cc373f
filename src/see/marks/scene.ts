/** A picture as the detectors see it: its field, what lies on the paper in bands, and what is usual among these. */
import type { Raster } from '../../types.js'
import { bandsOf } from './bands.js'
import type { Band } from './bands.js'
import { fieldOf } from './field.js'
import type { GreyField } from './field.js'
import { silhouetteOf } from './silhouette.js'
import type { Silhouette } from './silhouette.js'
import { trimmed } from './trim.js'
import { median } from '../../plane/quantile.js'

/** A band dark and dense enough to be more than type, with its outline. */
export interface DarkBand extends Silhouette {
  readonly band: Band
}

export interface DetectorInput {
  readonly field: GreyField
  readonly bands: readonly Band[]
  readonly darkBands: readonly DarkBand[]
  /** Median sharpness of the bands. */
  readonly sharpness: number
  /** Rise per pixel of level lines, from the long bands. */
  readonly skew: number
}

/** Type has a density of 0.2 to 0.5 in its cells, large bold type up to 0.65. */
const DENSE = 0.6
const DARK = 28
const LONG_MM = 50
/** With fewer bands than this their median says nothing; sharp type lies well above the stand-in. */
const FEW = 4
const LEAST_SHARPNESS = 2

export function sceneOf(raster: Raster): DetectorInput {
  const field = fieldOf(raster)
  const bands = bandsOf(field)
  const darkBands = bands
    .filter((band) => band.density > DENSE && band.drop > DARK)
    .map((band) => trimmed(band, field))
    .map((band) => ({ band, ...silhouetteOf(band, field) }))
  const usual = median(bands.map((band) => band.sharpness))
  const sharpness = bands.length < FEW ? Math.max(LEAST_SHARPNESS, usual) : usual
  const long = bands.filter((band) => band.length > LONG_MM * field.perMm)
  return { field, bands, darkBands, sharpness, skew: median(long.map((band) => band.slope)) }
}
