import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { xlsx } from '../../src/extract/xlsx.js'
import type { Page } from '../../src/types.js'
import { dump, fileSource, openWork } from './dump.js'

const fixtures = new URL('../../fixtures/extract/xlsx/', import.meta.url)

describe('the XLSX extractor says what is in', () => {
  for (const name of readdirSync(fixtures).filter((folder) => folder !== 'large')) {
    test(`${name}`, async () => {
      const said = await dump(xlsx, await fileSource(new URL(`${name}/input.xlsx`, fixtures).pathname))
      await expect(said).toMatchFileSnapshot(new URL(`${name}/expected.txt`, fixtures).pathname)
    })
  }
})

test('a large sheet comes in pages of 5,000 cells, and only the first counts as a page', async () => {
  const source = await fileSource(new URL('large/input.xlsx', fixtures).pathname)
  const pages: Page[] = []
  for await (const piece of xlsx.extract(source, openWork()))
    if (piece.kind === 'page') pages.push(piece.page)
  const sheets = pages.filter(({ lines }) => lines[0]?.cell)
  expect(sheets.map(({ lines }) => lines.length)).toEqual([5000, 200])
  expect(sheets.map(({ number }) => number)).toEqual([1, undefined])
  expect(sheets[1]!.lines.at(-2)!.spans[0]!.text).toBe('机密★20年')
})
