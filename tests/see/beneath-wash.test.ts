/** What shows through a marker takes the place of what was read over it, wherever it was read better. */
import { expect, test } from 'vitest'
import { readThrough } from '../../src/see/beneath-wash.js'
import type { MarkPatch } from '../../src/see/patches.js'
import type { Line, Mark, OcrReader, Page, Raster } from '../../src/types.js'

const raster: Raster = { width: 200, height: 100, scale: 2, rgba: new Uint8Array(80_000).fill(90) }
const signal = new AbortController().signal

const lineAt = (text: string, y: number, confidence = 0.9): Line => ({
  spans: [{ text, box: [12, y, 40, 8], channel: 'ocr', sight: 'visible', confidence }],
})
const page = (...lines: Line[]): Page => ({ place: [{ name: 'a.png' }], lines, marks: [], reading: 'pixels' })

/** In page units 10, 10, 50, 10; in pixels twice that. */
const patch = (mark: Partial<Mark> = {}): MarkPatch => ({
  mark: { kind: 'marker', box: [10, 10, 50, 10], confidence: 0.9, ...mark },
  box: [20, 20, 100, 20],
})

/** Reads the same everywhere, six pixels from the corner of what was cut out: two of its heights of paper lie around that. */
const reader = (text: string, confidence = 0.95): OcrReader => ({
  backend: 'test',
  model: 'test',
  read: async ({ height }) => ({
    lines: [{ text, box: [0.4 * height + 6, 0.4 * height + 6, 80, 20], confidence }],
    turned: 0,
    illegible: [],
  }),
  close: async () => {},
})

const shown = (reading: Page) =>
  reading.lines.map(({ spans: [span] }) => `${span!.text} ${span!.sight} ${span!.box!.join()}`)

test('what was read beneath stands where the mark is, between its neighbours', async () => {
  const before = page(lineAt('上一行', 0), lineAt('札', 11, 0.4), lineAt('下一行', 30))
  const reading = await readThrough(before, raster, [patch()], reader('机密★10年'), signal)
  expect(shown(reading)).toEqual([
    '上一行 visible 12,0,40,8',
    '机密★10年 recovered 10,10,40,10',
    '下一行 visible 12,30,40,8',
  ])
  expect(reading.marks).toEqual([{ ...patch().mark, recovered: '机密★10年' }])
})

test('what could be read through the wash stays, as recovered', async () => {
  const before = page(lineAt('机密★10年', 11, 0.9))
  const reading = await readThrough(before, raster, [patch()], reader('机', 0.9), signal)
  expect(shown(reading)).toEqual(['机密★10年 recovered 12,11,40,8'])
})

test('letters nobody is sure of were never written', async () => {
  const before = page(lineAt('上一行', 0))
  const reading = await readThrough(before, raster, [patch()], reader('机密', 0.5), signal)
  expect(shown(reading)).toEqual(['上一行 visible 12,0,40,8'])
  expect(reading.marks).toEqual([patch().mark])
})

test('a label that reaches into the mark stays what it is, however often it is read', async () => {
  const label: Line = {
    spans: [{ text: '身份证号码', box: [0, 11, 24, 8], channel: 'ocr', sight: 'visible', confidence: 0.99 }],
  }
  const again: OcrReader = {
    ...reader(''),
    read: async ({ height }) => ({
      lines: [{ text: '号码', box: [0.4 * height, 0.4 * height, 24, 20], confidence: 0.95 }],
      turned: 0,
      illegible: [],
    }),
  }
  const reading = await readThrough(page(label), raster, [patch()], again, signal)
  expect(shown(reading)).toEqual(['身份证号码 visible 0,11,24,8'])
  expect(reading.marks).toEqual([patch().mark])
})

test.each([
  ['an opaque box', { kind: 'box' }],
  ['what may as well be printed', { confidence: 0.3 }],
] as const)('%s is not looked beneath', async (_, mark) => {
  const reading = await readThrough(page(), raster, [patch(mark)], reader('机密'), signal)
  expect(reading.lines).toEqual([])
})
