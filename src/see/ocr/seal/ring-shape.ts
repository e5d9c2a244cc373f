/** The outline of a ring: a circle with a little play for ovals, fitted to the places where it was seen. */

/** Centre and mean radius in raster pixels; `play`: cosine and sine of once and twice the angle, in raster pixels. */
export interface RingShape {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly play: readonly [number, number, number, number]
}

/** Distance of the outline from the centre in a direction in radians, clockwise from the right. */
export function radiusAt({ radius, play }: RingShape, theta: number): number {
  const [once, onceSine, twice, twiceSine] = play
  const oval = twice * Math.cos(2 * theta) + twiceSine * Math.sin(2 * theta)
  return radius + once * Math.cos(theta) + onceSine * Math.sin(theta) + oval
}

/** Shares of the radius within which places count, round after round. */
const rounds = [0.1, 0.07, 0.045, 0.03, 0.025]
const fewest = 24

/** The shape moved onto the places seen, or null where they make up none. */
export function fitted(shape: RingShape, seen: readonly { theta: number; at: number }[]): RingShape | null {
  let best = shape
  for (const share of rounds) {
    const near = seen.filter(
      ({ theta, at }) => Math.abs(at - radiusAt(best, theta)) < Math.max(2, share * shape.radius),
    )
    if (near.length < fewest) return null
    const solved = leastSquares(near)
    if (!solved) return null
    const [radius, once, onceSine, twice, twiceSine] = solved as [number, number, number, number, number]
    best = { ...best, radius, play: [once, onceSine, twice, twiceSine] }
  }
  const most = Math.max(...best.play.map(Math.abs))
  return most < 0.12 * best.radius ? best : null
}

function leastSquares(seen: readonly { theta: number; at: number }[]): number[] | null {
  const size = 5
  const rows = Array.from({ length: size }, () => new Float64Array(size + 1))
  for (const { theta, at } of seen) {
    const terms = [1, Math.cos(theta), Math.sin(theta), Math.cos(2 * theta), Math.sin(2 * theta)]
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < size; k++) rows[i]![k]! += terms[i]! * terms[k]!
      rows[i]![size]! += terms[i]! * at
    }
  }
  return solve(rows, size)
}

/** Gauss and Jordan; null where the places lie on too short an arc to tell. */
function solve(rows: Float64Array[], size: number): number[] | null {
  for (let i = 0; i < size; i++) {
    const pivot = rows.reduce(
      (best, row, k) => (k >= i && Math.abs(row[i]!) > Math.abs(rows[best]![i]!) ? k : best),
      i,
    )
    ;[rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!]
    if (Math.abs(rows[i]![i]!) < 1e-3) return null
    for (let k = 0; k < size; k++) {
      if (k === i) continue
      const factor = rows[k]![i]! / rows[i]![i]!
      for (let j = i; j <= size; j++) rows[k]![j]! -= factor * rows[i]![j]!
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!)
}
