/** Heads on photographs: a number over a title, two marks on one row; sentences that merely break there stay sentences. */
import { describe, expect, test } from 'vitest'
import { outcome } from './judge.js'
import { paper, type Row } from './pages.js'

const read = { channel: 'ocr', confidence: 0.94 } as const
const width = (words: string, size: number): number =>
  ([...words].reduce((sum, one) => sum + (one.charCodeAt(0) > 0x2e7f ? 2 : 1), 0) * size) / 2
const centred = (words: string, y: number, size: number): Row => [
  words,
  (595 - width(words, size)) / 2,
  y,
  size,
]
/** Right edges that line up with the number's, as a short last line and a short title have by chance. */
const body: Row[] = [
  ['各市、州党委，省委各部委，各党组：', 150, 300],
  ['库区移民来信来访有所增加，各地要', 150, 330],
  ['限时办结，月底前报告。', 150, 360],
]
const number = '省委密电〔2018〕66号'
const judged = (...rows: Row[]): string => outcome(paper([...rows, ...body], read))

describe('a telegram number over a title', () => {
  test.each([
    ['larger and centred', centred(number, 200, 18), centred('移民来信来访工作安排', 230, 20)],
    ['much larger', centred(number, 200, 16), centred('移民来信来访工作安排', 226, 24)],
    ['of one size', centred(number, 200, 18), centred('移民来信来访工作安排', 230, 18)],
    ['narrower than the number', centred(number, 200, 20), centred('来信来访工作安排', 230, 22)],
    ['flush left', [number, 150, 200] as Row, ['关于移民来信工作的安排', 150, 226] as Row],
  ])('%s is a line of its own', (_, first, second) => {
    expect(judged(first, second)).toBe('block')
  })

  test('brought to one height by a tilted camera', () => {
    expect(judged([number, 60, 200, 16], ['移民来信来访工作安排', 216, 206, 24])).toBe('block')
  })

  test('in the middle of a sentence it is a mention', () => {
    const sentence: Row[] = [
      ['近年来各地办理了许多来信来访事项，现在按照', 60, 400],
      ['省委有关部门省委密电〔2018〕66号文件的要求', 60, 430],
      ['对照检查，逐项落实，并在月底以前报告情况，', 60, 460],
    ]
    expect(outcome(paper([...body, ...sentence], read))).not.toBe('block')
  })
})

describe('two boxes of a row', () => {
  const title: Row = centred('关于开展年度考核工作的通知', 200, 22)
  test.each([
    ['工作秘密', '不得公开', 10],
    ['工作秘密', '不得公开', 4],
    ['机密', '严禁上网', 6],
  ])('%s and %s, %d points apart, are two marks', (first, second, apart) => {
    const from = 80 + width(first, 16) + apart
    expect(judged([first, 80, 60], [second, from, 60], title)).toBe('block')
  })

  test('that touch are a sentence', () => {
    expect(judged(['本项目属于', 80, 60], ['工作秘密不得公开的范围', 161, 60], title)).toBe('publish')
  })
})
