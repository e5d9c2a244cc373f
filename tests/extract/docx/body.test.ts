import { describe, expect, test } from 'vitest'
import {
  docx as pack,
  p,
  partsOf,
  row,
  run,
  table,
  cell,
  deleted,
} from '../../build-fixtures/docx-writer.mjs'
import { openBudget } from '../../../src/budget.js'
import { readBody } from '../../../src/extract/docx/body.js'
import { docx } from '../../../src/extract/docx.js'
import { memorySource } from '../../../src/source.js'

const bodyOf = (...paragraphs: string[]) =>
  readBody(new Map(Object.entries(partsOf(paragraphs)).map(([name, text]) => [name, Buffer.from(text)])))

describe('mammoth gives the visible body', () => {
  test('paragraphs and cells in reading order, runs joined, deletions left out', async () => {
    const body = await bodyOf(
      p('机', '密★', '10年'),
      table([row([cell('甲'), cell('乙')])]),
      p('前', deleted('删'), '后'),
    )
    expect(body).toEqual(['机密★10年', '甲', '乙', '前后'])
  })

  test('and says so when it cannot', async () => {
    await expect(readBody(new Map())).rejects.toBeInstanceOf(Error)
  })
})

describe('where mammoth gives up', () => {
  test('a picture that refers to nothing costs no text', async () => {
    const broken = p('正文机密', '<w:r><w:pict><v:imagedata r:id="rIdMissing"/></w:pict></w:r>')
    await expect(bodyOf(broken)).rejects.toBeInstanceOf(Error)
    const source = memorySource([{ name: 'a.docx' }], pack([broken, p(run('后文'))]))
    const texts: string[] = []
    for await (const piece of docx.extract(source, { budget: openBudget() })) {
      if (piece.kind === 'page')
        texts.push(...piece.page.lines.flatMap(({ spans }) => spans.map(({ text }) => text)))
    }
    expect(texts).toEqual(['正文机密', '后文'])
  })
})
