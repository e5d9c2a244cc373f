/** Reads the numeral of a term from where it stands: in columns 二 and 三 look like rules between ★ and 十年. */
import type { Alphabet } from './alphabet.js'
import { chanceOf } from './letters.js'
import type { RecognisedCharacter } from './letters.js'
import type { ModelOutput } from './session.js'

/** What a numeral made of bars is taken for, and which numerals there can be: no term is longer than thirty years. */
const bars = /^[-—–_=:;|!'"、,.·一Il1]$/u
const numerals = ['二', '三']
/** Each bar may be taken for a sign of its own. */
const mostBars = 3
/** The likelier numeral must outweigh the other so many times. */
const outweighs = 3
/** Steps to both sides of the character in which the recogniser may have thought of a numeral. */
const around = 1

/** `★-十年` and `★--十年` become `★二十年` or `★三十年`, where the recogniser thought of one of them and not of the other. */
export function settleTerm(
  letters: readonly RecognisedCharacter[],
  output: ModelOutput,
  alphabet: Alphabet,
): RecognisedCharacter[] {
  const text = letters.map((letter) => alphabet.texts[letter.class]!)
  const star = text.findIndex((sign, i) => sign === '★' && bars.test(text[i + 1] ?? ''))
  const ten = text.indexOf('十', star + 1)
  const between = letters.slice(star + 1, ten)
  const isTerm = star >= 0 && text[ten + 1] === '年' && between.length > 0 && between.length <= mostBars
  if (!isTerm || !text.slice(star + 1, ten).every((sign) => bars.test(sign))) return [...letters]
  const [first, second] = numerals
    .map((numeral) => ({ numeral, weight: weightOf(numeral, between, output, alphabet) }))
    .sort((a, b) => b.weight - a.weight)
  if (first!.weight <= outweighs * second!.weight) return [...letters]
  const centre = (between[0]!.centre + between.at(-1)!.centre) / 2
  const settled = { ...between[0]!, class: alphabet.classOf(first!.numeral), centre }
  return [...letters.slice(0, star + 1), settled, ...letters.slice(ten)]
}

/** The most the recogniser gave a numeral in and around some letters. */
function weightOf(
  text: string,
  letters: readonly RecognisedCharacter[],
  output: ModelOutput,
  alphabet: Alphabet,
): number {
  const from = Math.max(0, letters[0]!.step - around)
  const to = Math.min(output.shape[1]! - 1, letters.at(-1)!.step + around)
  let most = 0
  for (let step = from; step <= to; step++)
    most = Math.max(most, chanceOf(output, { ...letters[0]!, step }, alphabet.classOf(text)))
  return most
}
