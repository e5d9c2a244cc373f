import { afterAll, expect, test } from 'vitest'
import { openBudget } from '../../../src/budget.js'
import { pdf } from '../../../src/extract/pdf.js'
import { closeKeptPdf } from '../../../src/extract/pdf/open.js'
import { fixture, line, pagesOf, pdfOf, piecesOf, sourceOf, wordsOf } from './files.js'

afterAll(closeKeptPdf)

const three = () => sourceOf(pdfOf([line('page one'), line('page two'), line('page three')]))

test('pages are counted without being read', async () => {
  expect(await pdf.countPages!(three(), { budget: openBudget() })).toBe(3)
})

test('a range yields its own pages with their own numbers', async () => {
  const pages = await pagesOf(three(), { from: 2, to: 3 })
  expect(pages.map((page) => [page.number, page.of, wordsOf(page)])).toEqual([
    [2, 3, 'page two'],
    [3, 3, 'page three'],
  ])
})

test('a range that reaches behind the last page ends there', async () => {
  expect(await pagesOf(three(), { from: 3, to: 90 })).toHaveLength(1)
})

test('what belongs to the whole document comes with the first range only', async () => {
  const first = await piecesOf(fixture('extras'), { from: 1, to: 1 })
  const later = await piecesOf(fixture('extras'), { from: 2, to: 2 })
  expect(first.filter((piece) => piece.kind === 'page')).toHaveLength(2)
  expect(later).toEqual([])
})

test('two files of one name and size are not taken for one another', async () => {
  const [one] = await pagesOf(sourceOf(pdfOf([line('first file')])))
  const [other] = await pagesOf(sourceOf(pdfOf([line('other file')])))
  expect([wordsOf(one!), wordsOf(other!)]).toEqual(['first file', 'other file'])
})

test('a document inside a document does not disturb the outer one', async () => {
  const outer = pdf.extract(three(), { budget: openBudget() })[Symbol.asyncIterator]()
  await outer.next()
  await pagesOf(sourceOf(pdfOf([line('inner')])))
  const { value } = await outer.next()
  expect(value.kind === 'page' && wordsOf(value.page)).toBe('page two')
  await outer.return?.()
})

test('pages crossing the process border can be cloned but for their pixels', async () => {
  const [page] = await pagesOf(three())
  const { pixels: _pixels, ...plain } = page!
  expect(structuredClone(plain)).toEqual(plain)
})
