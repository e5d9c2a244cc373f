/** Automatic numbering: numbers in their formats, labels with words, running counts. */
import { describe, expect, test } from 'vitest'
import {
  labelOf,
  ListCounter,
  type ListLevel,
  saysWords,
} from '../../../../src/extract/shared/paragraph/list-label.js'
import { listFormat, listNumber } from '../../../../src/extract/shared/paragraph/list-numbers.js'

describe('numbers', () => {
  test.each([
    ['decimal', 10, '10'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCounting', 105, '一百〇五'],
    ['chineseCountingThousand', 2010, '二千零一十'],
    ['chineseLegalSimplified', 10, '壹拾'],
    ['ideographDigital', 2026, '二〇二六'],
    ['upperRoman', 14, 'XIV'],
    ['lowerLetter', 27, 'aa'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedCircle', 21, '21'],
    ['ideographTraditional', 2, '乙'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['none', 7, ''],
    ['chineseCounting', 100_000, '100000'],
    ['upperRoman', 5_000, '5000'],
    ['unheard-of', 4, '4'],
  ])('%s %i', (format, value, set) => {
    expect(listNumber(value, format)).toBe(set)
  })
  test('by number', () => {
    expect([listFormat(37), listFormat(255), listFormat(9_999)]).toEqual([
      'chineseCounting',
      'none',
      'decimal',
    ])
  })
})

const level = (pattern: string, more: Partial<ListLevel> = {}): ListLevel => ({
  label: labelOf(pattern),
  format: 'decimal',
  start: 1,
  after: '',
  ...more,
})

describe('labels', () => {
  test.each(['第%1条', '%1.', '（%1）', '附件%1', 'o', '', '[%1]', '图%1-%2', '•'])(
    '%s is a number',
    (pattern) => {
      expect(saysWords(labelOf(pattern))).toBe(false)
    },
  )
  test.each(['内部★%1年', '（秘密）%1、', '办密电%1号', 'Annex %1'])('%s says words', (pattern) => {
    expect(saysWords(labelOf(pattern))).toBe(true)
  })
  test('levels count on, and begin anew below another', () => {
    const levels = [level('甲%1号', { start: 10 }), level('乙%1-%2')]
    const counter = new ListCounter()
    const met = [0, 1, 1, 0, 1].map((at) => counter.next('one', at, levels))
    expect(met).toEqual(['甲10号', '乙10-1', '乙10-2', '甲11号', '乙11-1'])
    expect(counter.next('other', 0, levels)).toBe('甲10号')
  })
  test('numbers above are Arabic where the level says so; levels that are missing are passed over', () => {
    const levels = [level('甲%1', { format: 'upperRoman' }), level('乙%1.%2', { arabic: true })]
    const counter = new ListCounter()
    counter.next('one', 0, levels)
    expect(counter.next('one', 1, levels)).toBe('乙1.1')
    expect(counter.next('one', 7, levels)).toBe('')
    expect(new ListCounter().next('one', 0, [level('甲%1', { start: Number.NaN })])).toBe('甲1')
  })
})
