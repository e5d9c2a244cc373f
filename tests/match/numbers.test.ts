/** Numbers of people as pictures and tables show them. */
import { describe, expect, test } from 'vitest'
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
