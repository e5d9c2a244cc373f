/** Numbers of people as pictures and tables show them. */
import { describe, expect, test } from 'vitest'
import { isBankCard } from '../../src/match/checks/bank-card.js'
import { settle } from '../../src/match/outcome/settle.js'
import type { Hit } from '../../src/types.js'
import { judge } from './judge.js'
import { line, page, span } from './pages.js'

const rulesOn = (content: Parameters<typeof judge>[0]): string[] =>
  judge(content).hits.map(({ rule }) => rule)

describe('letter-spaced identity numbers', () => {
  const spaced = '公民身份号码 11010 119900 3071 292'

  test('count on pictures, with check digit and day of birth as proof', () => {
    expect(rulesOn(page([line(spaced, {}, { channel: 'ocr' })]))).toEqual(['identity-number'])
    expect(rulesOn(page([line(spaced.replace('292', '293'), {}, { channel: 'ocr' })]))).toEqual([])
  })

  test('are columns of figures in text', () => {
    expect(rulesOn(page([line(spaced)]))).toEqual([])
  })
})

describe('four columns of four digits', () => {
  const row = (gap: number) => {
    const cells = ['6222', '0200', '0000', '0007']
    const spans = cells.map((text, at) => span(text, { box: [80 + at * (20 + gap), 200, 20, 10], size: 10 }))
    return page([{ spans }], { width: 595, height: 842 })
  }

  test('set close together are a card number, set as columns none', () => {
    expect(rulesOn(row(10))).toEqual(['bank-card-number'])
    expect(rulesOn(row(30))).toEqual([])
  })
})

describe('a list of people', () => {
  const cell = (text: string, row: number, column: number) =>
    line(text, { part: 'cell', cell: { table: 0, row, column } })
  const rows = (...all: readonly (readonly string[])[]) =>
    page(all.flatMap((texts, row) => texts.map((text, column) => cell(text, row, column))))
  const naming = (hit: Hit) => hit.rule
  const told = (content: Parameters<typeof judge>[0]) =>
    settle(judge(content).hits, naming).map(({ finding, excerpt }) => [
      finding.rule,
      finding.level,
      excerpt.evidence.find(({ code }) => code === 'match.folded')?.args?.['count'] ?? 1,
    ])

  test('is told once for each kind of number, with how many there are', () => {
    const content = rows(
      ['姓名', '身份证号', '银行卡号'],
      ['林国强', '11010519491231002X', '6222020000000001230'],
      ['周文静', '620102199003071109', '6222020000000001230'],
      ['陈小禾', '620102199003071109', '6222020000000001230'],
    )
    expect(told(content)).toEqual([
      ['identity-number', 'block', 3],
      ['bank-card-number', 'block', 3],
    ])
  })

  test('has no card number in its column of identity numbers', () => {
    const number = [...'0123456789'].map((digit) => `62220219900347110${digit}`).find(isBankCard)!
    expect(told(rows(['姓名', '身份证号'], ['林国强', number]))).toEqual([
      ['unproved-identity-number', 'review', 1],
    ])
    expect(told(rows(['姓名', '卡号'], ['林国强', number]))).toEqual([['bank-card-number', 'block', 1]])
  })
})

test('a mobile number is told to have the right shape, for it has no check digit', () => {
  const { hits } = judge(page([line('林国强 13912340567 青禾镇三组')]))
  expect(hits.map(({ evidence }) => evidence.map(({ code }) => code))).toEqual([['match.shape']])
})
