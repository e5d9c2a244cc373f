import { afterAll, describe, expect, test } from 'vitest'
import { factsOf } from '../../../src/extract/pdf/facts.js'
import { closeKeptPdf, openPdf } from '../../../src/extract/pdf/open.js'
import { PdfFile } from '../../../src/extract/pdf/plain/file.js'
import { PlainPages } from '../../../src/extract/pdf/plain/page.js'
import { plainPage } from '../../../src/extract/pdf/plain/proven.js'
import { notPlain } from '../../../src/extract/pdf/plain/values.js'
import type { Line } from '../../../src/types.js'
import { pagesOf as readPages, sourceOf, wordsOf } from './files.js'
import {
  courier,
  line,
  type Objects,
  packedStream,
  pagesOf,
  stream,
  withStreams,
  withTable,
} from './plain-files.js'

afterAll(closeKeptPdf)

/** What the plain reader finds on the first page; null: it leaves the page to PDFium. */
function plainText(bytes: Uint8Array, page = 10): string | null {
  try {
    const { glyphs } = new PlainPages(new PdfFile(() => bytes)).read(page)
    return glyphs.map((glyph) => glyph.text).join('')
  } catch (error) {
    if (error === notPlain) return null
    throw error
  }
}

const onePage = (content: string, more: Objects = {}, resources = '') =>
  withTable(pagesOf([content], more, resources))

describe('a file is followed by its own tables', () => {
  const objects = pagesOf([line('a plain page')])

  test('a table', () => expect(plainText(withTable(objects))).toBe('a plain page'))
  test('streams of objects and references', () =>
    expect(plainText(withStreams(objects))).toBe('a plain page'))

  test('the newest save counts', () => {
    const saved = withTable({ 11: packedStream(line('said later')) }, withTable(objects))
    expect(plainText(saved)).toBe('said later')
  })

  test('an object that is not where the table says is not looked for', () => {
    const bytes = withTable(objects)
    const moved = Buffer.concat([Buffer.from('%PDF-1.4\n%%%\n'), bytes.subarray(9)])
    expect(() => new PlainPages(new PdfFile(() => moved)).read(10)).toThrow(notPlain)
  })

  test('contents in several streams are one', () => {
    const parts = {
      10: '<< /Type /Page /Parent 2 0 R /Contents [20 0 R 21 0 R] >>',
      20: stream('BT /F1 12 Tf 20 100'),
      21: stream('Td (two parts) Tj ET'),
    }
    expect(plainText(onePage('', parts))).toBe('two parts')
  })
})

describe('characters stand where the operators put them', () => {
  const glyphs = (content: string) => new PlainPages(new PdfFile(() => onePage(content))).read(10).glyphs
  const places = (content: string) =>
    glyphs(content).map(
      ({ text, start, baseline, end }) =>
        `${text} ${start.toFixed(1)}-${end.toFixed(1)} ${baseline.toFixed(1)}`,
    )

  test('moved, by lines and by matrices', () =>
    expect(
      places('q 2 0 0 2 10 0 cm BT /F1 10 Tf 14 TL 5 50 Td (a) Tj T* (b) Tj 1 0 0 1 7 20 Tm (c) Tj ET Q'),
    ).toEqual(['a 20.0-32.0 100.0', 'b 20.0-32.0 128.0', 'c 24.0-36.0 160.0']))
  test('spaced', () =>
    expect(places('BT /F1 10 Tf 2 Tc 5 Tw 20 100 Td (a b) Tj ET')).toEqual([
      'a 20.0-26.0 100.0',
      '  28.0-34.0 100.0',
      'b 41.0-47.0 100.0',
    ]))
  test('pushed by numbers inside an array, stretched and raised', () =>
    expect(places('BT /F1 10 Tf 50 Tz 3 Ts 20 100 Td [(a) -1000 (b)] TJ ET')).toEqual([
      'a 20.0-23.0 97.0',
      'b 28.0-31.0 97.0',
    ]))
  test('escapes and hexadecimal strings are the same bytes', () =>
    expect(glyphs('BT /F1 9 Tf 20 100 Td (\\101\\(\\)) Tj <42 4> Tj ET').map(({ text }) => text)).toEqual([
      ...'A()B@',
    ]))
})

describe('left to PDFium', () => {
  const text = line('covered')
  test.each([
    ['a box over what was said', `${text} 0 0 0 rg 10 90 200 30 re f`],
    ['a thick stroke over it', `${text} 20 w 10 105 m 200 105 l S`],
    ['text on a shape of its own colour', `0.9 0.1 0.1 rg 10 90 200 30 re f 0.95 0.1 0.1 rg ${text}`],
    [
      'text under stacked hairlines',
      `${text} 2 w ${Array.from({ length: 14 }, (_, at) => `10 ${97 + at} m 200 ${97 + at} l S`).join(' ')}`,
    ],
    [
      'text under a pen drawn back and forth',
      `${text} 2 w 10 96 m ${Array.from({ length: 60 }, (_, at) => `${10 + 3 * at} ${at % 2 ? 96 : 112} l`).join(' ')} S`,
    ],
    ['pale text', `1 g ${text}`],
    ['text that is not drawn', `BT 3 Tr /F1 12 Tf 20 100 Td (covered) Tj ET`],
    ['text used as a clip', `BT 7 Tr /F1 12 Tf 20 100 Td (covered) Tj ET`],
    ['text clipped away', `q 0 0 10 10 re W n ${text} Q`],
    ['text within a round clip', `q 0 0 m 300 0 l 0 200 l h W n ${text} Q`],
    ['tiny text', line('covered', 20, 100, 1)],
    ['text on its side', 'BT /F1 12 Tf 0 1 -1 0 50 20 Tm (covered) Tj ET'],
    ['text in mirror writing', 'BT /F1 12 Tf -1 0 0 1 150 100 Tm (covered) Tj ET'],
    ['the same text twice', text + text],
    ['a word said to be another', `/Span << /ActualText (other) >> BDC ${text} EMC`],
    ['content of a layer', `/OC /L1 BDC ${text} EMC`],
    ['a drawing', `${text} /X1 Do`],
    ['a shading', `${text} /S1 sh`],
    ['a picture in the text', `${text} BI /W 1 /H 1 /BPC 8 /CS /G ID x EI`],
    [
      'a letter drawn as an outline',
      `${text} 20 20 m 30 60 l 40 20 l 50 60 l 60 20 l 70 60 l 80 20 l 90 60 l f`,
    ],
    [
      'letters of single strokes',
      `${text} ${Array.from({ length: 32 }, (_, at) => `${20 + 12 * (at >> 3)} ${20 + (at % 8)} m ${29 + 12 * (at >> 3)} ${20 + (at % 8)} l S`).join(' ')}`,
    ],
    ['a bar cut out by a clip', `${text} q 0 0 m 300 0 l 0 200 l h W n 0 20 300 20 re f Q`],
    ['a pattern with a colour of its own', `${text} /Own cs 1 0 0 /P1 scn 0 20 300 20 re f`],
    ['an unknown operator', `${text} frobnicate`],
    ['transparency', `/G1 gs ${text}`],
    ['a pattern as colour', `/Pattern cs /P1 scn ${text}`],
    ['a page that says nothing', ''],
    ['broken syntax', `${text} (never ends`],
    ['too many operands', `${'1 '.repeat(100)}${text}`],
  ])('%s', (_, content) => {
    const more = { 30: '<< /ca 0.3 >>', 31: '<< /Type /OCG /Name (a) >>' }
    const resources =
      '/ExtGState << /G1 30 0 R >> /Properties << /L1 31 0 R >> /ColorSpace << /Pattern /Pattern /Own [/Pattern /DeviceRGB] >>'
    expect(plainText(onePage(content, more, resources))).toBeNull()
  })

  test.each([
    ['a font without a meaning', { 3: '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>' }],
    ['pictograms', { 3: courier.replace('Courier', 'Wingdings') }],
    [
      'codes the table does not know',
      {
        3: courier.replace('/Encoding /WinAnsiEncoding', '/ToUnicode 40 0 R'),
        40: stream('1 beginbfchar <41> <4e2d> endbfchar'),
      },
    ],
    [
      'a code that means two characters',
      {
        3: courier.replace('/Encoding /WinAnsiEncoding', '/ToUnicode 40 0 R'),
        40: stream('1 beginbfrange <20> <7e> <00660069> endbfrange'),
      },
    ],
    ['annotations', { 10: '<< /Type /Page /Parent 2 0 R /Contents 11 0 R /Annots [50 0 R] >>' }],
    ['a turned page', { 10: '<< /Type /Page /Parent 2 0 R /Contents 11 0 R /Rotate 90 >>' }],
    ['another unit', { 10: '<< /Type /Page /Parent 2 0 R /Contents 11 0 R /UserUnit 2 >>' }],
    ['a filter that is not known', { 11: stream('abc', '/Filter /LZWDecode') }],
    ['data that do not unpack', { 11: stream('abc', '/Filter /FlateDecode') }],
    ['a length that is wrong', { 11: '<< /Length 3 >>\nstream\nabcdef\nendstream' }],
    ['fonts that hold themselves', { 3: '3 0 R' }],
  ])('%s', (_, more) => expect(plainText(onePage(line('said'), more))).toBeNull())
})

describe('fonts of documents made by programs', () => {
  const named = (encoding: string, widths = '[1 [500 500]]') =>
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> /DW 1000 /W ${widths} >>] >>`
  const words = 'BT /F1 12 Tf 20 100 Td <%> Tj ET'

  test('Chinese codes need no table of their own', () => {
    expect(plainText(onePage(words.replace('%', '901a77e5ff11'), { 3: named('UniGB-UCS2-H') }))).toBe(
      '通知１',
    )
    expect(plainText(onePage(words.replace('%', 'cda8d6aa41'), { 3: named('GBK-EUC-H') }))).toBe('通知A')
  })
  test('but letters whose width is not known are left to PDFium', () => {
    expect(plainText(onePage(words.replace('%', '00e9'), { 3: named('UniGB-UCS2-H') }))).toBeNull()
    expect(
      plainText(onePage(words.replace('%', '901a'), { 3: named('UniGB-UCS2-H', '[900 [500]]') })),
    ).toBeNull()
    expect(plainText(onePage(words.replace('%', '901a'), { 3: named('UniGB-UCS2-V') }))).toBeNull()
  })
  test('a font nobody writes with need not be known', () => {
    const content = `BT /F2 12 Tf ET ${line('said')}`
    expect(
      plainText(onePage(content, { 30: '<< /Type /Font /Subtype /Type1 /BaseFont /Times >>' })),
    ).toBeNull()
    const both = {
      2: '<< /Type /Pages /Kids [10 0 R] /Count 1 /MediaBox [0 0 300 200] /Resources << /Font << /F1 3 0 R /F2 30 0 R >> >> >>',
    }
    expect(
      plainText(onePage(content, { ...both, 30: '<< /Type /Font /Subtype /Type1 /BaseFont /Times >>' })),
    ).toBe('said')
  })
  test('contents in letters only are unpacked', () => {
    const body = ascii85(Buffer.from('BT /F1 12 Tf 20 100 Td (ab) Tj ET'))
    expect(plainText(onePage('', { 11: stream(body, '/Filter [/ASCII85Decode]') }))).toBe('ab')
    expect(plainText(onePage('', { 11: stream(`${body.slice(0, 3)}~>`, '/Filter /A85') }))).toBeNull()
  })
})

/** ISO 32000-1, 7.4.3. */
function ascii85(bytes: Buffer): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const group = Buffer.alloc(4)
    bytes.copy(group, 0, at, Math.min(bytes.length, at + 4))
    let value = group.readUInt32BE()
    let digits = ''
    for (let digit = 0; digit < 5; digit++) {
      digits = String.fromCharCode(33 + (value % 85)) + digits
      value = Math.floor(value / 85)
    }
    text += digits.slice(0, Math.min(4, bytes.length - at) + 1)
  }
  return `${text}~>`
}

test('one character may stand for one other', () => {
  const content = '/Span << /ActualText <FEFF6708> >> BDC BT /F1 12 Tf 20 100 Td (a) Tj ET EMC'
  expect(plainText(onePage(content))).toBe('月')
})

test('colours, rules, frames and shaded cells behind dark text are plain', () => {
  const content = `0.9 g 10 90 200 30 re f 0 0 1 RG 10 80 m 200 80 l S 0.2 0.2 0.2 rg ${line('in a cell')}`
  expect(plainText(onePage(content))).toBe('in a cell')
})

test('the rules of a table drawn after its text are plain', () => {
  const rules = Array.from({ length: 8 }, (_, at) => `10 ${60 + 16 * at} m 200 ${60 + 16 * at} l S`).join(' ')
  expect(plainText(onePage(`${line('in a table')} 0.7 w ${rules} 10 60 190 112 re S`))).toBe('in a table')
})

describe('a long document', () => {
  const said = Array.from({ length: 30 }, (_, index) => line(`page number ${index + 1}`))

  test('says the same page by page as one that PDFium reads', async () => {
    const plain = await readPages(sourceOf(withTable(pagesOf(said))))
    const drawn = await readPages(sourceOf(withTable(pagesOf(said.map((each) => `${each} /X1 Do`)))))
    expect(plain.map(wordsOf)).toEqual(drawn.map(wordsOf))
    expect(
      plain.map(({ width, height, reading, number, of }) => [width, height, reading, number, of]),
    ).toEqual(drawn.map(({ width, height, reading, number, of }) => [width, height, reading, number, of]))
  })

  test('is read so only where PDFium says the same of one of its pages', async () => {
    const open = async (name: string) =>
      openPdf(sourceOf(withTable(pagesOf([line('first'), ...said, line(name)]))))
    const lines = (text: string): Line[] => [
      {
        spans: [
          {
            text,
            box: [20, 90, 100, 12],
            size: 12,
            bold: false,
            channel: 'text',
            sight: 'visible',
            confidence: 1,
          },
        ],
      },
    ]
    const one = await open('one')
    expect(plainPage(one, factsOf(one, true), 5, () => lines('something else'))).toBeNull()
    one.release()
    const other = await open('other')
    expect(plainPage(other, factsOf(other, true), 5, () => lines('first'))?.glyphs).toHaveLength(
      'page number 5'.length,
    )
    other.release()
  })

  test('loses only the page that crashes the engine', async () => {
    const loop = stream(
      '/X1 Do /X1 Do',
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 90 0 R >> >>',
    )
    const mixed = said.map((each, index) => (index === 4 ? '/X1 Do' : each))
    const pages = await readPages(
      sourceOf(withTable(pagesOf(mixed, { 90: loop }, '/XObject << /X1 90 0 R >>'))),
    )
    expect(
      said.map((_, index) => index + 1).filter((number) => !pages.some((page) => page.number === number)),
    ).toEqual([5])
  })

  test('has pages that are plain and pages that are not', async () => {
    const mixed = said.map((each, index) => (index === 27 ? `${each} 0 g 10 90 200 30 re f` : each))
    const pages = await readPages(sourceOf(withTable(pagesOf(mixed))))
    expect(pages.flatMap((page) => (page.covers ? [page.number] : []))).toEqual([28])
  })
})
