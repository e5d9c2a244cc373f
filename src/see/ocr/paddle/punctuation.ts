/** Settles punctuation the recogniser confuses, from the Chinese text it stands in. */
import type { Alphabet } from './alphabet.js'
import { chanceOf } from './letters.js'
import type { RecognisedCharacter } from './letters.js'
import type { ModelOutput } from './session.js'

/** What stands between Han characters, each with the look-alikes that never do. */
const families: readonly (readonly [mark: string, ...lookalikes: string[]])[] = [
  ['，', ',', '．', '.'],
  ['。', '°', '○'],
  ['、', '丶', '｀', '`', '﹑'],
  ['：', ':', '∶'],
  ['；', ';'],
]
/** Marks that may be right where they are, and are settled only when the reading was unsure. */
const doubtful = new Set(['·', '・', '’', '‘', "'", '-', '～'])
const lookalikes = new Set(families.flatMap(([, ...others]) => others))
const han = /[\p{Script=Han}》）】〕”’]/u
/** Below this a doubtful mark is settled. */
const unsure = 0.85

export function settlePunctuation(
  letters: readonly RecognisedCharacter[],
  output: ModelOutput,
  alphabet: Alphabet,
): RecognisedCharacter[] {
  const textOf = (letter: RecognisedCharacter | undefined): string =>
    letter ? alphabet.texts[letter.class]! : ''
  return letters.map((letter, i) => {
    const text = textOf(letter)
    if (text === '丶') return settled(letter, '、', output, alphabet)
    if (text === '(' && isHan(textOf(letters[i + 1]))) return { ...letter, class: alphabet.classOf('（') }
    if (text === ')' && isHan(textOf(letters[i - 1]))) return { ...letter, class: alphabet.classOf('）') }
    const wrong = lookalikes.has(text) || (doubtful.has(text) && letter.sure < unsure)
    if (!wrong || !han.test(textOf(letters[i - 1]))) return letter
    const next = textOf(letters[i + 1])
    if (next !== '' && !/[\p{Script=Han}“‘（《〔]/u.test(next)) return letter
    return settled(letter, likeliest(letter, output, alphabet), output, alphabet)
  })
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

function chanceOfFamily(
  family: readonly string[],
  letter: RecognisedCharacter,
  output: ModelOutput,
  alphabet: Alphabet,
): number {
  return family.reduce((sum, text) => sum + chanceOf(output, letter, alphabet.classOf(text)), 0)
}

function likeliest(letter: RecognisedCharacter, output: ModelOutput, alphabet: Alphabet): string {
  const chances = families.map((family) => chanceOfFamily(family, letter, output, alphabet))
  return families[chances.indexOf(Math.max(...chances))]![0]
}

function settled(
  letter: RecognisedCharacter,
  text: string,
  output: ModelOutput,
  alphabet: Alphabet,
): RecognisedCharacter {
  const family = families.find(([mark]) => mark === text)!
  const sure = Math.max(letter.sure, chanceOfFamily(family, letter, output, alphabet))
  return { ...letter, class: alphabet.classOf(text), sure: Math.min(1, sure) }
}
