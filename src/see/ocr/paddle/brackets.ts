/** Reads the two brackets around the year of a document number together: 〔2021〕, not 〔2021]. */
import type { Alphabet } from './alphabet.js'
import { chanceOf } from './letters.js'
import type { RecognisedCharacter } from './letters.js'
import type { ModelOutput } from './session.js'

/** A pair and what else a poor print of it is taken for. */
interface Pair {
  readonly open: string
  readonly close: string
  readonly like: readonly [open: string, close: string]
  /**
   * GB/T 9704-2012, 7.2.5 prescribes the hexagonal bracket. It is often taken for the others in part, they are
   * hardly ever taken for it.
   */
  readonly weight: number
}
const pairs: readonly Pair[] = [
  { open: '〔', close: '〕', like: ['〔【「『｛{', '〕】」』｝}'], weight: 1 },
  { open: '[', close: ']', like: ['[', ']'], weight: 1 / 60 },
  { open: '［', close: '］', like: ['［', '］'], weight: 1 / 60 },
  { open: '（', close: '）', like: ['（(', '）)'], weight: 1 / 500 },
]
const opens = new Set(pairs.flatMap((pair) => [...pair.like[0]]))
const closes = new Set(pairs.flatMap((pair) => [...pair.like[1]]))

export function settleBrackets(
  letters: readonly RecognisedCharacter[],
  output: ModelOutput,
  alphabet: Alphabet,
): RecognisedCharacter[] {
  const settled = [...letters]
  const textAt = (i: number): string => (letters[i] ? alphabet.texts[letters[i].class]! : '')
  for (let i = 0; i + 5 < letters.length; i++) {
    const [a, b] = [letters[i]!, letters[i + 5]!]
    const year = [1, 2, 3, 4].every((k) => /\d/.test(textAt(i + k)))
    if (!year || !opens.has(textAt(i)) || !closes.has(textAt(i + 5))) continue
    const best = likeliest(a, b, output, alphabet)
    settled[i] = { ...a, class: alphabet.classOf(best.open) }
    settled[i + 5] = { ...b, class: alphabet.classOf(best.close) }
  }
  return settled
}

function likeliest(
  open: RecognisedCharacter,
  close: RecognisedCharacter,
  output: ModelOutput,
  alphabet: Alphabet,
): Pair {
  const chance = (letter: RecognisedCharacter, like: string): number =>
    [...like].reduce((sum, text) => sum + chanceOf(output, letter, alphabet.classOf(text)), 1e-4)
  const scores = pairs.map((pair) => pair.weight * chance(open, pair.like[0]) * chance(close, pair.like[1]))
  return pairs[scores.indexOf(Math.max(...scores))]!
}
