import { expect, test } from 'vitest'
import { placeOf } from '../../src/place.js'
import { see } from '../../src/see/index.js'
import type { Box, OcrReader, Page, RecognisedPage } from '../../src/types.js'
import { fill, typedPage } from './marks/paper.js'

const picture = typedPage()
const { width, height } = picture
fill(picture, 300, 400, 320, 60, [0, 0, 0])

const page: Page = {
  place: placeOf({ name: '扫描件.png' }),
  width,
  height,
  lines: [],
  marks: [],
  reading: 'pixels',
  pixels: { naturalScale: 1, render: async () => picture },
}

function readerOf(text: string | null): OcrReader {
  const box = [100, 120, 950, 40] as const
  const lines = text === null ? [] : [{ text, box, confidence: 0.99 }]
  const read: RecognisedPage = { lines, turned: 0, illegible: [] }
  return { backend: 'test', model: 'test', read: async () => read, close: async () => undefined } as OcrReader
}

const kindsWith = async (text: string | null) => {
  const { pages } = await see(page, async () => readerOf(text), new AbortController().signal)
  return pages.flatMap(({ marks }) => marks.map(({ kind }) => kind))
}

test('a black box over lines of text is a patch', async () => {
  expect(await kindsWith('各单位要落实责任，按时报送')).toContain('box')
})

test('a picture without a word of text has no patches, however flat its places are', async () => {
  expect(await kindsWith(null)).toEqual([])
  expect(await kindsWith('Aa')).toEqual([])
})

const gapsWith = async (text: string | null, blindTo?: string) => {
  const reader = { ...readerOf(text), ...(blindTo && { blindTo }) }
  const { gaps } = await see(page, async () => reader, new AbortController().signal)
  return gaps.map(({ cause, detail }) => [cause, detail.code, detail.args?.['sign']])
}

test('what an engine read that cannot read ★ is a gap: the mark may stand there unseen', async () => {
  expect(await gapsWith('各单位要落实责任，按时报送', '★')).toContainEqual(['illegible', 'ocr.blind', '★'])
  expect((await gapsWith('各单位要落实责任，按时报送')).flat()).not.toContain('ocr.blind')
})

const stop = new AbortController().signal
const stated = { text: '附件见后', box: null, channel: 'text', sight: 'visible', confidence: 1 } as const

test('a picture is a gap where reading pictures is switched off; what the page states is kept', async () => {
  const { pages, gaps, read } = await see({ ...page, lines: [{ spans: [stated] }] }, null, stop)
  expect(gaps).toMatchObject([{ cause: 'disabled', detail: { code: 'ocr.off' }, place: page.place }])
  expect(pages.flatMap(({ lines }) => lines)).toEqual([{ spans: [stated] }])
  expect(read).toBe(0)
})

test('a page that is all said in text needs no engine', async () => {
  const { pixels: _pixels, ...text } = page
  expect(await see({ ...text, reading: 'stated' }, null, stop)).toMatchObject({ gaps: [], read: 0 })
})

test('ink no pass could read is a gap at its place, unless a mark covers it', async () => {
  const reader = (box: readonly [number, number, number, number]): OcrReader => ({
    ...readerOf('各单位要落实责任，按时报送'),
    read: async (raster, signal) => ({
      ...(await readerOf('各单位要落实责任，按时报送').read(raster, signal)),
      illegible: [box],
    }),
  })
  const open = await see(page, async () => reader([300, 900, 320, 60]), stop)
  expect(open.gaps).toMatchObject([{ cause: 'illegible', place: [{ box: [300, 900, 320, 60] }] }])
  const covered = await see(page, async () => reader([310, 405, 300, 50]), stop)
  expect(covered.gaps).toEqual([])
})

test('what a page states is judged beside what was read from its pixels', async () => {
  const { pages } = await see({ ...page, lines: [{ spans: [stated] }] }, async () => readerOf('通知'), stop)
  const texts = pages.map(({ lines }) => lines.flatMap(({ spans }) => spans.map(({ text }) => text)).join())
  expect(texts).toEqual(['附件见后', '通知'])
})

const boxesRead = async (pictures: readonly Box[]) => {
  const asked: (Box | undefined)[] = []
  const pixels = { naturalScale: 1, render: async (_: number, box?: Box) => (asked.push(box), picture) }
  await see({ ...page, reading: 'both', pictures, pixels }, async () => readerOf(null), stop)
  return asked.length === 1 && asked[0] === undefined ? 'whole' : asked.length
}

test.each([
  [6, 6],
  [7, 'whole'],
])('%d pictures on a page of text are read: %s', async (count, read) => {
  const pictures = Array.from({ length: count }, (_, at): Box => [20, 100 * at, 80, 60])
  expect(await boxesRead(pictures)).toBe(read)
})

test.each([
  [0.49, 1],
  [0.51, 'whole'],
])('a picture of %d of the page is read: %s', async (share, read) => {
  expect(await boxesRead([[0, 0, width, share * height]])).toBe(read)
})

const scaleOf = async (over: Partial<Page>, naturalScale = 1) => {
  let asked = 0
  const pixels = { naturalScale, render: async (scale: number) => ((asked = scale), picture) }
  await see({ ...page, pixels, ...over }, async () => readerOf(null), stop)
  return asked
}

test.each([
  [{ width: 40, height: 20 }, 2, 8],
  [{ width: 100, height: 50 }, 2, 3.2],
  [{ width: 160, height: 10 }, 2, 2],
  [{ width: 10_000, height: 6_200 }, 1, Math.SQRT1_2],
  [{ width: 5_000, height: 6_200 }, 1, 1],
  [{ width: 0, height: 300 }, 2, 2],
] as const)('a page of %j at natural scale %d is drawn at %d', async (size, natural, scale) => {
  expect(await scaleOf(size, natural)).toBeCloseTo(scale, 6)
})

test.each([
  [130, 0],
  [120, 0],
  [119, 1],
  [0, 1],
])('%d of 300 unread pixels are stated by the page: gaps %d', async (share, count) => {
  const spans = [{ ...stated, box: [300, 900, share, 60] as const }]
  const unread: OcrReader = {
    ...readerOf(null),
    read: async () => ({ lines: [], turned: 0, illegible: [[300, 900, 300, 60]] }),
  }
  const { gaps } = await see({ ...page, lines: [{ spans }] }, async () => unread, stop)
  expect(gaps.filter(({ detail }) => detail.code === 'ocr.illegible')).toHaveLength(count)
})
