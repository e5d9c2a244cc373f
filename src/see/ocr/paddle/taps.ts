/** Which source pixels make up each target pixel when one axis is scaled. */

/** For target pixel `i`: `count[i]` source pixels from `start[i]`, weights from `i * most`; they sum to 1. */
export interface Taps {
  readonly start: Int32Array
  readonly count: Int32Array
  readonly weights: Float32Array
  readonly most: number
}

/**
 * Triangle filter: bilinear when enlarging, a weighted mean of the covered pixels when shrinking.
 * `from` and `length` give the stretch of an axis of `size` pixels that becomes `target` pixels.
 */
export function tapsFor(from: number, size: number, length: number, target: number): Taps {
  const step = length / target
  const reach = Math.max(1, 0.75 * step)
  const most = Math.ceil(reach * 2) + 1
  const start = new Int32Array(target)
  const count = new Int32Array(target)
  const weights = new Float32Array(target * most)
  for (let at = 0; at < target; at++) {
    const centre = from + (at + 0.5) * step - 0.5
    const first = clamp(Math.ceil(centre - reach), size)
    const last = Math.max(first, clamp(Math.floor(centre + reach), size))
    start[at] = first
    count[at] = last - first + 1
    let sum = 0
    for (let i = first; i <= last; i++) {
      const weight = Math.max(1e-6, 1 - Math.abs(i - centre) / reach)
      weights[at * most + i - first] = weight
      sum += weight
    }
    for (let i = 0; i <= last - first; i++) weights[at * most + i]! /= sum
  }
  return { start, count, weights, most }
}

function clamp(value: number, size: number): number {
  return Math.max(0, Math.min(size - 1, value))
}
