/** The start of a level is put before 密★ where something is printed there, and nowhere else. */
import { describe, expect, it } from 'vitest'
import { alphabetOf } from '../../../../src/see/ocr/paddle/alphabet.js'
import { decode } from '../../../../src/see/ocr/paddle/decode.js'

const alphabet = alphabetOf(['', ...'绝绶照机機秘密★長期10年绍，-二三十', '#', ' '])
type Step = Readonly<Record<string, number>>

/** One entry a step: characters and their probabilities; the rest is blank. */
function output(steps: readonly Step[]) {
  const classes = alphabet.texts.length
  const data = new Float32Array(steps.length * classes)
  steps.forEach((step, at) => {
    const said = Object.entries(step)
    for (const [text, chance] of said) data[at * classes + alphabet.classOf(text)] = chance
    data[at * classes] = 1 - said.reduce((sum, [, chance]) => sum + chance, 0)
  })
  return { data, shape: [1, steps.length, classes] }
}
const none: Step = {}
const sure = (text: string): Step => ({ [text]: 0.99 })
/** Each character four steps from the last. */
const line = (first: Step, rest: string) => [
  none,
  none,
  first,
  none,
  ...[...rest].flatMap((text) => [none, none, sure(text), none]),
]
const read = (steps: readonly Step[]) => decode(output(steps), alphabet, 4).text

describe('a level whose first character the alphabet lacks', () => {
  it('is told by what the recogniser nearly saw', () => {
    expect(read(line({ 照: 0.06, 绝: 0.01 }, '密★長期'))).toBe('绝密★長期')
  })

  it('replaces the character taken for it', () => {
    expect(read(line({ 照: 0.7, 绝: 0.02 }, '密★10年'))).toBe('绝密★10年')
  })

  it('is not invented where nothing is printed', () => {
    expect(read(line(none, '密★10年'))).toBe('密★10年')
  })

  it('stays as it was read where no level is likelier than the others', () => {
    expect(read(line({ 绍: 0.3, 绝: 0.001, 秘: 0.001 }, '密★10年'))).toBe('绍密★10年')
  })

  it('leaves other words alone', () => {
    expect(read(line(sure('照'), '長期'))).toBe('照長期')
    expect(read(line(sure('机'), '密★10年'))).toBe('机密★10年')
  })
})

describe('a numeral between ★ and 十年', () => {
  const term = (numeral: Step) =>
    read([...line(sure('机'), '密★'), none, none, numeral, none, ...line(sure('十'), '年').slice(2)])

  it('is told by what the recogniser nearly saw', () => {
    expect(term({ '-': 0.8, 二: 0.05, 三: 0.002 })).toBe('机密★二十年')
    expect(term({ '-': 0.8, 三: 0.05, 二: 0.002 })).toBe('机密★三十年')
  })

  it('is one numeral where each of its bars was taken for a sign', () => {
    const bar = (numeral: Step) => [none, numeral, none]
    const steps = [...line(sure('机'), '密★'), none, ...bar({ '-': 0.7, 二: 0.1 }), ...bar({ '-': 0.9 })]
    expect(read([...steps, ...line(sure('十'), '年').slice(1)])).toBe('机密★二十年')
  })

  it('stays as it was read where neither is likelier', () => {
    expect(term({ '-': 0.8, 二: 0.01, 三: 0.01 })).toBe('机密★-十年')
  })
})

describe('digits in squares of their own', () => {
  it('are one number', () => {
    expect(
      read([
        ...line(sure('机'), '密★'),
        none,
        none,
        none,
        sure('1'),
        none,
        none,
        none,
        none,
        sure('0'),
        none,
      ]),
    ).toBe('机密★10')
  })

  it('stay apart where the gap is wider than a square', () => {
    const wide = Array.from({ length: 9 }, () => none)
    expect(read([...line(sure('机'), '密★'), none, sure('1'), ...wide, sure('0'), none])).toBe('机密★1 0')
  })
})
