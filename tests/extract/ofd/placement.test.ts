import { expect, test } from 'vitest'
import { charactersOf } from '../../../src/extract/ofd/cmap.js'
import { deltas, placeAll } from '../../../src/extract/ofd/placement.js'
import { readSeal } from '../../../src/extract/ofd/seal.js'
import { readTree } from '../../../src/extract/shared/xml/tree.js'
import { wrapPicture } from '../../../src/extract/ofd/wrapped-picture.js'

test('a g in the deltas repeats one step', () => {
  expect(deltas('1.5 g 3 2 4', 10)).toEqual([1.5, 2, 2, 2, 4])
})

test('a repeat count larger than the text costs no more than the text', () => {
  expect(deltas('g 999999999 2', 4)).toEqual([2, 2, 2, 2])
})

test('words among the deltas are passed over', () => {
  expect(deltas('a 1 NaN 2', 4)).toEqual([1, 2])
})

test('a font that maps every code a thousand times ends early', () => {
  const groups = 50_000
  const font = Buffer.alloc(12 + 16 + 28 + 12 * groups)
  font.writeUInt32BE(0x00010000, 0)
  font.writeUInt16BE(1, 4)
  font.write('cmap', 12, 'latin1')
  font.writeUInt32BE(28, 20)
  font.writeUInt16BE(1, 30)
  font.writeUInt16BE(3, 32)
  font.writeUInt16BE(10, 34)
  font.writeUInt32BE(12, 36)
  font.writeUInt16BE(12, 40)
  font.writeUInt32BE(groups, 52)
  for (let group = 0; group < groups; group++) {
    font.writeUInt32BE(0x4e00, 56 + 12 * group)
    font.writeUInt32BE(0x9fff, 60 + 12 * group)
    font.writeUInt32BE(1, 64 + 12 * group)
  }
  expect(charactersOf(font).get(1)).toBe('一')
})

test('bytes that are no font, seal or picture hold nothing', () => {
  const noise = Buffer.from('30ff30ff30ff04850000000001aa', 'hex')
  expect(charactersOf(noise).size).toBe(0)
  expect(readSeal(noise)).toEqual({ strings: [], pictures: [] })
  expect(wrapPicture(noise)).toBeNull()
})

/** A text object whose first letters are drawn by `glyphs` shapes. */
const textObject = (said: string, codes: number | null, glyphs: string) => {
  const count = codes === null ? '' : ` CodeCount="${codes}"`
  const xml = `<TextObject><CGTransform CodePosition="0"${count}><Glyphs>${glyphs}</Glyphs></CGTransform><TextCode X="0" Y="0">${said}</TextCode></TextObject>`
  return placeAll(readTree(Buffer.from(xml)).root!, 5)
    .map(({ text }) => text)
    .join('')
}

test('more shapes than codes are no unread letters where the script stacks its letters', () => {
  expect(textObject('བོ', 2, '94 76 88')).toBe('བོ')
  expect(textObject('ئۇيغۇر', 6, '1 2 3 4 5 6 7 8')).toBe('ئۇيغۇر')
})

test('anywhere else they are letters nobody stated', () => {
  expect(textObject('甲', 1, '1 2 3')).toBe('甲\ufffd\ufffd')
  expect(textObject('a', 1, '1 2')).toBe('a\ufffd')
  expect(textObject('', null, '1 2')).toBe('\ufffd\ufffd')
})
