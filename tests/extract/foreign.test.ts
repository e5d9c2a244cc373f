import { expect, test } from 'vitest'
import { foreign } from '../../src/extract/foreign.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(foreign)
describeDamage(foreign)

const noise = Uint8Array.from({ length: 512 }, (_, at) => (at * 37 + 11) % 256)

test('a name alone tells a format only where the bytes are no text', () => {
  const text = new Uint8Array(Buffer.from('这是一份普通的文字'))
  expect(foreign.accepts({ head: noise, name: '文件.sep', entries: [] })).toBe(true)
  expect(foreign.accepts({ head: text, name: '文件.sep', entries: [] })).toBe(false)
  expect(foreign.accepts({ head: noise, name: '文件.unknown', entries: [] })).toBe(false)
})
