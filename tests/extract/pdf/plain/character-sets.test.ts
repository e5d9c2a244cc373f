/** What codes of code page 936 mean, whatever version of Node decodes them. */
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { characterSets } from '../../../../src/extract/pdf/plain/character-sets.js'

const { meaning } = characterSets.get('GBK-EUC-H')!
const meant = (code: number) => meaning(code)?.text

it.each([
  [0x41, 'A'],
  [0xb9d8, '关'],
  [0xa1ef, '★'],
  // Of GB 18030 alone: private use to one version of Node, a character to the next.
  [0xa2e3, undefined],
  [0xa6d9, undefined],
  [0xa6f3, undefined],
  [0xa989, undefined],
  [0xa995, undefined],
  [0xfe50, undefined],
  [0xfea0, undefined],
  // A neighbour.
  [0xa996, '〇'],
])('%i is %s', (code, character) => {
  expect(meant(code)).toBe(character)
})

it('is one table on every version', () => {
  const table = Array.from({ length: 0x10000 }, (_, code) => meant(code) ?? '')
  expect(table.filter((text) => text !== '').length).toBe(21665)
  expect(createHash('sha256').update(table.join('\n')).digest('hex').slice(0, 16)).toBe('7142fca6f87dd2c7')
})
