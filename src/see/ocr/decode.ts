/** Greedy CTC decoding: one class per step, repeats folded, blanks dropped. */
import type { Output } from './session.js'

/** Text of one line with its confidence and where each character peaked. */
export interface Reading {
  readonly text: string
  /** Mean probability of the kept characters, 0–1; 0 for an empty reading. */
  readonly confidence: number
  /** Probability of each UTF-16 unit of `text`. */
  readonly sure: Float32Array
  /** Centre of each UTF-16 unit along the line, as a fraction of the input's width. */
  readonly centres: Float32Array
}

/** `output` has the shape [1, steps, classes], probabilities; class 0 is the blank. */
export function decode(output: Output, alphabet: readonly string[]): Reading {
  const steps = output.shape[1]!
  const classes = output.shape[2]!
  const sure: number[] = []
  const centres: number[] = []
  let text = ''
  let last = 0
  let first = 0
  for (let step = 0; step < steps; step++) {
    const [best, value] = peak(output.data, step * classes, classes)
    if (best !== 0 && best === last) {
      centres[centres.length - 1] = ((first + step) / 2 + 0.5) / steps
      if (value > sure[sure.length - 1]!) sure[sure.length - 1] = value
    } else if (best !== 0) {
      text += alphabet[best]!
      sure.push(value)
      centres.push((step + 0.5) / steps)
      first = step
    }
    last = best
  }
  const confidence = sure.length ? sure.reduce((sum, value) => sum + value, 0) / sure.length : 0
  return { text, confidence, sure: Float32Array.from(sure), centres: Float32Array.from(centres) }
}

function peak(data: Float32Array, from: number, classes: number): [index: number, value: number] {
  let best = 0
  let value = data[from]!
  for (let i = 1; i < classes; i++) {
    const here = data[from + i]!
    if (here > value) {
      value = here
      best = i
    }
  }
  return [best, value]
}
