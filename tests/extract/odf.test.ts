import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { odf } from '../../src/extract/odf.js'
import { dump, fileSource } from './dump.js'

const fixtures = new URL('../../fixtures/extract/odf/', import.meta.url)

describe('the ODF extractor says what is in', () => {
  for (const name of readdirSync(fixtures)) {
    test(`${name}`, async () => {
      const folder = new URL(`${name}/`, fixtures)
      const input = readdirSync(folder).find((file) => file.startsWith('input.'))!
      const said = await dump(odf, await fileSource(new URL(input, folder).pathname))
      await expect(said).toMatchFileSnapshot(new URL('expected.txt', folder).pathname)
    })
  }
})
