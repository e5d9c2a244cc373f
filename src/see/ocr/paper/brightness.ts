/** Estimates the paper's brightness across a picture, so that uneven light can be taken out. */
import type { RgbaPicture, Window } from '../picture.js'

/** Side of the blocks the paper is judged in, raster pixels. */
const block = 48

/** Brightness of the paper, 1–255, at a place of the raster. */
export type Paper = (x: number, y: number) => number

/** In each block nearly the lightest green value counts as paper; between block middles it is interpolated. */
export function paperOf(picture: RgbaPicture, window: Window): Paper {
  const columns = Math.ceil(window.width / block)
  const rows = Math.ceil(window.height / block)
  const light = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      light[row * columns + column] = lightOf(picture, window, column * block, row * block)
  return (x, y) => {
    const u = Math.max(0, Math.min(columns - 1, (x - window.x) / block - 0.5))
    const v = Math.max(0, Math.min(rows - 1, (y - window.y) / block - 0.5))
    const [c, r] = [Math.floor(u), Math.floor(v)]
    const [right, below] = [Math.min(columns - 1, c + 1), Math.min(rows - 1, r + 1)]
    const at = (i: number, j: number): number => light[j * columns + i]!
    const upper = at(c, r) + (at(right, r) - at(c, r)) * (u - c)
    const lower = at(c, below) + (at(right, below) - at(c, below)) * (u - c)
    return upper + (lower - upper) * (v - r)
  }
}

function lightOf(picture: RgbaPicture, window: Window, left: number, top: number): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let y = top; y < Math.min(window.height, top + block); y += 2)
    for (let x = left; x < Math.min(window.width, left + block); x += 2, total++)
      counts[picture.rgba[4 * ((window.y + y) * picture.width + window.x + x) + 1]!]!++
  let above = 0
  for (let value = 255; value > 1; value--) {
    above += counts[value]!
    if (above > total * 0.2) return value
  }
  return 1
}
