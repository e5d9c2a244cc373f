import { describe, expect, test } from 'vitest'
import type { DocxParagraph } from '../../../src/extract/docx/paragraph.js'
import { weave } from '../../../src/extract/docx/weave.js'

const own = (
  text: string,
  more: Partial<DocxParagraph> & { raw?: string; deleted?: boolean } = {},
): DocxParagraph => {
  const { raw = text, deleted = false, ...rest } = more
  return { runs: [{ text, raw, deleted }], part: 'body', ...rest }
}
const texts = (paragraphs: readonly DocxParagraph[]) =>
  paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''))

describe('two readings of one body', () => {
  test('give each paragraph once, with our own detail', () => {
    const read = [own('一', { cell: { table: 0, row: 0, column: 0 } }), own('二')]
    expect(weave(read, ['一', '二'])).toEqual(read)
  })

  test('follow the order of mammoth', () => {
    expect(texts(weave([own('框'), own('一'), own('二')], ['一', '框', '二']))).toEqual(['一', '框', '二'])
  })

  test('keep what only we saw where it stood', () => {
    const read = [
      own('一'),
      own('附注', { aside: true }),
      own('删去', { deleted: true }),
      own('二'),
      own('末'),
    ]
    expect(texts(weave(read, ['一', '二']))).toEqual(['一', '附注', '删去', '二', '末'])
  })

  test('keep what only mammoth saw', () => {
    expect(texts(weave([own('一')], ['一', '机密★10年']))).toEqual(['一', '机密★10年'])
  })

  test('agree in spite of spaces, symbols and symbol fonts', () => {
    const read = [own('机 密\t10年'), own('秘密★', { raw: '秘密«' }), own('绝密★1年')]
    expect(texts(weave(read, ['机密 10年', '秘密«', '绝密1年']))).toEqual(texts(read))
  })

  test('agree where mammoth skips a piece of a paragraph', () => {
    expect(texts(weave([own('前'), own('机密★10年'), own('后')], ['前', '★10年', '后']))).toEqual([
      '前',
      '机密★10年',
      '后',
    ])
  })

  test('do not agree where it has letters we have not', () => {
    expect(texts(weave([own('公开')], ['秘密']))).toEqual(['秘密', '公开'])
  })

  test('match equal paragraphs one by one', () => {
    const read = [own('同', { label: 'a' }), own('同', { label: 'b' }), own('同', { label: 'c' })]
    expect(weave(read, ['同', '同', '同', '同']).map(({ label }) => label)).toEqual([
      'a',
      'b',
      'c',
      undefined,
    ])
  })

  test('never match a paragraph that is deleted', () => {
    expect(texts(weave([own('删', { deleted: true })], ['——', '删']))).toEqual(['——', '删', '删'])
  })
})
