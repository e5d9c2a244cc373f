import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rtf } from '../../src/extract/rtf.js'
import { dump, fileSource } from './dump.js'

const fixtures = new URL('../../fixtures/extract/rtf/', import.meta.url)

describe('the RTF extractor says what is in', () => {
  for (const name of readdirSync(fixtures)) {
    test(`${name}`, async () => {
      const said = await dump(rtf, await fileSource(new URL(`${name}/input.rtf`, fixtures).pathname))
      await expect(said).toMatchFileSnapshot(new URL(`${name}/expected.txt`, fixtures).pathname)
    })
  }
})
