/** The ink of a page that is no print: light or coloured strokes, and strokes much broader than those of print. */
import { closedWhere } from './closing.js'
import type { ByteGrid } from './closing.js'
import type { RgbaPicture } from '../picture.js'

/** Cells along the longer side, at most: letters of a watermark are as high as several lines of print. */
const finest = 900
/** Ink darker than this share of the paper's light is print where its strokes are thin. */
const printed = 0.5
/** Difference between the channels from which ink is coloured: it is told from print by that. */
const coloured = 70
/** What it is taken for: lighter than print on any paper. */
const midway = 140
/** Side in cells of the squares the paper is judged in. */
const square = 32
/** A page this dark carries light print: it is looked at as its negative. */
const dark = 96

/** Darkness of the layer below the paper around it, 0–255, in cells of `cell` raster pixels. */
export interface WatermarkLayer {
  readonly cell: number
  readonly depth: ByteGrid
}

/** Print is taken off, and what it covered is filled from beside it: on A4 its strokes are at most 4 cells broad. */
export function layerWithoutPrint(picture: RgbaPicture): WatermarkLayer {
  const cell = Math.max(1, Math.max(picture.width, picture.height) / finest)
  const tones = tonesOf(picture, cell)
  const { columns, rows } = tones
  const paper = paperOf(tones)
  const { values } = closedWhere(tones, printIn(tones, paper))
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const i = y * columns + x
      values[i] = Math.max(0, paper(x, y) - values[i]!)
    }
  return { cell, depth: { columns, rows, values } }
}

/** 1 for dark cells and those that touch them, which hold the pale edges of strokes. */
function printIn({ columns, rows, values }: ByteGrid, paper: (x: number, y: number) => number): Uint8Array {
  const mask = new Uint8Array(columns * rows)
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      if (values[y * columns + x]! >= printed * paper(x, y)) continue
      const [left, right] = [Math.max(0, x - 1), Math.min(columns - 1, x + 1)]
      for (let v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++)
        mask.fill(1, v * columns + left, v * columns + right + 1)
    }
  return mask
}

/** The lightest pixel of each cell, by its least channel; coloured ink counts as lighter than print. */
function tonesOf(picture: RgbaPicture, cell: number): ByteGrid {
  const { width, height, rgba } = picture
  const negative = isDark(picture)
  const [columns, rows] = [Math.floor(width / cell), Math.floor(height / cell)]
  const columnOf = Uint16Array.from({ length: width }, (_, x) => Math.min(columns - 1, x / cell))
  const values = new Uint8Array(columns * rows)
  for (let y = 0; y < height; y++) {
    const row = Math.min(rows - 1, Math.floor(y / cell)) * columns
    for (let x = 0, at = 4 * y * width; x < width; x++, at += 4) {
      const tone = negative ? negativeAt(rgba, at) : toneAt(rgba, at)
      const i = row + columnOf[x]!
      if (tone > values[i]!) values[i] = tone
    }
  }
  return { columns, rows, values }
}

function toneAt(rgba: Uint8Array, at: number): number {
  const red = rgba[at]!
  const green = rgba[at + 1]!
  const blue = rgba[at + 2]!
  const least = red < green ? (red < blue ? red : blue) : green < blue ? green : blue
  if (least > midway) return least
  const most = red > green ? (red > blue ? red : blue) : green > blue ? green : blue
  return most - least > coloured ? midway : least
}

function negativeAt(rgba: Uint8Array, at: number): number {
  return 255 - Math.max(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!)
}

function isDark({ width, height, rgba }: RgbaPicture): boolean {
  const step = Math.max(1, Math.floor((width * height) / 4096))
  let [count, below] = [0, 0]
  for (let i = 0; i < width * height; i += step, count++)
    if (Math.max(rgba[4 * i]!, rgba[4 * i + 1]!, rgba[4 * i + 2]!) < dark) below++
  return below > count / 2
}

/** Light of the paper at a cell: nearly the lightest of its square and of the squares around it, without steps. */
function paperOf({ columns, rows, values }: ByteGrid): (x: number, y: number) => number {
  const [across, down] = [Math.ceil(columns / square), Math.ceil(rows / square)]
  const own = Array.from({ length: across * down }, (_, i) =>
    lightOf(values, columns, rows, (i % across) * square, Math.floor(i / across) * square),
  )
  const light = own.map((_, i) => thirdOf(own, across, down, i))
  return (x, y) => {
    const u = Math.max(0, Math.min(across - 1, (x + 0.5) / square - 0.5))
    const v = Math.max(0, Math.min(down - 1, (y + 0.5) / square - 0.5))
    const [c, r] = [u | 0, v | 0]
    const [right, below] = [Math.min(across - 1, c + 1), Math.min(down - 1, r + 1)]
    const [upper, lower] = [r * across, below * across]
    const top = light[upper + c]! + (light[upper + right]! - light[upper + c]!) * (u - c)
    const bottom = light[lower + c]! + (light[lower + right]! - light[lower + c]!) * (u - c)
    return top + (bottom - top) * (v - r)
  }
}

/** The value that a tenth of a square's cells exceed. */
function lightOf(values: Uint8Array, columns: number, rows: number, left: number, top: number): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let y = top; y < Math.min(rows, top + square); y++)
    for (let x = left; x < Math.min(columns, left + square); x += 2, total++)
      counts[values[y * columns + x]!]!++
  let above = 0
  for (let value = 255; value > 0; value--) {
    above += counts[value]!
    if (above >= 0.1 * total) return value
  }
  return 0
}

/** The third lightest of a square and its neighbours: broad strokes fill a square or two, shadows all of them. */
function thirdOf(own: readonly number[], across: number, down: number, i: number): number {
  const [column, row] = [i % across, Math.floor(i / across)]
  const around: number[] = []
  for (let r = Math.max(0, row - 1); r <= Math.min(down - 1, row + 1); r++)
    for (let c = Math.max(0, column - 1); c <= Math.min(across - 1, column + 1); c++)
      around.push(own[r * across + c]!)
  around.sort((a, b) => b - a)
  return around[Math.min(2, around.length - 1)]!
}
