/** What all mark detectors look at: the cells of a picture, the shade of the paper under them, and its noise. */
import type { Raster } from '../../types.js'
import { cellsOf } from './cells.js'
import type { Cells } from './cells.js'
import { groundOf } from './ground.js'
import { quantileAt } from '../../plane/quantile.js'

export interface GreyField extends Cells {
  /** Grey of the bare paper at each cell, following uneven light. */
  readonly ground: Float32Array
  /** Deviation of the grey in the three by three cells around each cell. */
  readonly spread: Float32Array
  /** Median deviation of a cell of bare paper: the grain of the scan. */
  readonly noise: number
  /** Median step between neighbouring pixels of bare paper. */
  readonly grain: number
  /** Spread that nineteen of twenty places of bare paper exceed. */
  readonly calm: number
  /** Share of the bare paper that has no grain at all: nearly all of a drawn page, some of a thriftily stored scan. */
  readonly still: number
  /** Share of neighbouring bare cells of one shade each whose shades differ: JPEG leaves the grain so where it is thrifty. */
  readonly stepped: number
  /** Black and white only, as a fax stores a page. */
  readonly bilevel: boolean
}

/** A spread below this is none. */
export const STILL = 0.12
/** Drawn pages, screenshots and scans whose paper was whitened are still nearly everywhere. */
const DRAWN = 0.6
/**
 * Grain is on most of the paper: deviation of a usual bare cell. Dotted and dimmed grounds of programs and the
 * rims JPEG leaves around drawn lines are still in between; the smoothest scans have about 0.9.
 */
const LEAST_NOISE = 0.6
/** Thrifty scans have 0.04 and more, programs draw grounds of one shade: at most 0.005. */
const LEAST_STEPPED = 0.02
/** They are still in a fifth of the paper at most; a washed ground of a program stored as JPEG is in two fifths. */
const MOST_STILL = 0.28
/** Deviation of a cell of one shade. */
const ONE_SHADE = 0.05

export function fieldOf(raster: Raster): GreyField {
  const cells = cellsOf(raster)
  const ground = groundOf(cells)
  const spread = spreadOf(cells)
  const bare = bareCells(cells, ground)
  const noise = quantileAt(bare, cells.deviation, 0.5)
  const grain = quantileAt(bare, cells.across, 0.5)
  const calm = quantileAt(bare, spread, 0.05)
  const white = ground.reduce((most, value) => Math.max(most, value), 0)
  const still = bare.reduce((sum, at) => sum + (spread[at]! < STILL ? 1 : 0), 0) / Math.max(1, bare.length)
  return {
    ...cells,
    ground,
    spread,
    noise,
    grain,
    calm,
    still,
    stepped: steppedOf(cells, bare),
    bilevel: isBilevel(cells, white),
  }
}

/** Nothing on a page without grain can be told by its missing grain. */
export function hasGrain(field: GreyField): boolean {
  if (field.noise >= LEAST_NOISE) return field.still < DRAWN
  return field.still < MOST_STILL && field.stepped >= LEAST_STEPPED
}

function spreadOf({ mean, square, columns, rows }: Cells): Float32Array {
  const spread = new Float32Array(mean.length)
  for (let row = 1; row < rows - 1; row++)
    for (let at = row * columns + 1; at < (row + 1) * columns - 1; at++) {
      let sum = 0
      let squares = 0
      for (let line = at - columns; line <= at + columns; line += columns) {
        sum += mean[line - 1]! + mean[line]! + mean[line + 1]!
        squares += square[line - 1]! + square[line]! + square[line + 1]!
      }
      spread[at] = Math.sqrt(Math.max(0, squares / 9 - (sum / 9) ** 2))
    }
  return spread
}

function steppedOf({ mean, deviation }: Cells, bare: Int32Array): number {
  let [pairs, stepped] = [0, 0]
  for (const at of bare) {
    if (deviation[at]! > ONE_SHADE || deviation[at + 1]! > ONE_SHADE) continue
    pairs++
    if (mean[at] !== mean[at + 1]) stepped++
  }
  return stepped / Math.max(1, pairs)
}

/** Cells of paper away from ink and from the edge of the picture. */
function bareCells({ mean, deviation, columns, rows }: Cells, ground: Float32Array): Int32Array {
  const bare = new Int32Array(mean.length)
  let count = 0
  for (let row = 3; row < rows - 3; row++)
    for (let at = row * columns + 3; at < (row + 1) * columns - 3; at++) {
      if (Math.abs(mean[at]! - ground[at]!) > 10 || deviation[at]! > 16) continue
      bare[count++] = at
    }
  return bare.subarray(0, count)
}

/** Every eleventh pixel tells: hardly any lies between black and the page's own white, which may be drawn grey. */
function isBilevel({ grey }: Cells, white: number): boolean {
  const [dark, light] = [0.095 * white, 0.905 * white]
  let between = 0
  for (let at = 0; at < grey.length; at += 11) if (grey[at]! > dark && grey[at]! < light) between++
  return between * 11 < grey.length * 0.0015
}
