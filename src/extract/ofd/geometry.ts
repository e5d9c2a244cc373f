/** Matrices and boxes of OFD: millimetres inside, points (1/72 inch) outside, origin top-left, y downwards. */
import type { Box } from '../../types.js'
import { identity, type Matrix } from '../../plane/matrix.js'

/** Points in a millimetre. */
export const pointsPerMillimetre = 72 / 25.4

/** Numbers of an ST_Array, ST_Box or ST_Pos; what is no number is left out. */
export function numbers(text: string | undefined): number[] {
  if (!text) return []
  return text
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .filter(Number.isFinite)
}

export function matrixOf(text: string | undefined): Matrix {
  const values = numbers(text)
  return values.length >= 6 ? (values.slice(0, 6) as unknown as Matrix) : identity
}

/** null: the box is not stated, or stated wrongly. */
export function boxOf(text: string | undefined): Box | null {
  const values = numbers(text)
  return values.length >= 4 ? (values.slice(0, 4) as unknown as Box) : null
}

/** Millimetres to points. */
export function inPoints([x, y, width, height]: Box): Box {
  const unit = pointsPerMillimetre
  return [x * unit, y * unit, width * unit, height * unit]
}
