/** Transformations of a drawing (SVG 2, 8). */
import { compose, identity, type Matrix } from '../../plane/matrix.js'

/** Unknown functions change nothing. */
export function readTransform(text: string | undefined): Matrix {
  let matrix = identity
  for (const [, name, list] of (text ?? '').slice(0, 4096).matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const values = list!.split(/[\s,]+/).filter(Boolean)
    matrix = compose(one(name!, values.map(Number.parseFloat)), matrix)
  }
  return matrix.every(Number.isFinite) ? matrix : identity
}

function one(name: string, values: readonly number[]): Matrix {
  const [x = 0, y = 0] = values
  if (name === 'matrix' && values.length >= 6) return values.slice(0, 6) as unknown as Matrix
  if (name === 'translate') return [1, 0, 0, 1, x, y]
  if (name === 'scale') return [x, 0, 0, values.length > 1 ? y : x, 0, 0]
  if (name !== 'rotate') return identity
  const [cos, sin] = [Math.cos((x * Math.PI) / 180), Math.sin((x * Math.PI) / 180)]
  const [cx = 0, cy = 0] = values.slice(1)
  return [cos, sin, -sin, cos, cx - cos * cx + sin * cy, cy - sin * cx - cos * cy]
}
