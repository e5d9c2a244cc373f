/** Which lines of a head stand for themselves, at the edge of each measure. */
import { describe, expect, test } from 'vitest'
import { measure } from '../../src/normalise/flow.js'
import { isDocumentNumber, isOffLevel, isOverTitle } from '../../src/normalise/own-line.js'
import type { Box } from '../../src/types.js'
import { line } from '../match/pages.js'

const at = (box: Box, text = '字', channel: 'ocr' | 'text' = 'ocr') =>
  measure(line(text, {}, { box, size: box[3], channel }))

test.each([
  ['青委密电〔2019〕8号', true],
  [' 青政办发［2019］第 12 号 ', true],
  ['按青委密电〔2019〕8号要求', false],
  ['青政办发〔2019〕号', false],
  [`${' '.repeat(30)}青政办发〔2019〕12号`, false],
])('%s', (text, expected) => {
  expect(isDocumentNumber(at([0, 0, 100, 10], text))).toBe(expected)
})

describe('a line centred over larger type', () => {
  const upper = at([100, 0, 200, 20])
  test.each([
    ['larger by 15 %', [90, 30, 220, 23], true],
    ['by less', [90, 30, 220, 22], false],
    ['sticks out by 0.3 em', [92, 30, 216, 24], true],
    ['by less', [94, 30, 212, 24], false],
    ['evenly', [90, 30, 230, 24], true],
    ['on one side much farther', [90, 30, 234, 24], false],
  ] as const)('%s', (_, box, expected) => {
    expect(isOverTitle(upper, at(box))).toBe(expected)
  })
})

describe('two sizes of type on a row', () => {
  const large = at([200, 0, 200, 30])
  test.each([
    ['one middle', [0, 6, 100, 18], false],
    ['one foot', [0, 11, 100, 18], false],
    ['above both', [0, -2, 100, 18], true],
    ['a middle within a quarter', [0, -1, 100, 18], false],
    ['nearly one size', [0, -8, 100, 25], false],
  ] as const)('%s', (_, box, expected) => {
    expect(isOffLevel(at(box), large)).toBe(expected)
  })

  test('text that a file states keeps its rows', () => {
    expect(isOffLevel(at([0, -2, 100, 18], '字', 'text'), at([200, 0, 200, 30], '字', 'text'))).toBe(false)
  })
})
