/** The text layer of a scan held against the scan: what the picture does not show at the head is hidden, misreadings are not. */
import { expect, test } from 'vitest'
import { placeOf } from '../../src/place.js'
import { heldAgainstScan } from '../../src/see/layer.js'
import type { Box, Page, RecognisedPage, Span } from '../../src/types.js'
import { fill, sheet as paper, typeLine } from './marks/paper.js'

const [width, height] = [1000, 1414]
const corner: Box = [130, 200, 180, 26]
const name: Box = [250, 340, 500, 60]

const layer = (text: string, box: Box): Span => {
  return { text, box, channel: 'text', sight: 'visible', hiddenBy: 'ocr-layer', confidence: 1 }
}

/** What becomes of one span of the layer; `ink`: places where the picture shows type, `read`: what our own eyes read. */
function judged(
  span: Span,
  ink: readonly Box[],
  read: Readonly<Record<string, Box>> = {},
  turned: RecognisedPage['turned'] = 0,
): string {
  const raster = paper(width, height, [250, 250, 250])
  for (const [x, y, wide, high] of ink) typeLine(raster, x, y, Math.floor(wide / (high * 1.1)), high)
  const lines = Object.entries(read).map(([text, box]) => ({ text, box, confidence: 0.97 }))
  const page: Page = {
    place: placeOf({ name: '扫描件.pdf' }),
    width,
    height,
    lines: [{ spans: [span] }],
    marks: [],
    reading: 'pixels',
  }
  const [line] = heldAgainstScan(page, { lines, turned, illegible: [] }, raster).lines
  return `${line!.spans[0]!.sight} ${line!.spans[0]!.hiddenBy}`
}

const hidden = 'hidden layer-only'
const ordinary = 'visible ocr-layer'

test('a level on bare paper stands in the layer alone', () => {
  expect(judged(layer('机密★10年', corner), [name], { 青禾县人民政府文件: name })).toBe(hidden)
})

test('a level under a flat box stands in the layer alone', () => {
  const raster = paper(width, height)
  fill(raster, 120, 190, 200, 46, [0, 0, 0])
  const page: Page = {
    place: placeOf({ name: '扫描件.pdf' }),
    width,
    height,
    lines: [{ spans: [layer('机密★10年', corner)] }],
    marks: [],
    reading: 'pixels',
  }
  const [line] = heldAgainstScan(page, { lines: [], turned: 0, illegible: [] }, raster).lines
  expect(line!.spans[0]!.sight).toBe('hidden')
})

test('other words than the picture shows stand in the layer alone', () => {
  const read = { 关于召开春季会议的通知: name }
  expect(judged(layer('绝密级军用地图编目办法', name), [name], read)).toBe(hidden)
})

test.each([
  ['misread by half', layer('青未县人氏攻府文仵', name), { 青禾县人民政府文件: name }],
  ['cut into words', layer('人 民 政 府', name), { 青禾县人民政府文件: name }],
  ['askew', layer('青禾县人民政府文件', [250, 385, 500, 60] as Box), { 青禾县人民政府文件: name }],
  ['far off', layer('青禾县人民政府文件', [250, 60, 500, 60] as Box), { 青禾县人民政府文件: name }],
  ['of an engine without Chinese', layer("FARA'8 XEMLE", name), { 青禾县人民政府文件: name }],
  ['of ink we cannot read ourselves', layer('青禾县人民政府文件', name), {}],
  ['without letters', layer('. - ,', corner), {}],
] as const)('a layer %s is an ordinary one', (_, span, read) => {
  expect(judged(span, [name], read as Readonly<Record<string, Box>>)).toBe(ordinary)
})

test('the text of the page below its head is left alone', () => {
  expect(judged(layer('机密★10年', [130, 900, 180, 26]), [])).toBe(ordinary)
})

test('the head of a sheet that lies upside down is its lower edge', () => {
  const low: Box = [130, 1200, 180, 26]
  expect(judged(layer('机密★10年', low), [], {}, 2)).toBe(hidden)
  expect(judged(layer('机密★10年', corner), [], {}, 2)).toBe(ordinary)
})

test.each([
  [0.299, hidden],
  [0.301, ordinary],
])('the head ends three tenths down: at %d the layer is %s', (share, is) => {
  expect(judged(layer('机密★10年', [130, share * height - 13, 180, 26]), [])).toBe(is)
})
