import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { openBudget } from '../../src/budget.js'
import { closeKeptPdf } from '../../src/extract/pdf/open.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import { dumpPdf } from './pdf/dump.js'

const fixtures = new URL('../../fixtures/extract/pdf/', import.meta.url)
const cases = readdirSync(fixtures, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

describe('the PDF extractor says what is in', () => {
  afterAll(closeKeptPdf)

  test.each(cases)('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(`${name}/input.pdf`, fixtures)))
    const source = memorySource(placeOf({ name: `${name}.pdf` }), bytes)
    const said = await dumpPdf(source, { budget: openBudget() })
    await expect(said).toMatchFileSnapshot(new URL(`${name}/expected.txt`, fixtures).pathname)
  })
})
