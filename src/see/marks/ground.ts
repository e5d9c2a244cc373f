/** The shade the bare paper has at every place of a picture, whatever is printed or laid on it. */
import type { Cells } from './cells.js'
import { median, quantile } from '../../plane/quantile.js'

/** Side of the tiles in which the paper is looked for: larger than the gaps between lines, smaller than shadows. */
const TILE_MM = 12
/** In a tile of text most cells are paper or touched by little ink. */
const SHARE = 0.75

/** Grey per cell, smooth: tiles of 12 mm, each from its lighter cells, evened out with their neighbours. */
export function groundOf(cells: Cells): Float32Array {
  const side = Math.max(4, Math.round(TILE_MM * cells.perMm))
  const across = Math.max(1, Math.round(cells.columns / side))
  const down = Math.max(1, Math.round(cells.rows / side))
  const tiles = evened(tilesOf(cells, across, down), across, down)
  return stretched(tiles, across, down, cells)
}

function tilesOf({ mean, columns, rows }: Cells, across: number, down: number): Float32Array {
  const tiles = new Float32Array(across * down)
  for (let v = 0; v < down; v++)
    for (let u = 0; u < across; u++) {
      const [left, right] = [Math.floor((u * columns) / across), Math.floor(((u + 1) * columns) / across)]
      const [top, bottom] = [Math.floor((v * rows) / down), Math.floor(((v + 1) * rows) / down)]
      const inTile = new Float32Array((right - left) * (bottom - top))
      for (let row = top; row < bottom; row++) {
        const line = mean.subarray(row * columns + left, row * columns + right)
        inTile.set(line, (row - top) * (right - left))
      }
      tiles[v * across + u] = quantile(inTile, SHARE, 255)
    }
  return tiles
}

/** Each tile the median of those around it, more of them above and below: covers are wide and low, and no paper. */
function evened(tiles: Float32Array, across: number, down: number): Float32Array {
  const out = new Float32Array(tiles.length)
  for (let v = 0; v < down; v++)
    for (let u = 0; u < across; u++) {
      const near: number[] = []
      for (let y = Math.max(0, v - 2); y <= Math.min(down - 1, v + 2); y++)
        for (let x = Math.max(0, u - 1); x <= Math.min(across - 1, u + 1); x++)
          near.push(tiles[y * across + x]!)
      out[v * across + u] = median(near)
    }
  return out
}

/** Tiles back to cells, straight lines between their middles. */
function stretched(
  tiles: Float32Array,
  across: number,
  down: number,
  { columns, rows }: Cells,
): Float32Array {
  const out = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    const v = Math.min(down - 1, Math.max(0, ((row + 0.5) * down) / rows - 0.5))
    const [v0, v1] = [Math.floor(v), Math.min(down - 1, Math.floor(v) + 1)]
    for (let column = 0; column < columns; column++) {
      const u = Math.min(across - 1, Math.max(0, ((column + 0.5) * across) / columns - 0.5))
      const [u0, u1] = [Math.floor(u), Math.min(across - 1, Math.floor(u) + 1)]
      const upper = tiles[v0 * across + u0]! * (u0 + 1 - u) + tiles[v0 * across + u1]! * (u - u0)
      const lower = tiles[v1 * across + u0]! * (u0 + 1 - u) + tiles[v1 * across + u1]! * (u - u0)
      out[row * columns + column] = upper + (lower - upper) * (v - v0)
    }
  }
  return out
}
