/** The bare wash where passes of a pen overlap: what a row has all along is wash, whatever is shorter than a stroke is ink. */
import type { Raster } from '../../types.js'

/** Longer than any stroke along the line, in heights of the picture. */
const STROKE = 0.8

/** Light of wash or paper at each pixel of one plane: the row with everything dark that is shorter than a stroke filled up. */
export function filledWash({ width, height, rgba }: Raster, plane: number): Float32Array {
  const reach = Math.max(2, Math.round((STROKE * height) / 2))
  const filled = (row: Float32Array) => extremes(extremes(row, reach, Math.max), reach, Math.min)
  const wash = new Float32Array(width * height)
  const row = new Float32Array(width)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) row[x] = rgba[(y * width + x) * 4 + plane]!
    // Evened out, or the lightest grain would pass for the wash; but not where wash and paper meet.
    const even = filled(row.map((value, x) => ((row[x - 1] ?? value) + value + (row[x + 1] ?? value)) / 3))
    filled(row).forEach((value, x) => (wash[y * width + x] = Math.min(value, even[x]!)))
  }
  return wash
}

/**
 * The greatest or least value within `reach` of each, in as many steps whatever the reach (van Herk 1992): every window
 * is the end of one block and the beginning of the next.
 */
function extremes(row: Float32Array, reach: number, pick: (a: number, b: number) => number): Float32Array {
  const block = 2 * reach + 1
  const [ahead, behind] = [row.slice(), row.slice()]
  for (let x = 1; x < row.length; x++) if (x % block !== 0) ahead[x] = pick(ahead[x]!, ahead[x - 1]!)
  for (let x = row.length - 2; x >= 0; x--)
    if ((x + 1) % block !== 0) behind[x] = pick(behind[x]!, behind[x + 1]!)
  const last = row.length - 1
  return row.map((_, x) => {
    const [from, to] = [Math.max(0, x - reach), Math.min(last, x + reach)]
    // Cut short at an end of the row, or one block by itself.
    if (Math.floor(from / block) === Math.floor(to / block)) return from === 0 ? ahead[to]! : behind[from]!
    return pick(behind[from]!, ahead[to]!)
  })
}
