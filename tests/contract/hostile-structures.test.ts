import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Uninspectable } from '../../src/errors.js'
import { cfbOf } from '../build-fixtures/cfb.mjs'
import { zipOf } from '../build-fixtures/zip.mjs'
import { gapsOf, pdfOf, read, spansOf } from './walked.js'

const fixture = (path: string) => readFileSync(new URL(`../../fixtures/extract/${path}`, import.meta.url))
const deep = (open: string, inner: string, close: string, times = 1_000_000) =>
  open.repeat(times) + inner + close.repeat(times)
const catalogue = '<< /Type /Catalog /Pages 2 0 R >>'
const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>'
const empty = '<< /Length 0 >>\nstream\n\nendstream'
const withIn = (object: string, more: string) => object.replace(/>>$/, `${more} >>`)
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
const office = (part: string, content: string) => zipOf({ '[Content_Types].xml': types, [part]: content })

describe('a million levels deep, in each kind of container', () => {
  it.each<[string, () => Buffer]>([
    ['a.xlsx', () => office('xl/workbook.xml', deep('<sheet>', '', '</sheet>'))],
    ['b.xlsx', () => zipOf({ '[Content_Types].xml': types, 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': deep('<c>', '', '</c>') })],
    ['a.pptx', () => office('ppt/presentation.xml', deep('<p:sp>', '', '</p:sp>'))],
    ['b.pptx', () => zipOf({ '[Content_Types].xml': types, 'ppt/presentation.xml': '<p/>', 'ppt/slides/slide1.xml': deep('<p:grpSp>', '', '</p:grpSp>') })],
    ['b.docx', () => zipOf({ '[Content_Types].xml': types, 'word/document.xml': '<w:document/>', 'word/header1.xml': deep('<w:p>', '', '</w:p>') })],
    ['a.ods', () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': deep('<table:table>', '', '</table:table>') }, { stored: ['mimetype'] })],
    ['a.epub', () => zipOf({ mimetype: 'application/epub+zip', 'META-INF/container.xml': deep('<a>', '', '</a>') }, { stored: ['mimetype'] })],
    ['b.ofd', () => zipOf({ 'OFD.xml': '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>', 'Doc_0/Document.xml': deep('<ofd:Page>', '', '</ofd:Page>') })],
    ['a.fodt', () => Buffer.from(`<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">${deep('<text:p>', '', '</text:p>')}</office:document>`)],
    ['a.xps', () => zipOf({ '[Content_Types].xml': types, 'FixedDocSeq.fdseq': deep('<a>', '', '</a>'), 'Documents/1/Pages/1.fpage': deep('<Canvas>', '', '</Canvas>') })],
    ['a.vcf', () => Buffer.from(deep('BEGIN:VCARD\r\n', 'FN:甲\r\n', 'END:VCARD\r\n', 200_000))],
    ['a.ics', () => Buffer.from(deep('BEGIN:VEVENT\r\n', 'SUMMARY:甲\r\n', 'END:VEVENT\r\n', 200_000))],
    ['a.dxf', () => Buffer.from(`0\nSECTION\n2\nENTITIES\n${deep('0\nINSERT\n', '1\n甲\n', '', 300_000)}0\nENDSEC\n0\nEOF\n`)],
    ['b.eml', () => Buffer.from(deep('Content-Type: message/rfc822\r\n\r\n', 'x', '', 20_000))],
    ['c.eml', () => Buffer.from(`Subject: ${'=?utf-8?B?5py6?='.repeat(200_000)}\r\n\r\nx`)],
    ['a.mht', () => Buffer.from(`From: x\r\nContent-Type: multipart/related; boundary="${'a'.repeat(1_000_000)}"\r\n\r\nx`)],
    ['b.rtf', () => Buffer.from(`{\\rtf1 ${'{\\object{\\*\\objdata '.repeat(200_000)}`)],
    ['c.rtf', () => Buffer.from(`{\\rtf1 ${'\\u26426 ?'.repeat(100_000)}${'{\\*\\'.repeat(100_000)}`)],
    ['a.txt.gz', () => Array.from({ length: 30 }).reduce<Buffer>((inner) => gzipSync(inner), Buffer.from('甲'))],
  ])('%s is read or is a gap', async (name, build) => {
    const walked = await read(name, build())
    expect(walked.some(({ kind }) => kind === 'page' || kind === 'gap')).toBe(true)
  }) // prettier-ignore

  it.each<[string, () => string[]]>([
    ['dictionaries in dictionaries', () => [catalogue, pages, withIn(page, `/A ${deep('<< /A ', 'null', ' >>')}`), empty]],
    ['a page tree', () => [catalogue, ...Array.from({ length: 100_000 }, (_, index) => `<< /Type /Pages /Count 1 /Kids [${index + 3} 0 R] >>`), '<< /Type /Page /MediaBox [0 0 9 9] >>']],
    ['bookmarks', () => [withIn(catalogue, '/Outlines 5 0 R'), pages, page, empty, ...Array.from({ length: 100_000 }, (_, index) => `<< /Title (x) /First ${index + 6} 0 R >>`)]],
    ['names of attachments', () => [withIn(catalogue, '/Names << /EmbeddedFiles 5 0 R >>'), pages, page, empty, ...Array.from({ length: 100_000 }, (_, index) => `<< /Kids [${index + 6} 0 R] >>`)]],
    ['arrays among the operators', () => [catalogue, pages, page, `<< /Length 2000000 >>\nstream\n${deep('[', '', ']')}\nendstream`]],
    ['text arrays', () => [catalogue, pages, page, `<< /Length 1200000 >>\nstream\n${'BT '.repeat(400_000)}\nendstream`]],
    ['fields of a form', () => [withIn(catalogue, '/AcroForm << /Fields [5 0 R] >>'), pages, page, empty, ...Array.from({ length: 50_000 }, (_, index) => `<< /T (x) /Kids [${index + 6} 0 R] >>`)]],
  ])('PDF: %s', async (_what, objects) => {
    const walked = await read('a.pdf', pdfOf(objects()))
    expect(walked.some(({ kind }) => kind === 'page' || kind === 'gap')).toBe(true)
  }) // prettier-ignore
})

describe('what goes round in circles', () => {
  it.each<[string, string[]]>([
    ['bookmarks whose next is the one before', [withIn(catalogue, '/Outlines 5 0 R'), pages, page, empty, '<< /First 6 0 R >>', '<< /Title (a) /Next 7 0 R /First 5 0 R >>', '<< /Title (b) /Next 6 0 R >>']],
    ['names that lead back', [withIn(catalogue, '/Names << /EmbeddedFiles 5 0 R >>'), pages, page, empty, '<< /Kids [5 0 R 5 0 R] >>']],
    ['form fields that are their own kids', [withIn(catalogue, '/AcroForm << /Fields [5 0 R] >>'), pages, withIn(page, '/Annots [5 0 R]'), empty, '<< /T (x) /Subtype /Widget /Parent 5 0 R /Kids [5 0 R] /Rect [0 0 9 9] >>']],
    ['an object stream that holds itself', [catalogue, pages, page, empty, '<< /Type /ObjStm /N 1 /First 4 /Extends 5 0 R /Length 10 >>\nstream\n5 0 5 0 R\nendstream']],
    ['a mask that is its own mask', [catalogue, pages, withIn(page, '/Resources << /XObject << /I 5 0 R >> >>').replace('/Contents 4', '/Contents 6'), empty, '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask 5 0 R /Length 1 >>\nstream\nx\nendstream', '<< /Length 30 >>\nstream\nq 100 0 0 100 0 0 cm /I Do Q\nendstream']],
    ['a pattern that paints with itself', [catalogue, pages, withIn(page, '/Resources << /Pattern << /P 5 0 R >> >>').replace('/Contents 4', '/Contents 6'), empty, '<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P 5 0 R >> >> /Length 39 >>\nstream\n/Pattern cs /P scn 0 0 9 9 re f       \nendstream', '<< /Length 39 >>\nstream\n/Pattern cs /P scn 0 0 99 99 re f     \nendstream']],
    ['a font whose glyphs are written in itself', [catalogue, pages, withIn(page, '/Resources << /Font << /F 5 0 R >> >>').replace('/Contents 4', '/Contents 6'), empty, '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 65 /Widths [9] /Encoding << /Differences [65 /A] >> /CharProcs << /A 6 0 R >> /Resources << /Font << /F 5 0 R >> >> >>', '<< /Length 26 >>\nstream\nBT /F 9 Tf (AAAA) Tj ET   \nendstream']],
  ])('PDF: %s', async (_what, objects) => {
    const walked = await read('a.pdf', pdfOf(objects))
    expect(walked.some(({ kind }) => kind === 'page' || kind === 'gap')).toBe(true)
  }) // prettier-ignore

  it.each(['/Prev 0', '/Prev 9', '/XRefStm 9'])('a PDF whose table of objects says %s', async (prev) => {
    const body = `%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 5 ${prev} >>\nstartxref\n9\n%%EOF\n`
    expect(gapsOf(await read('a.pdf', Buffer.from(body))).length).toBeGreaterThan(0)
  })

  const holder = { xls: 'Workbook', ppt: 'PowerPoint Document', msg: '__properties_version1.0', doc: 'WordDocument', bin: 'x' } // prettier-ignore
  describe.each(Object.entries(holder))('a compound file that is a .%s', (extension, stream) => {
    const build = () => cfbOf({ [stream]: Buffer.alloc(9000, 1), Storage: { a: 'x', b: 'y' }, Current: 'z' })
    const fields = { left: 68, right: 72, child: 76, start: 116 }
    it.each(Object.entries(fields))('whose directory leads back by its %s fields', async (_field, at) => {
      for (const target of [0, 1, 2]) {
        const bytes = build()
        const directory = 512 * (1 + bytes.readUInt32LE(48))
        for (let row = 0; row < 4; row += 1) bytes.writeUInt32LE(target, directory + row * 128 + at)
        expect((await read(`a.${extension}`, bytes)).length).toBeGreaterThan(1)
      }
    })

    it.each([
      ['a table of tables that leads back', 68, 0],
      ['more tables than there are bytes', 44, 0x7fffffff],
      ['more tables of tables than there are bytes', 72, 0x7fffffff],
      ['a directory beyond the end', 48, 0x00ffffff],
      ['sectors of no size', 30, 0x00060000],
      ['sectors of two gigabytes', 30, 0x0006001f],
      ['a table of small sectors that is the directory', 60, 1],
      ['small streams of any size', 56, 0xffffffff],
    ])('with %s', async (_what, at, value) => {
      const bytes = build()
      bytes.writeUInt32LE(value, at)
      const walked = await read(`a.${extension}`, bytes)
      expect(walked.filter(({ kind }) => kind !== 'document' && kind !== 'name').length).toBeGreaterThan(0)
    })
  })
})

describe('entities in each kind of container', () => {
  const doctype = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: 20 }, (_, index) => `<!ENTITY a${index} "${`&a${index === 0 ? '' : index - 1};`.repeat(10)}">`).join('')}]>`
  const laughs = `${doctype}<a>&a19;&x;</a>`
  it.each<[string, Buffer]>([
    ['a.xlsx', office('xl/workbook.xml', laughs)],
    ['b.xlsx', zipOf({ '[Content_Types].xml': types, 'xl/workbook.xml': '<workbook/>', 'xl/sharedStrings.xml': laughs })],
    ['a.pptx', office('ppt/presentation.xml', laughs)],
    ['a.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': laughs }, { stored: ['mimetype'] })],
    ['a.epub', zipOf({ mimetype: 'application/epub+zip', 'META-INF/container.xml': laughs }, { stored: ['mimetype'] })],
    ['a.xps', zipOf({ '[Content_Types].xml': types, 'FixedDocSeq.fdseq': laughs })],
    ['a.fodt', Buffer.from(`${doctype}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><text:p>&a19;&x;</text:p></office:document>`)],
    ['a.xhtml', Buffer.from(`<?xml version="1.0"?>${doctype}<html xmlns="http://www.w3.org/1999/xhtml"><p>&a19;&x;</p></html>`)],
    ['a.csv', Buffer.from(laughs)],
  ])('are neither multiplied nor fetched: %s', async (name, bytes) => {
    const text = spansOf(await read(name, bytes)).map((span) => span.text).join('')
    expect(text.length).toBeLessThan(100_000)
    expect(text).not.toContain('root:x:')
  }) // prettier-ignore
})

const uint = (bytes: 2 | 4, ...values: number[]) => {
  const out = Buffer.alloc(bytes * values.length)
  values.forEach((value, index) => out.writeUIntLE(value >>> 0, index * bytes, bytes))
  return out
}
const big = (value: number) => uint(4, value).swap32()
const box = (type: string, ...content: Buffer[]) => {
  const body = Buffer.concat(content)
  return Buffer.concat([big(body.length + 8), Buffer.from(type), body])
}
const side = 60_000
const jp2 = Buffer.concat([
  box('jP  ', Buffer.from('0d0a870a', 'hex')),
  box('ftyp', Buffer.from('jp2 \0\0\0\0jp2 ')),
  box('jp2h', box('ihdr', big(side), big(side), Buffer.from([0, 3, 7, 7, 0, 0])), box('colr', Buffer.from([1, 0, 0, 0, 0, 0, 16]))),
  box('jp2c', Buffer.from('ff4fff51002f0000', 'hex'), big(side), big(side), big(0), big(0), big(side), big(side), big(0), big(0), Buffer.from('0003070101070101070101ff52000c00000001000504040001ff5c00134040484850484850484850484850484850ff90000a0000000000000001ff93ffd9', 'hex')),
]) // prettier-ignore
const dib = (width: number, height: number) => Buffer.concat([uint(4, 40, width, height), uint(2, 1, 32), uint(4, 0, 0, 0, 0, 0, 0), Buffer.alloc(200)]) // prettier-ignore
const emf = (() => {
  const header = Buffer.alloc(108)
  header.writeUInt32LE(1, 0)
  header.writeUInt32LE(108, 4)
  for (const at of [16, 20, 32, 36]) header.writeInt32LE(0x7fffffff, at)
  header.write(' EMF', 40)
  header.writeUInt32LE(0x10000, 44)
  header.writeUInt32LE(128, 48)
  header.writeUInt32LE(2, 52)
  return Buffer.concat([header, uint(4, 14, 20, 0, 16, 20)])
})()

describe('gigapixel headers, in pictures that are not the common ones and in documents', () => {
  const image = (filter: string, data: string) => pdfOf([catalogue, pages, withIn(page, '/Resources << /XObject << /I 5 0 R >> >>').replace('/Contents 4', '/Contents 6'), empty, `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceRGB /BitsPerComponent 8 ${filter} /Length ${data.length} >>\nstream\n${data}\nendstream`, '<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q  \nendstream']) // prettier-ignore
  it.each<[string, Buffer]>([
    ['a.jp2', jp2],
    ['a.ico', Buffer.concat([uint(2, 0, 1, 1), Buffer.from([0, 0, 0, 0]), uint(2, 1, 32), uint(4, 240, 22), dib(side, side * 2)])],
    ['a.cur', Buffer.concat([uint(2, 0, 2, 1), Buffer.from([0, 0, 0, 0]), uint(2, 1, 32), uint(4, 240, 22), dib(0x7fffffff, 0x7fffffff)])],
    ['b.bmp', Buffer.concat([Buffer.from('BM'), uint(4, 254, 0, 54), dib(0x7fffffff, -0x80000000)])],
    ['a.emf', emf],
    ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99999999" height="99999999"><path d="M0 0H99999999V99999999z"/><text>甲</text></svg>')],
    ['a.pdf', pdfOf([catalogue, pages, page.replace('595 842', '99999999 99999999'), empty])],
    ['b.pdf', image('', 'x')],
    ['c.pdf', image('/Filter /FlateDecode', 'x\x9c')],
    ['d.pdf', image('/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>', 'x')],
    ['a.pbm', Buffer.from('P4\n60000 60000\nx')],
    ['a.pcx', Buffer.concat([Buffer.from([10, 5, 1, 8]), uint(2, 0, 0, 65535, 65535), Buffer.alloc(200)])],
    ['a.tga', Buffer.concat([Buffer.from([0, 0, 2, 0, 0, 0, 0, 0]), uint(2, 0, 0, 65535, 65535), Buffer.from([32, 0]), Buffer.alloc(90)])],
    ['a.psd', Buffer.concat([Buffer.from('8BPS\0\x01\0\0\0\0\0\0\0\x03', 'latin1'), big(300_000), big(300_000), Buffer.from([0, 8, 0, 3]), Buffer.alloc(90)])],
  ])('%s costs little and something is said', async (name, bytes) => {
    const before = process.memoryUsage.rss()
    const walked = await read(name, bytes)
    const failures: unknown[] = []
    for (const one of walked)
      if (one.kind === 'page' && one.page.pixels && one.page.reading !== 'stated')
        await one.page.pixels.render(one.page.pixels.naturalScale).catch((error: unknown) => failures.push(error))
    expect(failures.filter((error) => !(error instanceof Uninspectable))).toEqual([])
    expect(walked.some(({ kind }) => kind === 'page' || kind === 'gap' || kind === 'inert')).toBe(true)
    expect(process.memoryUsage.rss() - before).toBeLessThan(600 * 1024 ** 2)
  }) // prettier-ignore
})

describe('other files are judged beside hostile ones', () => {
  it('in one archive', async () => {
    const bytes = zipOf({
      'a.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'b.svg': `<svg xmlns="http://www.w3.org/2000/svg">${deep('<g>', '', '</g>', 100_000)}</svg>`,
      'c.doc': cfbOf({ WordDocument: Buffer.alloc(9000, 1) }),
      'd.pdf': fixture('pdf/truncated/input.pdf').subarray(0, 400),
      'e.rtf': `{\\rtf1 ${deep('{', 'x', '}', 100_000)}`,
      'z.txt': '秘密★3年\n',
    })
    const walked = await read('a.zip', bytes)
    expect(gapsOf(walked).length).toBeGreaterThan(3)
    expect(spansOf(walked).some(({ text }) => text === '秘密★3年')).toBe(true)
  })
})
