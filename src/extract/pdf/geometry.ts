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

/** PDFium counts in 32-bit floats; a thousandth of a point is finer than any printer. */
export function rounded(points: number): number {
  return Math.round(points * 1000) / 1000
}
