/** Reads the first character of a level from the two that follow it: the alphabet lacks 絕, and 绝 is near it. */
import type { Alphabet } from './alphabet.js'
import { chanceOf } from './letters.js'
import type { RecognisedCharacter } from './letters.js'
import type { ModelOutput } from './session.js'

/** What may stand before 密★ (保守国家秘密法 art. 14), and which classes speak for it. */
const starts: readonly (readonly [text: string, like: string])[] = [
  ['绝', '绝絶'],
  ['机', '机'],
  ['機', '機'],
  ['秘', '秘'],
]
/** Something is printed where the blank is less likely than this. */
const surelyBlank = 0.995
/** The likeliest start must outweigh the next so many times. */
const outweighs = 20
/** Distance from the start to 密, in distances from 密 to ★; levels are often spread over three or four squares. */
const [nearest, farthest] = [0.5, 2.6]

/**
 * Where a line begins with 密★, or with one strange character and 密★, the start of the level is put before it. Only
 * where the recogniser saw something there: a line that is cut off stays as it is.
 */
export function settleLevelWord(
  letters: readonly RecognisedCharacter[],
  output: ModelOutput,
  alphabet: Alphabet,
): RecognisedCharacter[] {
  const textAt = (i: number): string => (letters[i] ? alphabet.texts[letters[i].class]! : '')
  const at = textAt(0) === '密' ? 0 : 1
  if (textAt(at) !== '密' || textAt(at + 1) !== '★') return [...letters]
  const before = at === 1 ? textAt(0) : ''
  if (starts.some(([text]) => text === before) || (before !== '' && !/\p{Script=Han}/u.test(before)))
    return [...letters]
  const start = startBefore(letters[at]!, letters[at + 1]!, output, alphabet)
  return start ? [start, ...letters.slice(at)] : [...letters]
}

function startBefore(
  secret: RecognisedCharacter,
  star: RecognisedCharacter,
  output: ModelOutput,
  alphabet: Alphabet,
): RecognisedCharacter | null {
  const pitch = star.centre - secret.centre
  const from = Math.max(0, Math.floor(secret.centre - farthest * pitch))
  let best: { letter: RecognisedCharacter; weight: number } | null = null
  for (let step = from; step <= secret.centre - nearest * pitch; step++) {
    const blank = output.data[step * output.shape[2]!]!
    if (blank > surelyBlank) continue
    const place = { class: 0, step, sure: 1 - blank, centre: step }
    const weights = starts.map(([text, like]) => ({ text, weight: weightOf(like, place, output, alphabet) }))
    const [first, second] = weights.sort((a, b) => b.weight - a.weight)
    if (first!.weight < outweighs * second!.weight || (best && first!.weight < best.weight)) continue
    best = { letter: { ...place, class: alphabet.classOf(first!.text) }, weight: first!.weight }
  }
  return best?.letter ?? null
}

function weightOf(like: string, place: RecognisedCharacter, output: ModelOutput, alphabet: Alphabet): number {
  return [...like].reduce((sum, text) => sum + chanceOf(output, place, alphabet.classOf(text)), 0)
}
