/** A path that is stroked only: the place its ink takes, and how much ink it is. */
import type { Box } from '../../types.js'
import type { Engine } from './engine.js'
import { uprightBox } from './geometry.js'
import type { PageObject } from './objects.js'
import { compose, type Matrix } from '../../plane/matrix.js'

export interface PathStroke {
  /** PDFium's own bounds reach out by the whole width, and at sharp corners by ten widths. */
  readonly box: Box
  /** Width of the line in points. */
  readonly width: number
  /** Square points, overlaps counted twice. */
  readonly ink: number
}

/** Ends of lines and curves measured in one path; of a longer one PDFium's bounds are taken. */
export const mostEnds = 400
/** In points: a line that leaves its direction by less is upright or level. */
const straight = 0.01
/** FPDF_SEGMENT_MOVETO of fpdf_edit.h. */
const moveTo = 2

/** Null for what is filled, or not stroked at all. Curves are followed by their control points. */
export function strokeOf(engine: Engine, { kind, handle, box, frame }: PageObject): PathStroke | null {
  const { call, scratch } = engine
  if (kind !== 'path' || !isStrokedOnly(engine, handle)) return null
  if (!call.FPDFPageObj_GetStrokeWidth(handle, scratch)) return null
  const stated = engine.memory().f32[scratch >> 2]!
  const matrix = compose(matrixOf(engine, handle), frame.toUpright)
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  const width = stated * scale
  const count = call.FPDFPath_CountSegments(handle)
  const { length, extent } = followed(engine, handle, Math.min(count, mostEnds))
  const ink = length * scale * width * Math.max(1, count / mostEnds)
  if (!extent || count > mostEnds) return { box, width, ink }
  const [x, y, wide, high] = uprightBox(matrix, ...extent)
  // A straight line that ends where it is said to ends there; one that bends may turn either way.
  const butt = call.FPDFPageObj_GetLineCap(handle) === 0
  const along = butt && high < straight ? 0 : width / 2
  const across = butt && wide < straight ? 0 : width / 2
  return { box: [x - along, y - across, wide + 2 * along, high + 2 * across], width, ink }
}

function isStrokedOnly({ call, scratch, memory }: Engine, path: number): boolean {
  if (!call.FPDFPath_GetDrawMode(path, scratch, scratch + 4)) return false
  const { i32 } = memory()
  return i32[scratch >> 2] === 0 && i32[(scratch >> 2) + 1] !== 0
}

function matrixOf({ call, scratch, memory }: Engine, path: number): Matrix {
  if (!call.FPDFPageObj_GetMatrix(path, scratch)) return [1, 0, 0, 1, 0, 0]
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = memory().f32.subarray(scratch >> 2, (scratch >> 2) + 6)
  return [a, b, c, d, e, f]
}

interface Followed {
  /** In units of the path. */
  readonly length: number
  readonly extent: readonly [left: number, bottom: number, right: number, top: number] | null
}

function followed({ call, scratch, memory }: Engine, path: number, ends: number): Followed {
  let [length, x, y] = [0, 0, 0]
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let index = 0; index < ends; index++) {
    const segment = call.FPDFPath_GetPathSegment(path, index)
    if (!call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)) continue
    const { f32 } = memory()
    const [toX, toY] = [f32[scratch >> 2]!, f32[(scratch >> 2) + 1]!]
    if (call.FPDFPathSegment_GetType(segment) !== moveTo) length += Math.hypot(toX - x, toY - y)
    x = toX
    y = toY
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  return { length, extent: left <= right ? [left, bottom, right, top] : null }
}
