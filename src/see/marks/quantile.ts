/** The value below which a share of chosen values lies. */

/** Of `values` at the places `chosen`; 0 for none. Places are sampled, so the answer is good to about a hundredth. */
export function quantile(chosen: Int32Array, values: Float32Array, share: number): number {
  const step = Math.max(1, Math.floor(chosen.length / 8000))
  const sample = new Float32Array(Math.ceil(chosen.length / step))
  for (let at = 0; at < sample.length; at++) sample[at] = values[chosen[at * step]!]!
  sample.sort()
  return sample[Math.min(sample.length - 1, Math.floor(sample.length * share))] ?? 0
}
