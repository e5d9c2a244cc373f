import { describe, expect, test } from 'vitest'
import { cfbOf } from '../build-fixtures/cfb.mjs'
import { pickExtractor } from '../../src/extract/index.js'
import { inert } from '../../src/extract/inert.js'
import { memorySource } from '../../src/source.js'
import { probe } from '../../src/walk.js'
import { dump } from './dump.js'

const sourceOf = (name: string, bytes: Uint8Array | string) =>
  memorySource([{ name }], typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
const formatOf = async (name: string, bytes: Uint8Array | string) =>
  pickExtractor(await probe(sourceOf(name, bytes)))?.format

/** The table directory of a TrueType or OpenType font. */
function font(magic: string): Buffer {
  const tags = ['cmap', 'glyf', 'head', 'maxp']
  const records = tags.map((tag) => Buffer.concat([Buffer.from(tag), Buffer.alloc(12)]))
  return Buffer.concat([
    Buffer.from(magic, 'latin1'),
    Buffer.from([0, tags.length, 0, 0, 0, 0, 0, 0]),
    ...records,
  ])
}
const owner = (length: number) =>
  Buffer.concat([Buffer.from([3]), Buffer.from('abc'), Buffer.alloc(length - 4, ' ')])
const wide = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const settings =
  '\r\n[.ShellClassInfo]\r\nIconResource=C:\\Windows\\System32\\imageres.dll,-112\r\n[ViewState]\r\nMode=\r\nVid=\r\n'

describe('files that carry no message', () => {
  test.each([
    ['a.ttf', font('\0\x01\0\0')],
    ['a.otf', font('OTTO')],
    ['a.woff', 'wOFF\0\x01\0\0'],
    ['a.woff2', 'wOF2\0\x01\0\0'],
    ['Thumbs.db', cfbOf({ Catalog: 'x', '1': 'y', '256_0f3a': 'z' })],
    ['.DS_Store', '\0\0\0\x01Bud1\0'],
    ['desktop.ini', settings],
    ['desktop.ini', wide(settings)],
    ['~$通知.docx', owner(162)],
    ['~$表.xlsx', owner(165)],
    ['._通知.docx', '\0\x05\x16\x07\0\x02\0\0Mac OS X'],
  ])('%s is named and set aside', async (name, bytes) => {
    expect(await formatOf(name, bytes)).toBe('inert')
    expect(await dump(inert, sourceOf(name, bytes))).toMatch(/^\[.*\] INERT \| .+\n$/)
  })
})

describe('a name alone spares nothing from being read', () => {
  test.each([
    ['a.ttf', '机密★10年'],
    ['a.ttf', '\0\x01\0\0 not a table directory'],
    ['Thumbs.db', cfbOf({ WordDocument: 'x' })],
    ['Thumbs.db', '机密'],
    ['.DS_Store', '机密'],
    ['desktop.ini', '[LocalizedFileNames]\r\na.docx=机密附件'],
    ['desktop.ini', wide('[.ShellClassInfo]\r\nInfoTip=内部资料')],
    ['~$通知.docx', 'PK\x03\x04'],
    ['._通知.docx', '机密'],
    ['通知.docx', owner(162)],
  ])('%s', async (name, bytes) => {
    expect(await formatOf(name, bytes)).not.toBe('inert')
  })
})
