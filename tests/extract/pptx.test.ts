import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pptx } from '../../src/extract/pptx.js'
import { dump, fileSource, openWork } from './dump.js'

const fixtures = new URL('../../fixtures/extract/pptx/', import.meta.url)

describe('the PPTX extractor says what is in', () => {
  for (const name of readdirSync(fixtures)) {
    test(`${name}`, async () => {
      const said = await dump(pptx, await fileSource(new URL(`${name}/input.pptx`, fixtures).pathname))
      await expect(said).toMatchFileSnapshot(new URL(`${name}/expected.txt`, fixtures).pathname)
    })
  }
})

test('text stands where its shape puts it, in points', async () => {
  const source = await fileSource(new URL('slides/input.pptx', fixtures).pathname)
  const boxes = new Map<string, readonly number[]>()
  for await (const piece of pptx.extract(source, openWork())) {
    if (piece.kind !== 'page' || !piece.page.number) continue
    for (const { spans } of piece.page.lines)
      boxes.set(spans[0]!.text, [...(spans[0]!.box ?? [])].map(Math.round))
  }
  expect(boxes.get('机密★20年')).toEqual([17, 9, 90, 22])
  expect(boxes.get('组合里的字')!.slice(0, 2)).toEqual([207, 104])
  expect(boxes.get('公开')!.slice(0, 2)).toEqual([257, 234])
  expect(boxes.get('右对齐')!.slice(0, 2)).toEqual([239, 335])
})
