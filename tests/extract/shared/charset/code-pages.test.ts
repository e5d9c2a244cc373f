import { describe, expect, test } from 'vitest'
import { anyLabelOf, textIn } from '../../../../src/extract/shared/charset/code-pages.js'

const gbk = Buffer.from('bbfac3dca1ef3130c4ea', 'hex')

describe('code pages', () => {
  test.each([
    [936, '机密★10年'],
    [1252, '机密★10年'],
    [10_000, '机密★10年'],
  ])('Chinese in page %i is read as Chinese', (page, text) => {
    expect(textIn(page, gbk)).toBe(text)
  })

  test('what is no Chinese stays what the page says', () => {
    expect(textIn(1252, Buffer.from('e9e8', 'hex'))).toBe('éè')
    expect(textIn(1251, Buffer.from('cceee9', 'hex'))).toBe('Мой')
    expect(textIn(950, Buffer.from('bef7b14b', 'hex'))).toBe('機密')
  })

  test('every page has a decoder', () => {
    for (const page of [0, 437, 874, 936, 1250, 1258, 1361, 10_000, 10_008, 20_866, 65_001, 99_999])
      expect(() => new TextDecoder(anyLabelOf(page))).not.toThrow()
  })
})
