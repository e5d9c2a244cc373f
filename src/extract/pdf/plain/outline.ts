/** The path under construction (ISO 32000-1, 8.5): its frame on the upright page, and whether it is a plain rectangle. */
import type { ClipBounds } from './state.js'
import type { Matrix } from '../../../plane/matrix.js'

export class Outline {
  #left = Infinity
  #top = Infinity
  #right = -Infinity
  #bottom = -Infinity
  /** Points and curves; a rectangle has four. */
  segments = 0
  #rectangles = 0

  point(x: number, y: number, [a, b, c, d, e, f]: Matrix): void {
    const [px, py] = [a * x + c * y + e, b * x + d * y + f]
    this.#left = Math.min(this.#left, px)
    this.#right = Math.max(this.#right, px)
    this.#top = Math.min(this.#top, py)
    this.#bottom = Math.max(this.#bottom, py)
    this.segments++
  }

  rectangle(x: number, y: number, width: number, height: number, matrix: Matrix): void {
    const upright = (matrix[1] === 0 && matrix[2] === 0) || (matrix[0] === 0 && matrix[3] === 0)
    this.point(x, y, matrix)
    this.point(x + width, y, matrix)
    this.point(x + width, y + height, matrix)
    this.point(x, y + height, matrix)
    if (upright) this.#rectangles++
  }

  get isEmpty(): boolean {
    return this.segments === 0
  }

  get frame(): ClipBounds {
    return [this.#left, this.#top, this.#right, this.#bottom]
  }

  /** The frame where the path is one upright rectangle and nothing else. */
  get asRectangle(): ClipBounds | null {
    return this.#rectangles === 1 && this.segments === 4 ? this.frame : null
  }
}

export function common(one: ClipBounds | null, other: ClipBounds | null): ClipBounds | null {
  if (!one || !other) return null
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ]
}
