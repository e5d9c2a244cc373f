import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { text } from '../../src/extract/text.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Page } from '../../src/types.js'
import { describeCases, describeDamage } from './cases.js'
import { openWork } from './dump.js'

describeCases(text)
describeDamage(text)

const probe = (head: string | Uint8Array, name: string) => ({
  head: typeof head === 'string' ? new TextEncoder().encode(head) : head,
  name,
  entries: [],
})

async function pagesOf(content: string, name: string): Promise<Page[]> {
  const pages: Page[] = []
  const source = memorySource(placeOf({ name }), new TextEncoder().encode(content))
  for await (const piece of text.extract(source, openWork()))
    if (piece.kind === 'page') pages.push(piece.page)
  return pages
}

describe('what is taken for text', () => {
  test.each([
    ['{\\rtf1\\ansi\\ansicpg936 text}', 'a.rtf'],
    ['%PDF-1.4\n1 0 obj', 'a.pdf'],
    ['%!PS-Adobe-3.0 EPSF-3.0\n', 'a.eps'],
    ['Received: from a\r\nMIME-Version: 1.0\r\nSubject: =?utf-8?b?5py65a+G?=\r\n\r\nbody', 'a.eml'],
    ['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg'],
    ['<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument/>', 'a.xml'],
    ['-----BEGIN PGP MESSAGE-----\n\nhQEMA', 'a.asc'],
  ])('leaves %j to others: its message is not in the letters', (head, name) => {
    expect(text.accepts(probe(head, name))).toBe(false)
  })

  test.each([
    [[0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], 'program'],
    [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0], 'a.doc'],
    [[0x1f, 0x8b, 8, 0, 0x12, 0x93, 0xfe, 0x81, 0, 3, 0xed, 0xbd], 'a.gz'],
  ])('leaves binary bytes to others', (head, name) => {
    expect(text.accepts(probe(Uint8Array.from(head), name))).toBe(false)
  })

  test('takes a head that is cut inside a character', () => {
    const head = new TextEncoder().encode('关于'.repeat(2000)).subarray(0, 8192)
    expect(text.accepts(probe(head, 'a.txt'))).toBe(true)
  })
})

describe('size', () => {
  test('a line of megabytes is cut into pieces that flow on, over several pages', async () => {
    const pages = await pagesOf('关于某事。'.repeat(300_000), 'a.txt')
    const lines = pages.flatMap((page) => page.lines)
    expect(pages.length).toBeGreaterThan(4)
    expect(new Set(lines.map((line) => line.paragraph))).toEqual(new Set([1]))
    expect(lines.map((line) => line.spans[0]!.text).join('')).toBe('关于某事。'.repeat(300_000))
  })

  test('a page holds no more than 5,000 lines', async () => {
    const pages = await pagesOf('行\n'.repeat(12_000), 'a.txt')
    expect(pages.map((page) => page.lines.length)).toEqual([5000, 5000, 2000])
    expect(pages[2]!.lines[0]!.at).toEqual({ line: 10_001 })
  })

  test('Han after megabytes of ASCII decides the encoding', async () => {
    const bytes = Buffer.concat([Buffer.alloc(3_000_000, 'a,b\n'), Buffer.from([0xbb, 0xfa, 0xc3, 0xdc])])
    const source = memorySource(placeOf({ name: 'a.log' }), new Uint8Array(bytes))
    let last = ''
    for await (const piece of text.extract(source, openWork())) {
      if (piece.kind === 'page') last = piece.page.lines.at(-1)!.spans[0]!.text
    }
    expect(last).toBe('机密')
  })

  test('a value of megabytes on one line of JSON is told in pieces', async () => {
    const pages = await pagesOf(`{"a":"${'某'.repeat(1_000_000)}","b":"机密"}`, 'a.json')
    const lines = pages.flatMap((page) => page.lines)
    expect(lines.at(-1)).toMatchObject({ label: 'b', spans: [{ text: '机密' }] })
    expect(lines.reduce((sum, line) => sum + line.spans[0]!.text.length, 0)).toBe(1_000_002)
  })

  test('brackets nested beyond reason do not break the reader', async () => {
    const pages = await pagesOf(`${'['.repeat(100_000)}"机密"`, 'a.json')
    expect(pages[0]!.lines[0]!.spans[0]!.text).toBe('机密')
  })
})

test('a picture of any size put into Markdown is a part, whole', async () => {
  const picture = Buffer.alloc(9000, 7)
  const note = `前文 ![图](data:image/png;base64,${picture.toString('base64')}) 后文\n`
  const source = memorySource(placeOf({ name: 'a.md' }), new TextEncoder().encode(note))
  const sizes: number[] = []
  for await (const piece of text.extract(source, openWork()))
    if (piece.kind === 'part') sizes.push(piece.source.size)
  expect(sizes).toEqual([9000])
})

describe('drawings of diagrams.net', () => {
  const model =
    '<mxGraphModel><root><mxCell value="&lt;div&gt;一季度&lt;/div&gt;&lt;div&gt;二季度&lt;/div&gt;"/></root></mxGraphModel>'
  const packed = deflateRawSync(encodeURIComponent(model)).toString('base64')
  test.each([
    ['as they stand', `<mxfile><diagram name="a">${model}</diagram></mxfile>`],
    ['packed', `<mxfile><diagram name="a">${packed}</diagram></mxfile>`],
  ])('%s: each line of a label is a line', async (_, content) => {
    for (const name of ['a.drawio', 'a.xml', 'a.txt']) {
      const lines = (await pagesOf(content, name)).flatMap((page) => page.lines)
      const texts = lines.map(({ spans }) => spans.map(({ text }) => text).join(''))
      expect(texts).toEqual(expect.arrayContaining(['一季度', '二季度']))
    }
  })
  test('a name that only looks packed stays as it is', async () => {
    const [page] = await pagesOf('<mxfile><diagram>QUJDREVGRw==</diagram></mxfile>', 'a.drawio')
    expect(page!.lines.flatMap(({ spans }) => spans.map(({ text }) => text))).toEqual(['QUJDREVGRw=='])
  })
})
