/** Connected cells of a mask as patches with their extent, filling and slant. */
import type { Box } from '../../types.js'
import type { Cells } from './cells.js'

/** Cells joined side by side; extent in cells, `right` and `bottom` excluded. */
export interface CellComponent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Indices into the maps of the field. */
  readonly members: Int32Array
}

/** Whether two cells side by side belong together. */
export type Joins = (at: number, other: number) => boolean

/** All patches of at least `least` cells, from the top down. */
export function patchesOf(
  mask: Uint8Array,
  columns: number,
  least: number,
  joins: Joins = () => true,
): CellComponent[] {
  const left = Uint8Array.from(mask)
  const stack = new Int32Array(mask.length)
  const found: CellComponent[] = []
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue
    const count = gather(left, stack, start, columns, joins)
    if (count >= least) found.push(patchOf(stack.slice(0, count), columns))
  }
  return found
}

/** Takes everything joined to `start` out of the mask; its cells are in `stack` up to the returned count. */
function gather(mask: Uint8Array, stack: Int32Array, start: number, columns: number, joins: Joins): number {
  let count = 0
  stack[count++] = start
  mask[start] = 0
  for (let next = 0; next < count; next++) {
    const at = stack[next]!
    const column = at % columns
    const around = [column > 0 ? at - 1 : -1, column < columns - 1 ? at + 1 : -1, at - columns, at + columns]
    for (const other of around) {
      if (other < 0 || other >= mask.length || mask[other] === 0 || !joins(at, other)) continue
      mask[other] = 0
      stack[count++] = other
    }
  }
  return count
}

export function patchOf(members: Int32Array, columns: number): CellComponent {
  let [left, top, right, bottom] = [columns, Infinity, 0, 0]
  for (const at of members) {
    const column = at % columns
    const row = Math.floor(at / columns)
    if (column < left) left = column
    if (column >= right) right = column + 1
    if (row < top) top = row
    if (row >= bottom) bottom = row + 1
  }
  return { left, top, right, bottom, members }
}

/** A patch as an upright or slightly slanted rectangle: its sides in cells and how much of it is filled. */
export interface Slab {
  readonly length: number
  readonly height: number
  /** Rise per cell along the patch; 0 for short ones. */
  readonly slope: number
  /** 1: a full rectangle; a disc has 0.79. */
  readonly fill: number
}

/** Sides are told along the patch's own slant (up to about 5°), so that a skewed scan of a rectangle is full. */
export function slabOf(patch: CellComponent, columns: number): Slab {
  const slope = slopeOf(patch, columns)
  let [low, high, first, last] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const at of patch.members) {
    const x = at % columns
    const y = Math.floor(at / columns)
    const across = y - slope * x
    const along = x + slope * y
    if (across < low) low = across
    if (across > high) high = across
    if (along < first) first = along
    if (along > last) last = along
  }
  const height = high - low + 1
  const length = last - first + 1
  // A slanted edge runs through cells it only touches: half a step of the slope is not emptiness.
  const lost = Math.min(0.9, Math.abs(slope) * length * 0.5)
  return { length, height, slope, fill: patch.members.length / (length * Math.max(1, height - lost)) }
}

const STEEPEST = 0.09

/** Rise per cell of the line through the middles of the patch's columns. */
function slopeOf(patch: CellComponent, columns: number): number {
  const { left, right, members } = patch
  if (right - left < 6 || right - left < 1.5 * (patch.bottom - patch.top)) return 0
  let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0]
  for (const at of members) {
    const x = (at % columns) - left
    const y = Math.floor(at / columns)
    sumX += x
    sumY += y
    sumXX += x * x
    sumXY += x * y
  }
  const count = members.length
  const slope = (count * sumXY - sumX * sumY) / Math.max(1, count * sumXX - sumX * sumX)
  return Math.max(-STEEPEST, Math.min(STEEPEST, slope))
}

export function touchesEdge(patch: CellComponent, cells: Cells, margin = 1): boolean {
  return (
    patch.left < margin ||
    patch.top < margin ||
    patch.right > cells.columns - margin ||
    patch.bottom > cells.rows - margin
  )
}

/** Extent of the patch in pixels of the raster, grown by a share of a cell on each side. */
export function boxOf(patch: CellComponent, cells: Cells, grow = 0): Box {
  const { cell, raster } = cells
  const left = Math.max(0, (patch.left - grow) * cell)
  const top = Math.max(0, (patch.top - grow) * cell)
  const right = Math.min(raster.width, (patch.right + grow) * cell)
  const bottom = Math.min(raster.height, (patch.bottom + grow) * cell)
  return [left, top, right - left, bottom - top]
}

/** To a millimetre (`mm` cells) or a tenth. */
export function isSameSize(one: Slab, other: Slab, mm: number): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= Math.max(1, mm, 0.1 * Math.max(a, b))
  return near(one.length, other.length) && near(one.height, other.height)
}
