/** From the units a metafile draws in to one plane: its window on the viewport, and a transformation of its own. */
import type { Point } from './canvas.js'

/** a, b, c, d, e, f: x′ = a·x + c·y + e, y′ = b·x + d·y + f ([MS-EMF] 2.2.28). */
export type Transformation = readonly [number, number, number, number, number, number]
const same: Transformation = [1, 0, 0, 1, 0, 0]

export interface Plane {
  readonly world: Transformation
  readonly from: Point
  readonly extent: Point
  readonly to: Point
  readonly shown: Point
}

export const plainPlane: Plane = { world: same, from: [0, 0], extent: [1, 1], to: [0, 0], shown: [1, 1] }

export function placed({ world, from, extent, to, shown }: Plane, [x, y]: Point): Point {
  const [a, b, c, d, e, f] = world
  const [u, v] = [a * x + c * y + e, b * x + d * y + f]
  return [
    ((u - from[0]) * shown[0]) / (extent[0] || 1) + to[0],
    ((v - from[1]) * shown[1]) / (extent[1] || 1) + to[1],
  ]
}

/** First `one`, then `other`. */
export function joined(one: Transformation, other: Transformation): Transformation {
  const [a, b, c, d, e, f] = one
  const [p, q, r, s, t, u] = other
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}
