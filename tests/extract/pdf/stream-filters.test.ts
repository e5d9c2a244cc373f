import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { unfiltered } from '../../../src/extract/pdf/stream-filters.js'

const words = Buffer.from('secret and not so secret secret words', 'latin1')
const undone = (dictionary: string, data: Uint8Array) => unfiltered(dictionary, data)?.toString('latin1')

test('filters one behind the other are undone', () => {
  const hex = Buffer.from(`${deflateSync(words).toString('hex')}>`, 'latin1')
  expect(undone('<< /Filter [/ASCIIHexDecode /FlateDecode] >>', hex)).toBe(words.toString())
  expect(undone('<< /Filter /Fl >>', deflateSync(words))).toBe(words.toString())
  expect(undone('<< >>', words)).toBe(words.toString())
})

test('LZW is undone as the standard shows it', () => {
  // ISO 32000-1, 7.4.4.2, example 1.
  const encoded = Buffer.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01])
  const data = Buffer.from([45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
  expect(undone('<< /Filter /LZWDecode >>', encoded)).toBe(data.toString('latin1'))
})

test('run lengths repeat and copy', () => {
  const encoded = Buffer.from([1, 65, 66, 254, 67, 128, 1])
  expect(undone('<< /Filter /RunLengthDecode >>', encoded)).toBe('ABCCC')
})

test('prediction by rows is undone', () => {
  const rows = Buffer.from([2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1, 4, 1, 1, 1])
  const dictionary = '<< /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 3 >> >>'
  expect([...unfiltered(dictionary, deflateSync(rows))!]).toEqual([1, 2, 3, 2, 3, 4, 5, 6, 7, 6, 7, 8])
})

test('pictures, damaged data and parameters that stand elsewhere are not guessed', () => {
  expect(undone('<< /Filter /DCTDecode >>', words)).toBeUndefined()
  expect(undone('<< /Filter /FlateDecode >>', words)).toBeUndefined()
  expect(undone('<< /Filter 12 0 R >>', words)).toBeUndefined()
  expect(undone('<< /Filter /FlateDecode /DecodeParms 9 0 R >>', deflateSync(words))).toBeUndefined()
  expect(undone(`<< /Filter [${'/A85 '.repeat(6)}] >>`, words)).toBeUndefined()
})
