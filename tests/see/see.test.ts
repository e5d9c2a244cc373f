import { expect, test } from 'vitest'
import { placeOf } from '../../src/place.js'
import { see } from '../../src/see/index.js'
import type { OcrReader, Page, Sheet } from '../../src/types.js'
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
  const read: Sheet = { lines, turned: 0, illegible: [] }
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
