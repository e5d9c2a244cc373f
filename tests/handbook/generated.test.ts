/** What docs/ says of the rules is what the rules say. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generated } from '../../src/handbook/generated.js'
import { home } from '../../src/home.js'
import { phrases } from '../../src/phrases/index.js'
import { carriers } from '../../src/ruleset/vocabulary.js'

const files = await generated()

it.each([...files.keys()])('%s is as npm run docs writes it', async (path) => {
  const fresh = (await readFile(join(home, path), 'utf8')) === files.get(path)
  expect(fresh, `${path} is out of date: npm run docs`).toBe(true)
})

it('every place an example can stand in has its words', () => {
  expect(carriers.map((carrier) => `carrier.${carrier}`).filter((code) => !(code in phrases))).toEqual([])
})
