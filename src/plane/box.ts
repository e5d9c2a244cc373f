/** Geometry of upright boxes: areas, what two of them share, what encloses them. Any unit; y points down. */
import type { Box } from '../types.js'

/** 0: from left to right; 1: from top to bottom. */
export type Axis = 0 | 1

export function areaOf(box: Box): number {
  return box[2] * box[3]
}

/** Length that both cover along `axis`; below 0, how far apart they lie. */
export function overlapAlong(axis: Axis, one: Box, other: Box): number {
  const side = axis + 2
  return Math.min(one[axis] + one[side]!, other[axis] + other[side]!) - Math.max(one[axis], other[axis])
}

/** Area that lies in both; 0 where they only touch. */
export function overlapArea(one: Box, other: Box): number {
  const width = overlapAlong(0, one, other)
  const height = overlapAlong(1, one, other)
  return width > 0 && height > 0 ? width * height : 0
}

/** Share of the smaller box that lies in the other, 0–1. */
export function overlapShare(one: Box, other: Box): number {
  return overlapArea(one, other) / Math.max(1e-9, Math.min(areaOf(one), areaOf(other)))
}

/** Share of `inner` that lies in `outer`, 0–1. */
export function shareInside(inner: Box, outer: Box): number {
  return overlapArea(inner, outer) / Math.max(1e-9, areaOf(inner))
}

/** What lies in both; null where they only touch. */
export function intersection(one: Box, other: Box): Box | null {
  const [width, height] = [overlapAlong(0, one, other), overlapAlong(1, one, other)]
  return width > 0 && height > 0
    ? [Math.max(one[0], other[0]), Math.max(one[1], other[1]), width, height]
    : null
}

/** The smallest box around both. */
export function union(one: Box, other: Box): Box {
  const left = Math.min(one[0], other[0])
  const top = Math.min(one[1], other[1])
  const right = Math.max(one[0] + one[2], other[0] + other[2])
  const bottom = Math.max(one[1] + one[3], other[1] + other[3])
  return [left, top, right - left, bottom - top]
}

/** `box` with `margin` more on each side. */
export function grown([x, y, width, height]: Box, margin: number): Box {
  return [x - margin, y - margin, width + 2 * margin, height + 2 * margin]
}

/** The smallest box of whole cells around cells given as x, y, x, y …; a single cell is 1 by 1. */
export function cellBounds(cells: readonly number[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < cells.length; at += 2) {
    left = Math.min(left, cells[at]!)
    right = Math.max(right, cells[at]!)
    top = Math.min(top, cells[at + 1]!)
    bottom = Math.max(bottom, cells[at + 1]!)
  }
  return [left, top, right - left + 1, bottom - top + 1]
}
