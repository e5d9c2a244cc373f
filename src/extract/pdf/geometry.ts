/** From PDF user space (origin bottom-left, any rotation) to the upright page (origin top-left, points). */
import type { Box } from '../../types.js'
import type { Engine } from './engine.js'
import type { Matrix } from '../../plane/matrix.js'

/** Clockwise quarter turns. */
export type Turns = 0 | 1 | 2 | 3

export interface UprightPage {
  readonly width: number
  readonly height: number
  readonly toUpright: Matrix
  /** Turned further than the file says, because its text lies on its side. */
  readonly turned: Turns
}

/** FPDF_GetPageBoundingBox is CropBox ∩ MediaBox; /Rotate turns it clockwise (ISO 32000-1, 7.7.3.3). */
export function readSheet(engine: Engine, page: number, turned: Turns = 0): UprightPage {
  const { call, scratch } = engine
  const [stated, other] = [call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)].map(rounded)
  const [width, height] = turned % 2 === 0 ? [stated!, other!] : [other!, stated!]
  call.FPDF_GetPageBoundingBox(page, scratch)
  const [left = 0, top = height, right = width, bottom = 0] = engine
    .memory()
    .f32.subarray(scratch >> 2, (scratch >> 2) + 4)
  const turns = (call.FPDFPage_GetRotation(page) + turned) & 3
  const toUpright: readonly Matrix[] = [
    [1, 0, 0, -1, -left, top],
    [0, 1, 1, 0, -bottom, -left],
    [-1, 0, 0, 1, right, -bottom],
    [0, -1, -1, 0, top, right],
  ]
  return { width, height, toUpright: toUpright[turns]!, turned }
}

/** The upright box around a rectangle of user space. */
export function uprightBox(matrix: Matrix, left: number, bottom: number, right: number, top: number): Box {
  const [a, b, c, d, e, f] = matrix
  const xs = [a * left + c * bottom, a * right + c * bottom, a * left + c * top, a * right + c * top]
  const ys = [b * left + d * bottom, b * right + d * bottom, b * left + d * top, b * right + d * top]
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return [x + e, y + f, Math.max(...xs) - x, Math.max(...ys) - y]
}

export function overlap(one: Box, other: Box): number {
  const width = Math.min(one[0] + one[2], other[0] + other[2]) - Math.max(one[0], other[0])
  const height = Math.min(one[1] + one[3], other[1] + other[3]) - Math.max(one[1], other[1])
  return width > 0 && height > 0 ? width * height : 0
}

/** What lies in both; null where they only touch. */
export function shared(one: Box, other: Box): Box | null {
  const [x, y] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])]
  const width = Math.min(one[0] + one[2], other[0] + other[2]) - x
  const height = Math.min(one[1] + one[3], other[1] + other[3]) - y
  return width > 0 && height > 0 ? [x, y, width, height] : null
}

/** The smallest box around both. */
export function around(one: Box, other: Box): Box {
  const x = Math.min(one[0], other[0])
  const y = Math.min(one[1], other[1])
  const right = Math.max(one[0] + one[2], other[0] + other[2])
  const bottom = Math.max(one[1] + one[3], other[1] + other[3])
  return [x, y, right - x, bottom - y]
}

/** PDFium counts in 32-bit floats; a thousandth of a point is finer than any printer. */
export function rounded(points: number): number {
  return Math.round(points * 1000) / 1000
}
