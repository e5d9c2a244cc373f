/** Tables of levels that only their layout tells: they explain the levels, they give none. */
import { expect, test } from 'vitest'
import { outcome } from '../judge.js'
import { paper, type Row, text } from '../pages.js'

const title: Row = ['业务知识问答', 230, 80, 22]
const columns = [79, 200, 320, 440]
const tableOf = (rows: readonly (readonly string[])[]): Row[] =>
  rows.flatMap((cells, index) => cells.map((cell, at): Row => [cell, columns[at]!, 130 + index * 30]))

test('levels side by side in one row are a listing', () => {
  const table = tableOf([
    ['密级', '绝密', '机密', '秘密'],
    ['最长期限', '三十年', '二十年', '十年'],
  ])
  expect(outcome(paper([title, ...table]))).toBe('publish')
  expect(outcome(paper([title, ...table], { channel: 'ocr', confidence: 0.98 }))).toBe('publish')
})

test('levels one under the other are a listing, whatever stands beside each', () => {
  const table = tableOf([
    ['密级', '最长期限', '损害程度'],
    ['绝密', '30年', '特别严重'],
    ['机密', '20年', '严重'],
    ['秘密', '10年', '一般'],
  ])
  expect(outcome(paper([title, ...table], { channel: 'ocr', confidence: 0.98 }))).toBe('publish')
})

test('a register that names a level twice gives them', () => {
  const table = tableOf([
    ['文件名称', '密级', '份数'],
    ['库区改造', '机密', '3'],
    ['河道清淤', '秘密', '2'],
    ['管线迁移', '机密', '1'],
    ['泵站扩建', '绝密', '1'],
  ])
  expect(outcome(paper([title, ...table]))).toBe('block')
})

test('one level beside its label is a value', () => {
  const table = tableOf([
    ['标题', '库区改造'],
    ['密级', '机密'],
    ['文号', '十二号'],
  ])
  expect(outcome(paper([title, ...table], { channel: 'ocr', confidence: 0.98 }))).toBe('block')
})

test('the end of a sentence broken before its example is no mark', () => {
  const text = (last: string) =>
    paper([title, ['标志应当写在首页左上角，不得涂改，写成', 79, 130], [last, 79, 190]], { channel: 'ocr' })
  expect(outcome(text('机密★20年。'))).toBe('publish')
  expect(outcome(text('机密★20年'))).toBe('block')
})

test('a mark far over a table of levels is none of its rows', () => {
  const table = tableOf([
    ['绝密', '3'],
    ['秘密', '5'],
  ]).map(([content, x, y]): Row => [content, x, y + 170])
  const head: Row[] = [
    ['机密', 79, 60],
    ['青禾县水务局文件', 200, 150, 30],
    ['青水发〔2031〕7号', 230, 200],
  ]
  expect(outcome(paper([...head, ...table]))).toBe('block')
})

test('a sentence under a table of levels is none of its rows', () => {
  const table = tableOf([
    ['密级', '最长期限'],
    ['绝密', '30年'],
    ['机密', '20年'],
    ['秘密', '10年'],
  ])
  const quiz: Row = ['机密（10年）　　C·机密10年整　　D·机密★★', 79, 292]
  expect(outcome(paper([title, ...table, quiz], { channel: 'ocr', confidence: 0.98 }))).toBe('publish')
})

test('the last of a list of marks in a program is one of the list', () => {
  expect(outcome(text('labels = ["秘密★3年", "机密★三年", "机密★十年"]'))).not.toBe('block')
})
