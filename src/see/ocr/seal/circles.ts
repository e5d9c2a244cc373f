/** Guesses where circles of the size of a seal may stand: every edge votes for the centres it could be bent around. */
import type { RgbaPicture } from '../picture.js'
import type { RingShape } from './ring-shape.js'

/** Cells across the longer side. */
const finest = 480
/** Radii of seals in shares of the longer side, from 30 mm across on two pages side by side to 58 mm on a card. */
const [least, most] = [0.03, 0.12]
/** Strength of an edge between paper and ink. */
const edge = 150
/** Centres with most votes that are weighed, how far apart in cells, and the guesses worth a closer look. */
const [weighed, apart, guesses] = [24, 3, 5]
/** A centre needs votes from this share of the smallest circle, inside and outside of its stroke. */
const enough = 0.2
/** Edge cells a circle must have for each cell of its radius; a whole ring has about ten. */
const dense = 3

interface Edges {
  readonly columns: number
  readonly rows: number
  readonly x: Uint16Array
  readonly y: Uint16Array
  /** Unit vectors across the edge. */
  readonly u: Float32Array
  readonly v: Float32Array
  readonly count: number
}

/** The likeliest first, in raster pixels. */
export function centresIn(picture: RgbaPicture): RingShape[] {
  const cell = Math.max(1, Math.ceil(Math.max(picture.width, picture.height) / finest))
  const edges = edgesOf(picture, cell)
  const length = Math.max(edges.columns, edges.rows)
  const [from, to] = [Math.max(8, Math.floor(least * length)), Math.ceil(most * length)]
  const votes = votesOf(edges, from, to)
  const circles = peaksOf(votes, edges, enough * 2 * Math.PI * from).map(({ x, y }) => ({
    ...radiusAround(edges, x, y, from, to),
    x,
    y,
  }))
  const likely = circles.filter(({ share }) => share > dense).sort((a, b) => b.share - a.share)
  return likely.slice(0, guesses).map(({ x, y, radius }) => ({
    x: (x + 0.5) * cell,
    y: (y + 0.5) * cell,
    radius: radius * cell,
    play: [0, 0, 0, 0],
  }))
}

/** Darkest of a few samples of each cell, so that thin strokes survive; then the slope of that. */
function edgesOf(picture: RgbaPicture, cell: number): Edges {
  const columns = Math.floor(picture.width / cell)
  const rows = Math.floor(picture.height / cell)
  const grey = new Uint8Array(columns * rows)
  const step = Math.max(1, Math.floor(cell / 2))
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let darkest = 255
      for (let v = 0; v < cell; v += step)
        for (let u = 0; u < cell; u += step) {
          const value = picture.rgba[4 * ((y * cell + v) * picture.width + x * cell + u) + 1]!
          if (value < darkest) darkest = value
        }
      grey[y * columns + x] = darkest
    }
  return slopes(grey, columns, rows)
}

function slopes(grey: Uint8Array, columns: number, rows: number): Edges {
  const size = columns * rows
  const [x, y] = [new Uint16Array(size), new Uint16Array(size)]
  const [u, v] = [new Float32Array(size), new Float32Array(size)]
  let count = 0
  for (let row = 1; row < rows - 1; row++)
    for (let column = 1; column < columns - 1; column++) {
      const i = row * columns + column
      const [a, b] = [i - columns, i + columns]
      const across =
        grey[a + 1]! + 2 * grey[i + 1]! + grey[b + 1]! - grey[a - 1]! - 2 * grey[i - 1]! - grey[b - 1]!
      const down = grey[b - 1]! + 2 * grey[b]! + grey[b + 1]! - grey[a - 1]! - 2 * grey[a]! - grey[a + 1]!
      const square = across * across + down * down
      if (square < edge * edge) continue
      const strength = Math.sqrt(square)
      x[count] = column
      y[count] = row
      u[count] = across / strength
      v[count++] = down / strength
    }
  return { columns, rows, x, y, u, v, count }
}

function votesOf({ columns, rows, x, y, u, v, count }: Edges, from: number, to: number): Uint16Array {
  const votes = new Uint16Array(columns * rows)
  for (let i = 0; i < count; i++) {
    // Every other edge will do.
    if ((x[i]! + y[i]!) % 2 === 1) continue
    for (const side of [-1, 1]) {
      const [du, dv] = [side * u[i]!, side * v[i]!]
      let [cx, cy] = [x[i]! + 0.5 + from * du, y[i]! + 0.5 + from * dv]
      for (let radius = from; radius <= to; radius++, cx += du, cy += dv) {
        if (cx < 0 || cy < 0 || cx >= columns || cy >= rows) break
        votes[(cy | 0) * columns + (cx | 0)]!++
      }
    }
  }
  return votes
}

function peaksOf(votes: Uint16Array, { columns, rows }: Edges, bar: number): { x: number; y: number }[] {
  const found: { x: number; y: number; sum: number }[] = []
  for (let y = 1; y < rows - 1; y++)
    for (let x = 1; x < columns - 1; x++) {
      const i = y * columns + x
      const [above, below] = [i - columns, i + columns]
      const sum =
        votes[above - 1]! +
        votes[above]! +
        votes[above + 1]! +
        votes[i - 1]! +
        votes[i]! +
        votes[i + 1]! +
        votes[below - 1]! +
        votes[below]! +
        votes[below + 1]!
      if (sum > bar) found.push({ x, y, sum })
    }
  const peaks: { x: number; y: number }[] = []
  for (const { x, y } of found.sort((a, b) => b.sum - a.sum)) {
    if (peaks.some((peak) => Math.hypot(peak.x - x, peak.y - y) < apart)) continue
    if (peaks.push({ x, y }) === weighed) break
  }
  return peaks
}

/** The radius at which most of the circle is edge that faces the centre, and how much of it is. */
function radiusAround(
  edges: Edges,
  cx: number,
  cy: number,
  from: number,
  to: number,
): { radius: number; share: number } {
  const counts = new Float64Array(to + 3)
  for (let i = 0; i < edges.count; i++) {
    const [dx, dy] = [edges.x[i]! - cx, edges.y[i]! - cy]
    const square = dx * dx + dy * dy
    if (square < from * from || square > (to + 1) * (to + 1)) continue
    const distance = Math.sqrt(square)
    if (Math.abs(dx * edges.u[i]! + dy * edges.v[i]!) > 0.9 * distance) counts[Math.round(distance)]!++
  }
  let best = from
  const share = (r: number): number => (counts[r - 1]! + counts[r]! + counts[r + 1]!) / r
  for (let radius = from; radius <= to; radius++) if (share(radius) > share(best)) best = radius
  return { radius: best, share: share(best) }
}
