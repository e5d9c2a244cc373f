import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ofd } from '../../src/extract/ofd.js'
import { dump, fileSource } from './dump.js'

const fixtures = new URL('../../fixtures/extract/ofd/', import.meta.url)

describe('the OFD extractor says what is in', () => {
  for (const name of readdirSync(fixtures)) {
    test(`${name}`, async () => {
      const said = await dump(ofd, await fileSource(new URL(`${name}/input.ofd`, fixtures).pathname))
      await expect(said).toMatchFileSnapshot(new URL(`${name}/expected.txt`, fixtures).pathname)
    })
  }
})
