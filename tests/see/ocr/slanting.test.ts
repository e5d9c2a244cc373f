/** What stands slanting under, over and beside the print of a page is read, and told from its lines. */
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOcr } from '../../../src/see/ocr/index.js'
import type { OcrLine, OcrReader } from '../../../src/types.js'

const folder = new URL('../../../fixtures/see/slanting/', import.meta.url).pathname
let reader: OcrReader
beforeAll(async () => void (reader = await openOcr('paddle')), 60_000)
afterAll(() => reader.close())

async function linesOf(name: string): Promise<readonly OcrLine[]> {
  const { data, info } = await sharp(`${folder}${name}.png`)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raster = { width: info.width, height: info.height, scale: 1, rgba: new Uint8Array(data) }
  const sheet = await reader.read(raster, new AbortController().signal)
  expect(sheet.illegible).toEqual([])
  return sheet.lines
}

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
