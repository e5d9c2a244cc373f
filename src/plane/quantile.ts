/** Order statistics of lists of numbers. */

/** The upper one of two middles; `none` for an empty list. */
export function median(values: ArrayLike<number>, none = 0): number {
  return quantile(values, 0.5, none)
}

/** The value that a `share` of them lies below, 0–1; `none` for an empty list. */
export function quantile(values: ArrayLike<number>, share: number, none = 0): number {
  const sorted = new Float64Array(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? none
}

/** The same of `values` at the places `chosen`; 0 for none. Places are sampled: good to about a hundredth. */
export function quantileAt(chosen: Int32Array, values: Float32Array, share: number): number {
  const step = Math.max(1, Math.floor(chosen.length / 8000))
  const sample = new Float32Array(Math.ceil(chosen.length / step))
  for (let at = 0; at < sample.length; at++) sample[at] = values[chosen[at * step]!]!
  return quantile(sample, share)
}
