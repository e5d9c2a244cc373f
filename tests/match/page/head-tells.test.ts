/** Tells of a head from which something was taken: one is to be looked at, two block, a head kept to the standard none. */
import { expect, test } from 'vitest'
import { compileRules, matchPage } from '../../../src/match/index.js'
import { normalise } from '../../../src/normalise/index.js'
import { readRules } from '../../../src/ruleset/load.js'
import type { Channel, Page } from '../../../src/types.js'
import { line, page } from '../pages.js'

const matchers = compileRules((await readRules({})).rules)
const point = 72 / 25.4

/** Text, left edge and middle of its line in millimetres. */
type Row = readonly [text: string, left: number, middle: number, size?: number]

function told(rows: readonly Row[], { channel = 'ocr' as Channel, number = 1, cropped = 0 } = {}): string[] {
  const page: Page = {
    place: [{ name: 'a.pdf' }],
    width: 210 * point,
    height: (297 - cropped) * point,
    number,
    lines: rows.map(([text, left, middle, size = 5.6]) => ({
      spans: [
        {
          text,
          box: [left, middle - cropped - size / 2, text.length * size, size].map((mm) => mm * point) as never,
          channel,
          sight: 'visible',
          confidence: 1,
        },
      ],
    })),
    marks: [],
    reading: 'pixels',
  }
  return matchPage(normalise(page), matchers, { day: '2026-05-01', organs: [] })
    .filter((hit) => hit.rule === 'tampered-head')
    .map(
      (hit) => `${hit.level}: ${hit.evidence.map(({ code }) => code.replace('match.tell.', '')).join(', ')}`,
    )
}

const name: Row = ['青禾县人民政府文件', 47, 80, 13]
const below: readonly Row[] = [
  ['青政发〔2019〕3号', 80, 110],
  ['关于做好春季植树工作的通知', 50, 135],
]
const [first, second, third] = [42, 52, 62]
const copyNumber: Row = ['000178', 28, first]

test.each([
  ['nothing above the name', []],
  ['urgency on the first line', [['特急', 28, first]]],
  ['copy number, level, urgency', [copyNumber, ['机密★10年', 28, second], ['特急', 28, third]]],
  ['urgency on the right', [['特急', 165, third]]],
] as const)('silent: %s', (_, above: readonly Row[]) => {
  expect(told([...above, name, ...below])).toEqual([])
})

test('silent: a copy number without a level has a rule of its own', () => {
  expect(told([copyNumber, name, ...below])).toEqual([])
})

test('urgency alone on the line of the level', () => {
  expect(told([['特急', 28, second], name, ...below])).toEqual(['review: urgency-out-of-line'])
})

test('urgency moved to the right of the copy number, beyond the indent of a scan', () => {
  expect(told([copyNumber, ['特急', 70, second], name, ...below])).toEqual([
    'block: copy-number-alone, urgency-out-of-line',
  ])
  expect(told([copyNumber, ['特急', 34, second], name, ...below])).toEqual([])
})

test('an empty line between copy number and urgency, and no level anywhere', () => {
  expect(told([copyNumber, ['特急', 28, third], name, ...below])).toEqual([
    'block: copy-number-alone, empty-level-line',
  ])
})

test('a term whose level is gone', () => {
  expect(told([['10年', 28, first], name, ...below])).toEqual(['review: term-alone'])
  expect(told([copyNumber, ['★10年', 38, second], name, ...below])).toEqual([
    'block: copy-number-alone, term-alone',
  ])
})

test('a scan whose top was cut off', () => {
  expect(told([name, ...below], { cropped: 40 })).toEqual(['review: head-cropped'])
})

test('a whole sheet may have a head of its own, unless it stands where nothing is printed', () => {
  const moved = (up: number) =>
    [name, ...below].map(([text, left, middle, size]): Row => [text, left, middle - up, size ?? 5.6])
  expect(told(moved(30))).toEqual([])
  expect(told(moved(55))).toEqual(['review: head-cropped'])
})

test('a drawn page whose top was cut off; on a whole sheet a head may stand anywhere, on Letter paper too', () => {
  const drawn = (cropped: number) => told([name, ...below], { cropped, channel: 'text' })
  expect(drawn(40)).toEqual(['review: head-cropped'])
  expect(drawn(25)).toEqual([])
})

test('later pages have heads of their own', () => {
  expect(told([name, ...below], { cropped: 40, number: 2 })).toEqual([])
})

test('a copy number without a level and a head cut short', () => {
  expect(told([['000178', 28, 62], name, ...below], { cropped: 40 })).toEqual([
    'block: copy-number-alone, head-cropped',
  ])
})

test('a name without a number below it is no head', () => {
  expect(told([name], { cropped: 40 })).toEqual([])
})

const telegram: readonly Row[] = [
  ['传真电报', 60, 50, 16],
  ['发往：各乡镇', 28, 75],
  ['签批盖章：', 120, 75],
  ['等级：特急', 28, 85],
]

test('a telegram form without its number', () => {
  expect(told(telegram)).toEqual(['review: number-missing'])
  expect(told([...telegram, ['青政办发电〔2019〕3号', 120, 85]])).toEqual([])
})

/** Of plain text: its lines with their blanks and numbers. */
function typed(content: string): string[] {
  const lines = content
    .split('\n')
    .flatMap((one, index) => (one.trim() ? [line(one, { at: { line: index + 1 } })] : []))
  return matchPage(normalise(page(lines)), matchers, { day: '2026-05-01', organs: [] })
    .filter((hit) => hit.rule === 'tampered-head')
    .map(
      (hit) => `${hit.level}: ${hit.evidence.map(({ code }) => code.replace('match.tell.', '')).join(', ')}`,
    )
}

const rest = '青禾县人民政府文件\n青政发〔2019〕3号\n关于做好春季植树工作的通知\n各乡镇人民政府：'
const doubled = rest.replaceAll('\n', '\n\n')
const emptied = ['block: copy-number-alone, empty-level-line']
const moved = ['block: copy-number-alone, urgency-out-of-line']

test.each([
  ['a line left empty', `000178\n\n特急\n${rest}`, emptied],
  ['two lines of double spacing', `000178\n\n\n\n加 急\n\n${doubled}`, emptied],
  ['urgency moved right', `000178\n      特急\n${rest}`, moved],
  ['urgency beside the copy number', `№000178　　　　特急\n${rest}`, moved],
  ['a term without its level', `000178\n★10年\n${rest}`, ['block: copy-number-alone, term-alone']],
  ['double spacing throughout', `000178\n\n特急\n\n${doubled}`, []],
  ['one below the other', `000178\n特急\n${rest}`, []],
  ['indented by less than two characters', `000178\n    特急\n${rest}`, []],
  ['copy number, level, urgency', `000178\n机密★10年\n特急\n${rest}`, []],
  ['urgency alone, wherever it stands', `\n\n          特急\n${rest}`, []],
  ['urgency on the right', `000178\n${' '.repeat(40)}特急\n${rest}`, []],
  ['no official head', '000178\n\n特急\n快递单\n收件人：某某', []],
  ['a drawn head begins at the edge of plain text', rest, []],
])('plain text: %s', (_, content, expected) => {
  expect(typed(content)).toEqual(expected)
})
