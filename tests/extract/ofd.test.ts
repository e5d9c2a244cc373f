import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ofd } from '../../src/extract/ofd.js'
import { dump, fileSource, openWork } from './dump.js'

const fixtures = new URL('../../fixtures/extract/ofd/', import.meta.url)

describe('the OFD extractor says what is in', () => {
  for (const name of readdirSync(fixtures)) {
    test(`${name}`, async () => {
      const said = await dump(ofd, await fileSource(new URL(`${name}/input.ofd`, fixtures).pathname))
      await expect(said).toMatchFileSnapshot(new URL(`${name}/expected.txt`, fixtures).pathname)
    })
  }
})

test('a dark box is a mark unless something is written on it', async () => {
  const source = await fileSource(new URL('unseen/input.ofd', fixtures).pathname)
  for await (const piece of ofd.extract(source, openWork())) {
    if (piece.kind !== 'page' || !piece.page.number) continue
    expect(piece.page.marks.map(({ kind, box }) => [kind, ...box.map(Math.round)])).toEqual([
      ['box', 54, 196, 85, 23],
    ])
  }
})

test('every character has a box of its own', async () => {
  const source = await fileSource(new URL('text/input.ofd', fixtures).pathname)
  for await (const piece of ofd.extract(source, openWork())) {
    if (piece.kind !== 'page' || !piece.page.number) continue
    const [mark] = piece.page.lines[0]!.spans
    expect(mark!.text).toBe('机密★20年')
    expect(mark!.box!.map(Math.round)).toEqual([57, 57, 71, 16])
    expect([...mark!.glyphs!.subarray(4, 8)].map(Math.round)).toEqual([73, 57, 16, 16])
  }
})

test('letters of which only the contour is drawn are handed on filled, so that they can be read', async () => {
  const source = await fileSource(new URL('hollow-letters/input.ofd', fixtures).pathname)
  for await (const piece of ofd.extract(source, openWork())) {
    if (piece.kind !== 'part') continue
    const drawing = Buffer.from(await piece.source.bytes()).toString('latin1')
    expect(drawing.match(/^f\*$/gm)?.length).toBe(5)
  }
  expect.hasAssertions()
})
