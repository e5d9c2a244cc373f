/** Patches seen in pixels: where a mark would stand they block, in the text they are a note. */
import { expect, test } from 'vitest'
import { compileRules, matchPage } from '../../src/match/index.js'
import { normalise } from '../../src/normalise/index.js'
import { readRules } from '../../src/ruleset/load.js'
import type { Box, Page } from '../../src/types.js'

const matchers = compileRules((await readRules({})).rules)
const official = [
  '青禾县林草局文件',
  '青林发〔2018〕26号',
  '关于做好春季植树工作的通知',
  '各乡镇要备好苗木。',
]
const plain = ['春季植树', '各乡镇要备好苗木。', '栽一棵，活一棵。', '请在三月底以前完成。']

function rulesFor(texts: readonly string[], box: Box, number = 1): string[] {
  const page: Page = {
    place: [{ name: 'a.pdf' }],
    width: 595,
    height: 842,
    number,
    lines: texts.map((text, index) => ({
      spans: [
        {
          text,
          box: [150, 205 + 45 * index, 300, 20],
          channel: 'ocr',
          sight: 'visible',
          confidence: 1,
        },
      ],
    })),
    marks: [{ kind: 'box', box, confidence: 1 }],
    reading: 'pixels',
  }
  return matchPage(normalise(page), matchers).map((hit) => `${hit.rule} ${hit.level}`)
}

const corner: Box = [80, 110, 100, 18]
const numberLine: Box = [200, 250, 200, 20]

test('a patch in the corner of an official first page blocks', () => {
  expect(rulesFor(official, corner)).toContain('redacted-mark block')
})

test('a patch on the line of the document number blocks', () => {
  expect(rulesFor(official, numberLine)).toContain('redacted-mark block')
})

test('a patch in the text of an official page is a note', () => {
  expect(rulesFor(official, [80, 600, 100, 18])).toEqual(['redacted-area note'])
})

test('a patch on another page, or on a page of another layout, is a note', () => {
  expect(rulesFor(official, corner, 2)).toEqual(['redacted-area note'])
  expect(rulesFor(plain, corner)).toEqual(['redacted-area note'])
})
