/** What stands slanting under, over and beside the print of a page is read, and told from its lines. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOcr } from '../../../src/see/ocr/index.js'
import type { OcrLine, OcrReader, RecognisedPage } from '../../../src/types.js'

const folder = new URL('../../../fixtures/see/slanting/', import.meta.url).pathname
let reader: OcrReader
beforeAll(async () => void (reader = await openOcr('paddle')), 60_000)
afterAll(() => reader.close())

async function sheetOf(name: string): Promise<RecognisedPage> {
  const { data, info } = await sharp(`${folder}${name}.png`)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raster = { width: info.width, height: info.height, scale: 1, rgba: new Uint8Array(data) }
  const sheet = await reader.read(raster, new AbortController().signal)
  expect(sheet.illegible).toEqual([])
  return sheet
}

const linesOf = async (name: string): Promise<readonly OcrLine[]> => (await sheetOf(name)).lines

const watermarksOf = async (name: string): Promise<string[]> =>
  (await linesOf(name)).filter(({ watermark }) => watermark).map(({ text }) => text)

test.each([
  ['level-under-print', '机密'],
  ['level-faint', '秘密'],
  ['mark-steep', '秘密★5'],
  ['mark-red-over-print', '机密★10年'],
  ['internal-down', '内部资料'],
  ['grid-of-small', '内部资料'],
  ['black-beside-print', '机密★10年'],
  ['black-on-its-head', '秘密★3年'],
  ['level-alone', '绝密'],
])(
  '%s',
  async (name, words) => {
    expect((await watermarksOf(name)).map((text) => text.slice(0, words.length))).toContain(words)
  },
  60_000,
)

test('print alone has nothing that stands apart', async () => {
  expect(await watermarksOf('clean-page')).toEqual([])
}, 60_000)

test('any words that stand apart are told as such; what they mean is for the rules', async () => {
  expect(await watermarksOf('clean-sample')).toEqual(['样本'])
}, 60_000)

test('slanting labels of a chart are read and do not stand apart', async () => {
  const lines = await linesOf('clean-chart')
  expect(lines.find(({ text }) => text === '内部改造')).not.toHaveProperty('watermark')
}, 60_000)

test('a page turned by 25 degrees is laid level, and its lines are told where they stand then', async () => {
  const { lines, skew } = await sheetOf('page-turned')
  expect(skew).toMatchObject({ mirrored: false, angle: expect.closeTo((-25 * Math.PI) / 180, 1) })
  expect(lines[0]).toMatchObject({ text: '秘密★5年' })
  expect(lines[0]!.box[3]).toBeLessThan(50)
}, 60_000)

test('a page that shows its text from behind is turned over', async () => {
  const { lines, skew } = await sheetOf('page-mirrored')
  expect(skew).toMatchObject({ mirrored: true })
  expect(lines[0]).toMatchObject({ text: '秘密★5年' })
  expect(lines[0]!.box[0]).toBeLessThan(150)
}, 60_000)

test('digits set evenly apart are one number', async () => {
  const lines = await linesOf('number-spaced')
  expect(lines.map(({ text }) => text).join(' ')).toContain('11010519491231002X')
}, 60_000)
