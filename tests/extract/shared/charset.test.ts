import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText, detectCharset } from '../../../src/extract/shared/charset.js'
import { mixedDecoder } from '../../../src/extract/shared/charset/mixed.js'

const simplified = [
  '机密',
  '秘密★10年',
  '内部资料，注意保存',
  '绝密★启用前',
  '通知',
  '核心商密',
  '关于印发《某某工作规则》的通知',
  '一、二、三',
  '【机密】',
  '联系人：张某 13900000000',
  '（此件公开发布）',
]
const traditional = [
  '機密',
  '絕密',
  '祕密★5年',
  '關於辦理年度檢查的通知',
  '密等及解密條件或保密期限：',
  '臺北市政府函',
  '速別：普通件',
  '中華民國',
]

describe('an undeclared encoding is told from the bytes', () => {
  test.each(['utf8', 'gbk', 'utf16le', 'utf16be'])('%s, simplified', (encoding) => {
    const read = simplified.map((text) => decodeText(iconv.encode(text, encoding))?.text)
    expect(read).toEqual(simplified)
  })
  test.each(['utf8', 'gbk', 'utf16le', 'utf16be'])('%s, traditional', (encoding) => {
    const read = traditional.map((text) => decodeText(iconv.encode(text, encoding))?.text)
    expect(read).toEqual(traditional)
  })
  test('big5', () => {
    const written = traditional.map((text) => text.replace('祕', '秘'))
    expect(written.map((text) => decodeText(iconv.encode(text, 'big5'))?.text)).toEqual(written)
  })
  test('longer texts surely, two characters with less certainty', () => {
    const letter = iconv.encode(simplified.join('\n').repeat(5), 'gbk')
    expect(detectCharset(letter)).toMatchObject({ encoding: 'gb18030', sure: 'likely', strict: true })
    expect(detectCharset(iconv.encode('联通', 'gbk'))).toMatchObject({ encoding: 'gb18030' })
  })
  test('Latin and Cyrillic in UTF-8 stay what they are', () => {
    for (const text of ['café', 'naïve résumé', 'Привет, мир', '± 5 °C · ×']) {
      expect(decodeText(Buffer.from(text))?.text).toBe(text)
    }
  })
})

describe('a declaration', () => {
  test('is believed when the bytes hold by it', () => {
    const bytes = iconv.encode('機密 文件', 'big5')
    expect(detectCharset(bytes, 'Big5')).toMatchObject({ encoding: 'big5', sure: 'certain' })
  })
  test('is not believed against the bytes', () => {
    expect(detectCharset(Buffer.from('机密'), 'gb2312')?.encoding).toBe('utf-8')
    expect(detectCharset(iconv.encode('关于机密文件的通知', 'gbk'), 'utf-8')?.encoding).toBe('gb18030')
    expect(detectCharset(iconv.encode('关于机密', 'gbk'), 'klingon')?.encoding).toBe('gb18030')
  })
})

describe('binary bytes are no text', () => {
  test.each([
    ['NULs everywhere', [0, 0, 1, 0, 0, 9, 0, 200, 0]],
    ['control characters', Array.from({ length: 64 }, (_, at) => at % 8)],
    ['noise', Array.from({ length: 512 }, (_, at) => (at * 7919 + (at >> 3) * 104729) & 255)],
  ])('%s', (_name, bytes) => {
    expect(detectCharset(Uint8Array.from(bytes))).toBeNull()
  })
})

describe('lines in different encodings', () => {
  const lines = ['甲 机密文件\n', 'ascii\n', '乙 关于通知\n']
  const bytes = Buffer.concat([
    Buffer.from(lines[0]!),
    Buffer.from(lines[1]!),
    iconv.encode(lines[2]!, 'gbk'),
  ])

  test.each(['utf-8', 'gb18030'] as const)('are each read as written, most being %s', (usual) => {
    expect(mixedDecoder(usual).decode(bytes)).toBe(lines.join(''))
  })

  test('also when the bytes come a few at a time', () => {
    const decoder = mixedDecoder('utf-8')
    let text = ''
    for (let at = 0; at < bytes.length; at += 3)
      text += decoder.decode(bytes.subarray(at, at + 3), { stream: true })
    expect(text + decoder.decode()).toBe(lines.join(''))
  })
})

describe('a zero at the end of a text does not make it UTF-16', () => {
  test.each([
    ['utf8', 'Outlook 320522\0'],
    ['utf8', '秘密★10年\n各单位：\0'],
    ['gbk', '秘密★10年\r\n关于开展安全检查的通知\0'],
    ['gbk', '秘密★10年\r\n关于开展安全检查的通知\0\0'],
    ['utf16le', '秘密★10年\n\0'],
    ['utf16le', '通知\n'],
  ])('%s %j', (encoding, text) => {
    const read = decodeText(iconv.encode(text, encoding))?.text
    expect(read?.replace(/\0+$/, '')).toBe(text.replace(/\0+$/, ''))
  })
})
