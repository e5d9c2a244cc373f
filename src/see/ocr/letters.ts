/** Greedy CTC decoding: one class per step, repeats folded, blanks dropped. */
import type { Output } from './session.js'

/** One character as the recogniser saw it. `step` is where it peaked; 8 pixels of the input are one step. */
export interface Letter {
  readonly class: number
  readonly step: number
  /** Probability at the peak, 0–1. */
  readonly sure: number
  /** Middle of the steps it covers. */
  readonly centre: number
}

/** `output` has the shape [1, steps, classes], probabilities; class 0 is the blank. */
export function lettersOf(output: Output): Letter[] {
  const steps = output.shape[1]!
  const classes = output.shape[2]!
  const letters: Letter[] = []
  let last = 0
  let first = 0
  for (let step = 0; step < steps; step++) {
    const best = peakOf(output.data, step * classes, classes)
    const sure = output.data[step * classes + best]!
    if (best !== 0 && best === last) {
      const letter = letters.pop()!
      const centre = (first + step) / 2
      letters.push(sure > letter.sure ? { class: best, step, sure, centre } : { ...letter, centre })
    } else if (best !== 0) {
      letters.push({ class: best, step, sure, centre: step })
      first = step
    }
    last = best
  }
  return letters
}

function peakOf(data: Float32Array, from: number, classes: number): number {
  let best = 0
  let value = data[from]!
  for (let i = 1; i < classes; i++) {
    const here = data[from + i]!
    if (here > value) {
      value = here
      best = i
    }
  }
  return best
}

/** Probability of a class at a letter's peak; 0 for a class the model does not have. */
export function chanceOf(output: Output, letter: Letter, index: number): number {
  return index < 0 ? 0 : output.data[letter.step * output.shape[2]! + index]!
}
