/** A picture counted once in square cells of about one millimetre: shade, spread, roughness, colour. */
import type { Raster } from '../../types.js'
import { lumaAt } from '../../pixels/grey.js'

/** One value per cell, row by row; `columns` × `rows`. Pixels right of or below the last whole cell are left out. */
export interface Cells {
  readonly raster: Raster
  /** Grey of every pixel, 0–255, the last row twice: whoever compares a pixel with the next need not ask where it ends. */
  readonly grey: Uint8Array
  /** Side of a cell in pixels: 4, 8 or 16, so that cells lie on the 8-pixel grid of JPEG. */
  readonly cell: number
  /** Cells in a millimetre of paper. */
  readonly perMm: number
  readonly columns: number
  readonly rows: number
  /** Mean grey. */
  readonly mean: Float32Array
  /** Mean square of the grey; `mean` of several cells together gives their common deviation. */
  readonly square: Float32Array
  readonly deviation: Float32Array
  /** Root mean square difference of pixels side by side. */
  readonly across: Float32Array
  /** Root mean square difference of pixels one above the other. */
  readonly down: Float32Array
  /** Mean of red, green and blue. */
  readonly red: Float32Array
  readonly green: Float32Array
  readonly blue: Float32Array
}

/** Width of the paper assumed where the picture does not say how large it is: A4 upright or lying. */
const SHEET_MM = { upright: 210, lying: 297 }
/** A scale of more than this many pixels per unit belongs to a page measured in points. */
const DRAWN = 1.2

/** Pixels in a millimetre: from the scale of a page in points, else as if the picture showed a whole sheet's width. */
export function pixelsPerMm(raster: Raster): number {
  if (raster.scale > DRAWN) return (raster.scale * 72) / 25.4
  return raster.width / (raster.width > raster.height ? SHEET_MM.lying : SHEET_MM.upright)
}

export function cellsOf(raster: Raster): Cells {
  const perMm = pixelsPerMm(raster)
  const cell = perMm < 6.5 ? 4 : perMm < 16 ? 8 : 16
  const columns = Math.floor(raster.width / cell)
  const rows = Math.floor(raster.height / cell)
  const grey = greyOf(raster)
  const size = columns * rows
  const floats = () => new Float32Array(size)
  const shape = { raster, grey, cell, columns, rows, perMm: perMm / cell }
  const cells = { ...shape, mean: floats(), square: floats(), deviation: floats() }
  const whole = { ...cells, across: floats(), down: floats(), red: floats(), green: floats(), blue: floats() }
  countShade(whole)
  countColour(whole)
  return whole
}

function greyOf(raster: Raster): Uint8Array {
  const { rgba } = raster
  const size = raster.width * raster.height
  const grey = new Uint8Array(size + raster.width)
  for (let at = 0, from = 0; at < size; at++, from += 4) grey[at] = lumaAt(rgba, from)
  grey.copyWithin(size, size - raster.width, size)
  return grey
}

/** Sums only, no comparisons: this loop sees every pixel of the page. */
function countShade(cells: Cells): void {
  const { grey, cell, columns, rows, mean, square, across, down } = cells
  const { width } = cells.raster
  for (let y = 0; y < rows * cell; y++) {
    const row = Math.floor(y / cell) * columns
    for (let column = 0, at = y * width; column < columns; column++) {
      let sum = 0
      let squares = 0
      let sideways = 0
      let downwards = 0
      let value = grey[at]!
      for (let x = 0; x < cell; x++) {
        const under = grey[at + width]! - value
        const next = grey[++at]! - value
        sum += value
        squares += value * value
        sideways += next * next
        downwards += under * under
        value += next
      }
      mean[row + column]! += sum
      square[row + column]! += squares
      across[row + column]! += sideways
      down[row + column]! += downwards
    }
  }
  settle(cells)
}

function settle(cells: Cells): void {
  const { cell, mean, square, deviation, across, down } = cells
  const count = cell * cell
  for (let at = 0; at < mean.length; at++) {
    mean[at]! /= count
    square[at]! /= count
    deviation[at] = Math.sqrt(Math.max(0, square[at]! - mean[at]! ** 2))
    across[at] = Math.sqrt(across[at]! / count)
    down[at] = Math.sqrt(down[at]! / count)
  }
}

/** Colour from every second pixel of every second row: most JPEGs store no more of it. */
function countColour(cells: Cells): void {
  const { cell, columns, rows, raster, red, green, blue } = cells
  const { rgba, width } = raster
  const share = 4 / (cell * cell)
  for (let y = 0; y < rows * cell; y += 2) {
    const row = Math.floor(y / cell) * columns
    for (let column = 0, at = y * width * 4; column < columns; column++) {
      let reds = 0
      let greens = 0
      let blues = 0
      for (let x = 0; x < cell; x += 2, at += 8) {
        reds += rgba[at]!
        greens += rgba[at + 1]!
        blues += rgba[at + 2]!
      }
      red[row + column]! += reds * share
      green[row + column]! += greens * share
      blue[row + column]! += blues * share
    }
  }
}
