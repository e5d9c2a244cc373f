/** Named pieces of patterns and traditional spellings. */
import { expect, test } from 'vitest'
import { expandPattern, keywordsOf, spellings, withTraditional } from '../../src/ruleset/expand.js'

const grammar = {
  macros: {
    LEVEL: { pattern: '绝密|机密', keywords: ['绝密', '机密'] },
    STAR: '[★☆]',
    MARK: '{LEVEL}{STAR}',
    LOOP: '{LOOP}',
  },
  cues: {} as never,
}

test('pieces are put in as groups, pieces in pieces too', () => {
  expect(expandPattern('^{MARK}[0-9]{1,2}', grammar, 'f')).toBe('^(?:(?:绝密|机密)(?:[★☆]))[0-9]{1,2}')
})

test('properties of characters are no pieces', () => {
  expect(expandPattern(String.raw`\p{Script=Han}\p{HAN}`, grammar, 'f')).toBe(
    String.raw`\p{Script=Han}\p{HAN}`,
  )
})

test('a piece that names itself is refused', () => {
  expect(() => expandPattern('{LOOP}', grammar, 'f')).toThrow('rules.macro-loop')
})

test('keywords come from the first piece that has some', () => {
  expect(keywordsOf('x{STAR}{MARK}', grammar, 'f')).toEqual(['绝密', '机密'])
})

test('traditional forms stand beside the simplified, inside classes and outside', () => {
  expect(withTraditional('机密[级年]\\d')).toBe('[机機]密[级級年]\\d')
  expect(spellings('机密级')).toEqual(['机密级', '机密級', '機密级', '機密級'])
})
