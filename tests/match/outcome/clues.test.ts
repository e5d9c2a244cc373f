/** Evidence about whole documents: counted over pages, led by one clue, told apart by document. */
import { expect, test } from 'vitest'
import { holds } from '../../../src/condition.js'
import { searchPage, weighClues } from '../../../src/match/index.js'
import { normalise } from '../../../src/normalise/index.js'
import type { Clue, Place } from '../../../src/types.js'
import { matchers } from '../judge.js'
import { line, page } from '../pages.js'

const numbers = ['13912340567', '13712340568', '13612340569', '13512340570', '13812340571', '13312340572']

function cluesOf(texts: readonly string[], name = 'list.pdf'): Clue[] {
  return texts.flatMap((content, index) => {
    const place: Place = [{ name, page: index + 1 }]
    const lines = content.split('\n').map((one) => line(one))
    const view = normalise(page(lines, { place, number: index + 1, of: texts.length }))
    const { clues } = searchPage(view, matchers)
    return clues.filter(({ hit }) => holds(hit.when, { day: '2026-05-01', organs: ['青禾县'] }))
  })
}

const rules = (clues: readonly Clue[]): string[] =>
  weighClues(clues).map(({ rule, level }) => `${rule} ${level}`)

test('numbers on several pages are one list', () => {
  const pages = numbers.map((number) => `姓名 单位 职务\n林某某 林草局 ${number}`)
  expect(rules(cluesOf(pages.slice(0, 3)))).toEqual([])
  expect(rules(cluesOf(pages))).toEqual(['people-list review'])
})

test('numbers in different documents are no list', () => {
  const halves = numbers.map((number, index) =>
    cluesOf([`姓名 单位 职务\n林某某 林草局 ${number}`], `${index % 2}.pdf`),
  )
  expect(rules(halves.flat())).toEqual([])
})

test('sensitive bodies make a list block, and only where the list is', () => {
  const list = `姓名 单位 职务\n${numbers.map((number) => `林某某 林草局 ${number}`).join('\n')}`
  expect(rules(cluesOf([`${list}\n周某某 人武部`]))).toEqual(['people-list block'])
  expect(rules(cluesOf([list, '征兵工作由人武部组织。']))).toEqual(['people-list review'])
})

test('a note on the last page that a document is public counts for its first', () => {
  const head = '临江市发展和改革委员会文件\n临发改〔2021〕12号\n关于下达投资计划的通知'
  expect(rules(cluesOf([head, '二、工作要求']))).toEqual(['other-organ-document review'])
  expect(rules(cluesOf([head, '二、工作要求', '（此件公开发布）']))).toEqual([])
})

test('the finding stands where its lead was first seen, and says what was counted', () => {
  const [hit] = weighClues(
    cluesOf(['林草局通讯录', ...numbers.map((number) => `姓名 单位 职务\n林某某 ${number}`)]),
  )
  expect(hit?.place[0].page).toBe(2)
  expect(hit?.evidence.map((said) => said.args?.['count'])).toContain(numbers.length)
  expect(JSON.stringify(hit?.evidence)).not.toContain(numbers[0])
})

test('pages without the lead are not remembered', () => {
  expect(cluesOf(['2021年5月6日，各乡镇完成任务。组长：林某某', '检查对象：各乡镇'])).toEqual([])
})
