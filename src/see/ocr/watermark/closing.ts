/** Greyscale closing where it is wanted: fills dark strokes thinner than its window, leaves what is broader. */

/** One byte a cell, row by row. */
export interface ByteGrid {
  readonly columns: number
  readonly rows: number
  readonly values: Uint8Array
}

/** The window reaches so many cells to all sides: strokes up to twice as many cells wide vanish. */
export const reach = 2

/** A copy, closed in the cells whose mask is not 0; windows end at the border of the grid. */
export function closedWhere(grid: ByteGrid, mask: Uint8Array): ByteGrid {
  const { columns, rows } = grid
  const light = lightest(grid)
  const values = grid.values.slice()
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      if (mask[y * columns + x] === 0) continue
      let least = 255
      const [right, bottom] = [Math.min(columns - 1, x + reach), Math.min(rows - 1, y + reach)]
      for (let v = Math.max(0, y - reach); v <= bottom; v++)
        for (let i = v * columns + Math.max(0, x - reach); i <= v * columns + right; i++)
          if (light[i]! < least) least = light[i]!
      values[y * columns + x] = least
    }
  return { columns, rows, values }
}

/** The greatest value within `reach` cells to all sides, first along the rows, then across them. */
function lightest({ columns, rows, values }: ByteGrid): Uint8Array {
  return greatest(greatest(values, 1), columns)

  function greatest(from: Uint8Array, step: number): Uint8Array {
    const pairs = greater(from, from, step)
    const fours = greater(pairs, pairs, 2 * step)
    const fives = greater(fours, from, 4 * step)
    // What was gathered ahead of a cell is moved to its middle.
    const shift = reach * step
    const moved = new Uint8Array(columns * rows)
    moved.set(fives.subarray(0, fives.length - shift), shift)
    moved.set(from.subarray(0, shift))
    return moved
  }
}

/** In each place the greater of one array and the other `ahead` places on. */
function greater(one: Uint8Array, other: Uint8Array, ahead: number): Uint8Array {
  const out = one.slice()
  for (let at = 0, end = one.length - ahead; at < end; at++)
    if (other[at + ahead]! > out[at]!) out[at] = other[at + ahead]!
  return out
}
