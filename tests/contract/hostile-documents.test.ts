import { describe, expect, it } from 'vitest'
import { crc32 } from '../../src/extract/shared/crc32.js'
import { cfbOf } from '../build-fixtures/cfb.mjs'
import { zipOf } from '../build-fixtures/zip.mjs'
import { gapsOf, pdfOf, read, spansOf } from './walked.js'

const many = 1_000_000
const deep = (open: string, inner: string, close: string, times = many) =>
  Buffer.from(open.repeat(times) + inner + close.repeat(times))

const catalogue = '<< /Type /Catalog /Pages 2 0 R >>'
const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>'

describe('a million levels deep', () => {
  it.each<[string, Buffer]>([
    ['a.xml', deep('<a>', '机密★10年', '</a>')],
    ['a.json', deep('[', '"机密★10年"', ']')],
    ['b.json', deep('{"a":', '"机密★10年"', '}', 100_000)],
    ['a.html', deep('<div>', '机密★10年', '</div>', 100_000)],
    ['b.html', deep('<b><table>', '机密★10年', '', 20_000)],
    ['a.svg', Buffer.concat([Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'), deep('<g>', '', '</g>'), Buffer.from('</svg>')])],
    ['a.rtf', Buffer.concat([Buffer.from('{\\rtf1 '), deep('{', 'x', '}'), Buffer.from('}')])],
    ['a.pdf', pdfOf([catalogue, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page.replace('>>', `/A ${'['.repeat(many)}${']'.repeat(many)} >>`), '<< /Length 0 >>\nstream\n\nendstream'])],
    ['b.pdf', pdfOf([catalogue, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page, `<< /Length ${2 * many} >>\nstream\n${'q '.repeat(many)}\nendstream`])],
    ['a.md', deep('> ', '机密★10年', '')],
    ['a.yaml', deep('[', 'a', ']')],
    ['a.csv', Buffer.from('"'.repeat(many))],
    ['a.eml', deep('Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n', 'x', '', 20_000)],
    ['a.ofd', zipOf({ 'OFD.xml': deep('<a>', '', '</a>') })],
    ['a.docx', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': deep('<w:p>', '', '</w:p>') })],
    ['a.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': deep('<text:span>', '', '</text:span>') }, { stored: ['mimetype'] })],
  ])('%s is read or is a gap', async (name, bytes) => {
    const walked = await read(name, bytes)
    expect(walked.some(({ kind }) => kind === 'page' || kind === 'gap')).toBe(true)
  }) // prettier-ignore
})

describe('what goes round in circles', () => {
  it.each<[string, string[]]>([
    ['kids that name their parent', [catalogue, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']],
    ['two nodes that name each other', [catalogue, '<< /Type /Pages /Kids [3 0 R] /Count 9 >>', '<< /Type /Pages /Kids [2 0 R] /Count 9 >>']],
    ['a count of two billion', [catalogue, '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>', page, '<< /Length 0 >>\nstream\n\nendstream']],
    ['a length that is its own reference', [catalogue, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page, '<< /Length 4 0 R >>\nstream\n\nendstream']],
    ['a form that draws itself', [catalogue, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page.replace('>>', '/Resources << /XObject << /F 5 0 R >> >> >>'), '<< /Length 5 >>\nstream\n/F Do\nendstream', '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >> /Length 5 >>\nstream\n/F Do\nendstream']],
  ])('PDF: %s', async (_what, objects) => {
    const walked = await read('a.pdf', pdfOf(objects))
    expect(walked.some(({ kind }) => kind === 'page' || kind === 'gap')).toBe(true)
  }) // prettier-ignore

  it.each([0, 1, 2, 3, 5, 8])(
    'a compound file whose sector chains lead back to sector %i',
    async (target) => {
      const bytes = cfbOf({ WordDocument: Buffer.alloc(9000, 1), '1Table': Buffer.alloc(9000, 2) })
      const table = 512 * (1 + bytes.readUInt32LE(76))
      for (let at = table; at < table + 512; at += 4)
        if (bytes.readUInt32LE(at) < 0xfffffff0) bytes.writeUInt32LE(target, at)
      expect(gapsOf(await read('a.doc', bytes)).length).toBeGreaterThan(0)
    },
  )
})

describe('entities', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: 20 }, (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? '' : index - 1};`.repeat(10)}">`).join('')}]>`
  const outside = `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>`
  it.each<[string, (doctype: string) => Buffer]>([
    ['a.xml', (doctype) => Buffer.from(`<?xml version="1.0"?>${doctype}<a>&a19;&a;</a>`)],
    ['a.svg', (doctype) => Buffer.from(`${doctype.replace('DOCTYPE a', 'DOCTYPE svg')}<svg xmlns="http://www.w3.org/2000/svg"><text>&a19;&a;</text></svg>`)],
    ['a.html', (doctype) => Buffer.from(`${doctype}<html><p>&a19;&a;</p></html>`)],
    ['a.docx', (doctype) => zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': `${doctype}<a>&a19;&a;</a>` })],
    ['a.ofd', (doctype) => zipOf({ 'OFD.xml': `${doctype}<a>&a19;&a;</a>` })],
    ['a.yaml', () => Buffer.from(Array.from({ length: 20 }, (_, index) => `a${index}: &a${index} [${index === 0 ? '哈' : Array(10).fill(`*a${index - 1}`).join(', ')}]`).join('\n'))],
  ])('are neither multiplied nor fetched: %s', async (name, build) => {
    for (const doctype of [laughs, outside]) {
      const spans = spansOf(await read(name, build(doctype)))
      const text = spans.map((span) => span.text).join('')
      expect(text.length).toBeLessThan(100_000)
      expect(text).not.toContain('root:x:')
    }
  }) // prettier-ignore
})

const uint = (bytes: 2 | 4, ...values: number[]) => {
  const out = Buffer.alloc(bytes * values.length)
  values.forEach((value, index) => out.writeUIntLE(value, index * bytes, bytes))
  return out
}
const side = 60_000
const pngChunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
const entry = (tag: number, value: number) => Buffer.concat([uint(2, tag, 4), uint(4, 1, value)])

describe('gigapixel headers', () => {
  it.each<[string, Buffer]>([
    ['a.png', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), pngChunk('IHDR', Buffer.from([0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 2, 0, 0, 0])), pngChunk('IDAT', Buffer.alloc(64)), pngChunk('IEND', Buffer.alloc(0))])],
    ['a.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b08ea60ea6001011100ffda0008010100003f00ffd9', 'hex')],
    ['a.bmp', Buffer.concat([Buffer.from('BM'), uint(4, 100, 0, 54, 40, side, side), uint(2, 1, 24), uint(4, 0, 0, 0, 0, 0, 0), Buffer.alloc(46)])],
    ['a.tif', Buffer.concat([Buffer.from('II*\0'), uint(4, 8), uint(2, 6), entry(256, side), entry(257, side), entry(259, 1), entry(262, 1), entry(273, 8), entry(279, 4_000_000_000), uint(4, 0)])],
    ['a.webp', Buffer.concat([Buffer.from('RIFF'), uint(4, 100), Buffer.from('WEBPVP8L'), uint(4, 80), Buffer.from([0x2f, 0xff, 0xff, 0xff, 0x0f]), Buffer.alloc(75)])],
    ['a.gif', Buffer.concat([Buffer.from('GIF89a'), uint(2, 65535, 65535), Buffer.from([0, 0, 0, 0x2c]), uint(2, 0, 0, 65535, 65535), Buffer.from([0, 2, 0, 0x3b])])],
  ])('%s is a gap before anything is held in memory', async (name, bytes) => {
    const before = process.memoryUsage.rss()
    const walked = await read(name, bytes)
    expect(gapsOf(walked).length).toBeGreaterThan(0)
    expect(gapsOf(walked)[0]).toMatch(/^(limit|corrupt)/)
    expect(process.memoryUsage.rss() - before).toBeLessThan(512 * 1024 ** 2)
  }) // prettier-ignore
})

describe('next to nothing', () => {
  const names = ['a.pdf', 'a.docx', 'a.doc', 'a.xls', 'a.ofd', 'a.png', 'a.zip', 'a.7z', 'a.eml', 'a.html', 'a.rtf', 'a.svg', 'a.epub', 'a.txt', 'a'] // prettier-ignore
  it.each(names)('%s: no byte, one byte, one byte of each kind', async (name) => {
    const inputs = [Buffer.alloc(0), ...[0, 0x20, 0x25, 0x3c, 0x50, 0x7b, 0xd0, 0xff].map((byte) => Buffer.from([byte]))] // prettier-ignore
    for (const bytes of inputs) {
      const walked = await read(name, bytes)
      expect(walked.filter(({ kind }) => kind !== 'document' && kind !== 'name').length).toBeGreaterThan(0)
    }
  })
})
