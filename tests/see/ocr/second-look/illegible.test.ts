/** What of a page counts as print nobody could read: the page as a whole, a passage, ink where a mark stands. */
import { expect, test } from 'vitest'
import type { PlacedRead } from '../../../../src/see/ocr/group.js'
import { illegibleOf } from '../../../../src/see/ocr/second-look/illegible.js'
import type { Box } from '../../../../src/types.js'

const read = (text: string, confidence: number, level: Box, score = 0.95): PlacedRead => {
  const [x, y, width, height] = level
  const strip = { x: x + width / 2, y: y + height / 2, length: width, thickness: height, angle: 0, score }
  return { strip, level, ms: 1, reading: { text, confidence, spans: new Float32Array(2 * text.length) } }
}

const sentence = '各单位要落实责任按时报送有关材料并做好记录'
/** Lines of a page of print, `step` apart, each read as surely as told. */
const lines = (confidences: readonly number[], text = sentence, at = 600): PlacedRead[] =>
  confidences.map((confidence, i) => read(text, confidence, [140, at + 48 * i, 680, 38]))

const sure = [0.98, 0.98, 0.98, 0.98, 0.98, 0.98]
const faint = [0.55, 0.5, 0.55, 0.5, 0.55, 0.5]
const told = (page: readonly PlacedRead[]): number[] => illegibleOf(page).map((stretch) => stretch.length)

test('a page most of whose lines read badly is one stretch, though its title reads', () => {
  const title = read('关于组织春季义务植树的实施方案', 0.95, [229, 500, 544, 46])
  expect(told([title, ...lines(faint)])).toEqual([6])
  expect(told([title, ...lines([0.74, 0.74, 0.74, 0.74, 0.74, 0.74])])).toEqual([6])
  expect(told([title, ...lines([0.76, 0.76, 0.76, 0.76, 0.76, 0.76])])).toEqual([])
})

test('half of the page, and six lines: less is no page that could not be read', () => {
  expect(told(lines([...faint, ...sure]))).toEqual([6])
  expect(told(lines([...sure, ...sure, ...faint].filter((_, i) => i % 3 !== 1)))).toEqual([4])
  expect(told(lines([...faint.slice(1), 0.98]))).toEqual([5])
  expect(told(lines(faint.slice(0, 2)))).toEqual([])
})

test('short words in the smallest type are none where three lines of larger type read', () => {
  const menu = (height: number, wide: number) =>
    Array.from({ length: 60 }, (_, i) => read('菜单', 0.2, [20, 20 + 14 * i, wide, height]))
  const large = (count: number) => lines(sure.slice(0, count), '生态合作与文档解析')
  expect(told([...menu(8, 79), ...large(3)])).toEqual([])
  expect(told([...menu(8, 79), ...large(2)])).toEqual([60])
  expect(told([...menu(9, 79), ...large(3)])).toEqual([60])
  expect(told([...menu(8, 80), ...large(3)])).toEqual([60])
  expect(told([...menu(8, 79), ...large(3), ...lines([0.5, 0.5, 0.5, 0.5])])).toEqual([64])
})

test('other scripts are not read as Han, and are no gap', () => {
  expect(told(lines(faint, 'Jla w uLs jlll JU 4al'))).toEqual([])
  expect(told(lines(faint, '8 1 80 85'))).toEqual([])
  expect(told(lines(faint, ''))).toEqual([6])
})

test('three unread lines of running print, one below the other, are a passage; two are not', () => {
  expect(told([...lines([0.3, 0.3, 0.3]), ...lines([...sure, ...sure], sentence, 800)])).toEqual([3])
  expect(told([...lines([0.3, 0.3]), ...lines([...sure, ...sure], sentence, 800)])).toEqual([])
  const parted = lines([0.3, 0.98, 0.3, 0.98, 0.3, 0.98, 0.98, 0.98, 0.98])
  expect(told(parted)).toEqual([])
})

test('a passage of small or short print is none', () => {
  const small = [0, 1, 2, 3].map((i) => read(sentence, 0.3, [140, 40 + 10 * i, 160, 8]))
  const buttons = [0, 1, 2, 3].map((i) => read('按钮文字', 0.3, [330, 40 + 48 * i, 300, 38]))
  const rest = lines([...sure, ...sure])
  expect(told([...small, ...rest])).toEqual([])
  expect(told([...buttons, ...rest])).toEqual([])
  const readable = [0, 1, 2].map((i) => read(sentence, 0.3, [140, 40 + 12 * i, 160, 9]))
  expect(told([...readable, ...rest])).toEqual([3])
})

test('dashes of a page number, leaders, labels that stand across the lines are none', () => {
  const rest = lines([...sure, ...sure])
  const dashes = read('', 0, [420, 1300, 160, 12])
  const leaders = [0, 1, 2].map((i) => read('.........', 0.4, [140, 40 + 48 * i, 680, 20]))
  const labels = [0, 1, 2, 3, 4, 5].map((i) => read('季度收入合计', 0.4, [20 + 30 * i, 100, 24, 300]))
  expect(told([dashes, ...rest])).toEqual([])
  expect(told([...leaders.slice(0, 2), ...rest])).toEqual([])
  expect(told([...labels, ...rest])).toEqual([])
})

const mark = read('仍它', 0.4, [140, 480, 130, 38])
const body = lines([0.98, 0.98, 0.98, 0.98, 0.98, 0.98, 0.98, 0.98])
const number = read('石财发〔2026〕145号', 0.95, [370, 530, 255, 38])

test('what does not read in the marking area of a document is told, on either side', () => {
  expect(told([mark, ...body])).toEqual([1])
  expect(told([read('', 0, [690, 480, 130, 38]), ...body])).toEqual([1])
  expect(told([read('仍它', 0.55, [140, 480, 130, 38]), ...body])).toEqual([])
})

test('in the middle, lower down, of other height or too short it is no mark', () => {
  for (const level of [
    [415, 480, 130, 38],
    [140, 760, 130, 38],
    [140, 480, 130, 70],
    [140, 480, 50, 38],
  ] as const)
    expect(told([read('仍它', 0.4, level), ...body])).toEqual([])
})

test('a screen has no marking area: its lines are short, of many heights, or foreign', () => {
  const menu = [
    '文件菜单项目',
    '编辑菜单项目',
    '查看菜单项目',
    '收藏菜单项目',
    '工具菜单项目',
    '帮助菜单项目',
  ].map((text, i) => read(text, 0.98, [140 + 110 * i, 560 + 60 * i, 120, 30]))
  expect(told([mark, ...menu])).toEqual([])
  expect(told([mark, ...lines([...sure, ...sure], 'all departments shall report in time')])).toEqual([])
  expect(told([mark, ...menu, number])).toEqual([1])
})
