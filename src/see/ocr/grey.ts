/** A picture as few cells of grey: reduced, turned over, drawn out along its rows. */
import type { RgbaPicture } from './picture.js'

/** Mean brightness in green light, 0–255, of cells row by row. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly values: Float32Array
}

/** Places looked at across and down a cell. */
const samples = 5

/** `size`: pixels of the picture along each side of a cell, 1 or more. */
export function reduced({ width, height, rgba }: RgbaPicture, size: number): Grey {
  const [columns, rows] = [Math.max(1, Math.floor(width / size)), Math.max(1, Math.floor(height / size))]
  const count = Math.min(samples, Math.ceil(size))
  const place = (cell: number, sample: number, most: number): number =>
    Math.min(most - 1, Math.floor((cell + (sample + 0.5) / count) * size))
  const values = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let sum = 0
      for (let v = 0; v < count; v++)
        for (let u = 0; u < count; u++)
          sum += rgba[4 * (place(row, v, height) * width + place(column, u, width)) + 1]!
      values[row * columns + column] = sum / count ** 2
    }
  return { width: columns, height: rows, values }
}

/** Rows become columns. */
export function transposed({ width, height, values }: Grey): Grey {
  const turned = values.map((_, at) => values[(at % height) * width + Math.floor(at / height)]!)
  return { width: height, height: width, values: turned }
}

/** Each cell becomes the mean of those up to `by` before and behind it in its row. */
export function alongRows({ width, height, values }: Grey, by: number): Grey {
  const drawn = values.map((_, at) => {
    const x = at % width
    const part = values.subarray(at - Math.min(x, by), at + Math.min(width - x, by + 1))
    return part.reduce((sum, value) => sum + value, 0) / part.length
  })
  return { width, height, values: drawn }
}
