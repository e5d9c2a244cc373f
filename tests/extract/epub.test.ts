import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { epub } from '../../src/extract/epub.js'
import { dump, fileSource, openWork } from './dump.js'

const fixtures = new URL('../../fixtures/extract/epub/', import.meta.url)

describe('the EPUB extractor says what is in', () => {
  for (const name of readdirSync(fixtures)) {
    test(`${name}`, async () => {
      const said = await dump(epub, await fileSource(new URL(`${name}/input.epub`, fixtures).pathname))
      await expect(said).toMatchFileSnapshot(new URL(`${name}/expected.txt`, fixtures).pathname)
    })
  }
})

test('a picture a chapter shows is inspected once, as a part of the book', async () => {
  const source = await fileSource(new URL('chapters/input.epub', fixtures).pathname)
  for await (const piece of epub.extract(source, openWork())) {
    if (piece.kind !== 'part' || !piece.source.name.endsWith('.xhtml')) continue
    expect(await piece.source.sibling!('../a.png')).toMatchObject({ elsewhere: true })
    expect(await piece.source.sibling!('../../../etc/passwd')).toBeNull()
  }
})
