/** Greedy CTC decoding: one class per step, repeats folded, blanks dropped. */
import type { ModelOutput } from './session.js'

/** One character as the recogniser saw it. `step` is where it peaked; 8 pixels of the input are one step. */
export interface RecognisedCharacter {
  readonly class: number
  readonly step: number
  /** Probability at the peak, 0–1. */
  readonly sure: number
  /** Middle of the steps it covers. */
  readonly centre: number
}

/** `output` has the shape [1, steps, classes], probabilities; class 0 is the blank. */
export function lettersOf(output: ModelOutput): RecognisedCharacter[] {
  const steps = output.shape[1]!
  const classes = output.shape[2]!
  const letters: RecognisedCharacter[] = []
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

/** Fewest steps between a character read and one overlooked: half of two characters side by side. */
const apart = 2.5
/** A blank this sure has nothing under it. */
const surelyBlank = 0.95
/** An overlooked character must outweigh everything else that is not blank. */
const outweighs = 0.55

/**
 * Adds characters the recogniser saw but called blank by a narrow margin, as it often does with ★ between
 * spaces. Only where no character was read nearby; `barred` classes (unknown, space) are never added.
 */
export function withOverlooked(
  output: ModelOutput,
  letters: readonly RecognisedCharacter[],
  barred: ReadonlySet<number>,
): RecognisedCharacter[] {
  const classes = output.shape[2]!
  const added: RecognisedCharacter[] = []
  for (let step = 0; step < output.shape[1]!; step++) {
    const blank = output.data[step * classes]!
    if (blank > surelyBlank) continue
    if ([...letters, ...added].some((letter) => Math.abs(letter.centre - step) < apart)) continue
    const best = peakOf(output.data, step * classes, classes, 1)
    const sure = output.data[step * classes + best]! / (1 - blank)
    if (sure > outweighs && !barred.has(best)) added.push({ class: best, step, sure, centre: step })
  }
  return [...letters, ...added].sort((a, b) => a.step - b.step)
}

function peakOf(data: Float32Array, from: number, classes: number, least = 0): number {
  let best = least
  let value = data[from + least]!
  for (let i = least + 1; i < classes; i++) {
    const here = data[from + i]!
    if (here > value) {
      value = here
      best = i
    }
  }
  return best
}

/** Probability of a class at a letter's peak; 0 for a class the model does not have. */
export function chanceOf(output: ModelOutput, letter: RecognisedCharacter, index: number): number {
  return index < 0 ? 0 : output.data[letter.step * output.shape[2]! + index]!
}
