/** Numbers in data files and tables: what their field says they are. */
import { expect, test } from 'vitest'
import { judge } from './judge.js'
import { line, page, paper } from './pages.js'

const levels = (one: ReturnType<typeof page>) => judge(one).hits.map(({ rule, level }) => `${rule} ${level}`)

test('an identifier in a data file is no mobile number', () => {
  expect(levels(page([line('13912340567', { label: 'items[3].id' })]))).toEqual([])
  expect(levels(page([line('13912340567', { label: 'user_id' })]))).toEqual([])
})

test('a mobile number in a data file is one', () => {
  expect(levels(page([line('13912340567', { label: 'items[3].owner' })]))).toEqual(['mobile-number review'])
})

test('the head of a column says that a number is for calling', () => {
  const table = paper([
    ['科室', 80, 100],
    ['联系电话', 300, 100],
    ['林业站', 80, 130],
    ['13912340567', 300, 130],
  ])
  expect(levels(table)).toEqual(['mobile-number note'])
})
