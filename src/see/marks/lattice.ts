/** How strictly the edges of a band keep to a lattice of upright lines, as the tiles of a mosaic do. */
import type { GreyField } from './field.js'
import type { CellComponent } from './patches.js'
import { quantile } from '../../plane/quantile.js'

export interface Lattice {
  /** Share of the edges that keep to the lattice, 0–1, the weaker of the lattice and its half. */
  readonly strength: number
  /** Pixels from line to line. */
  readonly period: number
  /** How many columns the edges are spread over, strong ones counting more: the two ends of a bar make 2. */
  readonly lines: number
}

const SHORTEST = 3.5
/** Tiles higher than this share of the band would leave no type to tell. */
const LARGEST_SHARE = 0.75

/** `skew` is the rise per pixel of level lines on the page: upright ones lean by as much. */
export function latticeOf(patch: CellComponent, field: GreyField, skew: number): Lattice {
  const edges = uprightEdges(patch, field, skew)
  const height = (patch.bottom - patch.top) * field.cell
  const longest = Math.max(SHORTEST * 2, height * LARGEST_SHARE)
  const step = 1 / (4 * edges.length)
  const lines = spreadOver(edges)
  let best: Lattice = { strength: 0, period: 0, lines }
  for (let rate = 1 / longest; rate < 1 / SHORTEST; rate += step) {
    const strength = Math.min(regularity(edges, rate), regularity(edges, 2 * rate) + 0.12)
    if (strength > best.strength) best = { strength, period: 1 / rate, lines }
  }
  return best
}

/** Energy of sideways steps per column of pixels, the usual grain taken off. */
function uprightEdges(patch: CellComponent, field: GreyField, skew: number): Float32Array {
  const { grey, cell, raster } = field
  const [left, right] = [patch.left * cell, Math.min(raster.width - 2, patch.right * cell)]
  const [top, bottom] = [patch.top * cell, patch.bottom * cell]
  const edges = new Float32Array(right - left)
  for (let y = top; y < bottom; y++) {
    const lean = Math.round(skew * ((top + bottom) / 2 - y))
    const row = y * raster.width + lean
    for (let x = Math.max(left, -lean); x < Math.min(right, raster.width - 2 - lean); x++) {
      const step = grey[row + x + 1]! - grey[row + x]!
      edges[x - left]! += step * step
    }
  }
  const usual = quantile(edges, 0.4)
  return edges.map((value) => Math.max(0, value - usual))
}

/** Length of the mean direction of all edges when the band is wound around a circle `rate` times a pixel. */
function regularity(edges: Float32Array, rate: number): number {
  const [turnX, turnY] = [Math.cos(2 * Math.PI * rate), Math.sin(2 * Math.PI * rate)]
  let [x, y, sumX, sumY, sum] = [1, 0, 0, 0, 0]
  for (const edge of edges) {
    sumX += edge * x
    sumY += edge * y
    sum += edge
    const next = x * turnX - y * turnY
    y = x * turnY + y * turnX
    x = next
  }
  return sum > 0 ? Math.hypot(sumX, sumY) / sum : 0
}

function spreadOver(edges: Float32Array): number {
  let [sum, squares] = [0, 0]
  for (const edge of edges) {
    sum += edge
    squares += edge * edge
  }
  return squares > 0 ? (sum * sum) / squares : 0
}
