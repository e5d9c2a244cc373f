/** Patches seen in pixels: where a mark would stand they block; elsewhere it depends on what they hide. */
import { expect, test } from 'vitest'
import { compileRules, matchPage } from '../../../src/match/index.js'
import { normalise } from '../../../src/normalise/index.js'
import { readRules } from '../../../src/ruleset/load.js'
import type { Box, Mark, Page } from '../../../src/types.js'

const matchers = compileRules((await readRules({})).rules)
const official = [
  '青禾县林草局文件',
  '青林发〔2018〕26号',
  '关于做好春季植树工作的通知',
  '各乡镇要备好苗木。',
]
const plain = ['春季植树', '各乡镇要备好苗木。', '栽一棵，活一棵。', '请在三月底以前完成。']

function rulesFor(texts: readonly string[], mark: Partial<Mark> & { box: Box }, number = 1): string[] {
  const page: Page = {
    place: [{ name: 'a.pdf' }],
    width: 595,
    height: 842,
    number,
    lines: texts.map((text, index) => ({
      spans: [
        {
          text,
          box: [150, 205 + 45 * index, 16 * text.length, 16],
          channel: 'ocr',
          sight: 'visible',
          confidence: 1,
        },
      ],
    })),
    marks: [{ kind: 'box', confidence: 1, ...mark }],
    reading: 'pixels',
  }
  return matchPage(normalise(page), matchers, { day: '2026-05-01', organs: [] })
    .map((hit) => `${hit.rule} ${hit.level}`)
    .filter((rule) => rule.startsWith('redacted'))
}

const corner: Box = [80, 110, 100, 18]
const numberLine: Box = [200, 250, 200, 20]
const inText: Box = [80, 600, 100, 18]

test('a patch in the corner of an official first page blocks', () => {
  expect(rulesFor(official, { box: corner })).toEqual(['redacted-mark block'])
})

test('a patch on the line of the document number blocks', () => {
  expect(rulesFor(official, { box: numberLine })).toEqual(['redacted-mark block'])
})

test.each([['青林函〔2018〕26号'], ['第12期'], ['发往：各乡镇']])(
  'one row that only official heads have is enough: %s',
  (row) => {
    expect(rulesFor([row, '春季植树', '各乡镇要备好苗木。'], { box: corner })).toEqual([
      'redacted-mark block',
    ])
  },
)

test.each([
  ['flush with the text', corner],
  ['in the middle of the page, as the number stands', [200, 160, 195, 20]],
  ['beside what is left of its line', [370, 205, 60, 20]],
] as const)('there, a bar that may as well be printed blocks where a line would stand: %s', (_, box) => {
  expect(rulesFor(official, { box, confidence: 0.42 })).toEqual(['redacted-mark block'])
})

test.each([
  ['less certain', corner, 0.3],
  ['higher than any line', [150, 60, 100, 70], 0.45],
  ['in the margin', [20, 110, 60, 18], 0.45],
  ['with words upon it', [140, 200, 200, 26], 0.45],
] as const)('there, what is no line of a head is to be looked at: %s', (_, box, confidence) => {
  expect(rulesFor(official, { box, confidence })).toEqual(['redacted-mark review'])
})

test.each(['paper', 'tiles', 'ink'] as const)(
  'a patch whose pixels tell of hiding is to be looked at: %s',
  (tell) => {
    const tells = [tell]
    expect(rulesFor(official, { box: inText, tells })).toEqual(['redacted-area review'])
    expect(rulesFor(official, { box: corner, tells }, 2)).toEqual(['redacted-area review'])
    expect(rulesFor(plain, { box: corner, tells })).toEqual(['redacted-area review'])
  },
)

test('a flat patch of which nothing tells that it hides anything is silent', () => {
  expect(rulesFor(official, { box: inText })).toEqual([])
  expect(rulesFor(plain, { box: corner })).toEqual([])
})

test('what may as well be a printed field is a note', () => {
  expect(rulesFor(plain, { box: inText, confidence: 0.4, tells: ['paper'] })).toEqual(['redacted-area note'])
})

/** The box of some characters of the `line`th line. */
const over = (line: number, from: number, count: number): Box => [
  150 + 16 * from,
  204 + 45 * line,
  16 * count,
  18,
]

test.each([
  ['a name after its label', ['公示名单', '姓名：'], over(1, 3, 3)],
  [
    'a number after its label, more text behind it',
    ['公示名单', '联系电话　　　　　　　传真'],
    over(1, 4, 6),
  ],
  ['a bar that reaches over its label', ['公示名单', '王某某，身份证号码'], over(1, 6, 12)],
  ['the middle of a number', ['公示名单', '请与138　　　　5678联系'], over(1, 5, 4)],
  ['a name before a form of address', ['公示名单', '请与王　　先生联系'], over(1, 3, 2)],
  ['a value under the head of its column', ['身份证号', '公示名单', '第一季度'], over(2, 0, 8)],
] as const)('%s is a note', (_, texts, box) => {
  expect(rulesFor(texts, { box })).toEqual(['redacted-area note'])
})

test.each([
  ['a year', ['公示名单', '自2018　　　　起'], over(1, 5, 4)],
  ['a place in a sentence', ['公示名单', '经过　　　　以后'], over(1, 2, 4)],
] as const)('%s says nothing about what is hidden', (_, texts, box) => {
  expect(rulesFor(texts, { box })).toEqual(['redacted-area review'])
})

test('a name that can be read beneath its cover was not hidden', () => {
  const box = over(1, 3, 3)
  expect(rulesFor(['公示名单', '姓名：'], { box, kind: 'marker', recovered: '王某某' })).toEqual([
    'redacted-area review',
  ])
})
