/** Web archives: every record is the page or file it was. */
import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { openBudget } from '../../src/budget.js'
import { warc } from '../../src/extract/warc.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import { pickFor, walk } from '../../src/walk.js'
// @ts-expect-error: a script without types.
import { answer, chunked, record } from '../build-fixtures/warc-writer.mjs'
import { dump, fileSource } from './dump.js'

const fixtures = new URL('../../fixtures/extract/warc/', import.meta.url)

describe('the WARC extractor says what is in', () => {
  for (const name of readdirSync(fixtures)) {
    test(`${name}`, async () => {
      const said = await dump(warc, await fileSource(new URL(`${name}/input.warc`, fixtures).pathname))
      await expect(said).toMatchFileSnapshot(new URL(`${name}/expected.txt`, fixtures).pathname)
    })
  }
})

/** Titles of the pages found, and causes of gaps, through all that the file is packed in. */
async function read(bytes: Uint8Array, name = 'a.warc') {
  const [lines, gaps, remarks]: [string[], string[], string[]] = [[], [], []]
  for await (const one of walk(memorySource(placeOf({ name }), bytes), { budget: openBudget() })) {
    if (one.kind === 'page')
      lines.push(...one.page.lines.map(({ spans }) => spans.map(({ text }) => text).join('')))
    else if (one.kind === 'gap') gaps.push(one.cause)
    else if (one.kind === 'remark') remarks.push(one.remark)
  }
  return { lines, gaps, remarks }
}

const fixture = async (name: string) =>
  (await fileSource(new URL(`${name}/input.warc`, fixtures).pathname)).bytes()

it.each(['packed', 'unpacked-before', 'resource'])(
  '%s: each page is read, packed again as well',
  async (name) => {
    const bytes = await fixture(name)
    const marks = { packed: 5, 'unpacked-before': 1, resource: 2 }[name]
    for (const found of [await read(bytes), await read(gzipSync(bytes), 'a.warc.gz')]) {
      expect(found.gaps).toEqual([])
      const headings = found.lines.filter((line) => line === '机密★10年')
      expect(headings.length).toBeGreaterThanOrEqual(marks!)
    }
  },
)

it('what a page links to is another record, what none holds is told', async () => {
  const { gaps, remarks } = await read(await fixture('site'))
  expect(gaps).toEqual([])
  expect(remarks).toEqual(['link-missing'])
})

it('one gzip member a record, as crawlers write them', async () => {
  const page = (words: string) =>
    answer('http://a.example/', { 'Content-Type': 'text/html' }, `<p>${words}</p>`)
  const bytes = Buffer.concat([gzipSync(page('一')), gzipSync(page('二'))])
  expect((await read(bytes, 'a.warc.gz')).lines).toEqual(['一', '二'])
})

it('what is damaged, cut off, or kept in pieces is a gap, never silence', async () => {
  const { gaps } = await read(await fixture('faults'))
  expect(gaps.join()).toBe('corrupt,corrupt,unsupported,corrupt,unsupported,unsupported,corrupt')
})

it('a bomb in a body is a limit', async () => {
  const bomb = gzipSync(Buffer.alloc(40 * 1024 ** 2))
  const bytes = answer('http://a.example/', { 'Content-Encoding': 'gzip' }, bomb) as Buffer
  expect((await read(bytes)).gaps).toEqual(['limit'])
})

it('lengths that lie end the reading with a gap', async () => {
  for (const stated of [-1, 1e15, Number.NaN])
    expect((await read(record('resource', {}, Buffer.from('x'), { length: stated }) as Buffer)).gaps).toEqual(
      ['corrupt'],
    )
  const size = Buffer.from('fffffff\r\nx')
  const lying = answer('http://a.example/', { 'Transfer-Encoding': 'chunked' }, size) as Buffer
  expect((await read(lying)).gaps).toContain('corrupt')
  const whole = answer(
    'http://a.example/',
    { 'Transfer-Encoding': 'chunked' },
    chunked(Buffer.from('植树')),
  ) as Buffer
  expect(await read(whole)).toEqual({ lines: ['植树'], gaps: [], remarks: [] })
})

it('a text about such archives is none', async () => {
  const bytes = Buffer.from('WARC/1.0 是网页存档的格式。\n')
  expect((await pickFor(memorySource(placeOf({ name: 'a.warc' }), bytes)))?.format).toBe('text')
})
