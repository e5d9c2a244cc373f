/** Transformations of a drawing (SVG 2, 8): [a b c d e f], x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

export function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

/** Unknown functions change nothing. */
export function readTransform(text: string | undefined): Matrix {
  let matrix = identity
  for (const [, name, list] of (text ?? '').slice(0, 4096).matchAll(/(\w+)\s*\(([^)]*)\)/g))
    matrix = times(
      matrix,
      one(
        name!,
        list!
          .split(/[\s,]+/)
          .filter(Boolean)
          .map(Number.parseFloat),
      ),
    )
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
