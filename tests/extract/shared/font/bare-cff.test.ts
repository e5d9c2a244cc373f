/** Bare Compact Font Format is told by its head, and by nothing less. */
import { expect, test } from 'vitest'
import { unpackRtf } from '../../../../src/extract/shared/mail/compressed-rtf.js'
import { isBareCff } from '../../../../src/extract/shared/font/bare-cff.js'

const head = (...bytes: number[]) =>
  Uint8Array.from([...bytes, ...Buffer.from('ABCDEF+SimSun and what follows')])

test.each([
  ['offset size 1', head(1, 0, 4, 1, 0, 1, 1, 1, 14), true],
  ['offset size 4', head(1, 0, 4, 4, 0, 1, 1, 1, 14), true],
  ['wide offsets in the index', head(1, 0, 4, 2, 0, 1, 2, 0, 1, 0, 14), true],
  ['version 2', head(2, 0, 4, 1, 0, 1, 1, 1, 14), false],
  ['offset size 5', head(1, 0, 4, 5, 0, 1, 1, 1, 14), false],
  ['two names', head(1, 0, 4, 1, 0, 2, 1, 1, 14), false],
  ['words for a name', head(1, 0, 4, 1, 0, 1, 1, 1, 24), false],
  ['nothing behind', Uint8Array.from([1, 0, 4, 1]), false],
])('%s', (_name, bytes, isFont) => {
  expect(isBareCff(bytes)).toBe(isFont)
})

/** COMPSIZE, RAWSIZE, `MELA`, no checksum, then the text as it is ([MS-OXRTFCP] 2.1.3.1). */
function packed(text: string, counted: number): Uint8Array {
  const bytes = Buffer.alloc(16 + text.length)
  bytes.writeUInt32LE(text.length + 12, 0)
  bytes.writeUInt32LE(text.length + counted, 4)
  bytes.write('MELA', 8, 'latin1')
  bytes.write(text, 16, 'latin1')
  return bytes
}

test.each([
  [0, true],
  [12, true],
  [13, false],
])('a rich text body whose size counts %i bytes more', (counted, whole) => {
  const body = unpackRtf(packed('{\\rtf1 x}', counted))
  expect(body?.whole).toBe(whole)
  expect(Buffer.from(body!.bytes).toString('latin1')).toBe('{\\rtf1 x}')
})
