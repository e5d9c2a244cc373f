/** What all mark detectors look at: the cells of a picture, the shade of the paper under them, and its noise. */
import type { Raster } from '../../types.js'
import { cellsOf } from './cells.js'
import type { Cells } from './cells.js'
import { groundOf } from './ground.js'
import { quantile } from './quantile.js'

export interface Field extends Cells {
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

export function fieldOf(raster: Raster): Field {
  const cells = cellsOf(raster)
  const ground = groundOf(cells)
  const spread = spreadOf(cells)
  const bare = bareCells(cells, ground)
  const noise = quantile(bare, cells.deviation, 0.5)
  const grain = quantile(bare, cells.across, 0.5)
  const calm = quantile(bare, spread, 0.05)
  const white = ground.reduce((most, value) => Math.max(most, value), 0)
  const still = bare.reduce((sum, at) => sum + (spread[at]! < STILL ? 1 : 0), 0) / Math.max(1, bare.length)
  return { ...cells, ground, spread, noise, grain, calm, still, bilevel: isBilevel(cells, white) }
}

/** Nothing on a page without grain can be told by its missing grain. */
export function hasGrain(field: Field): boolean {
  return field.still < DRAWN && field.noise >= LEAST_NOISE
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
