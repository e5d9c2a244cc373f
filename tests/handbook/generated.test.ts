/** What docs/ says of rules and settings is what they are. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { generated } from '../../src/handbook/generated.js'
import { home } from '../../src/home.js'
import { phrases } from '../../src/phrases/index.js'
import { carriers } from '../../src/ruleset/vocabulary.js'
import { settingsFile } from '../../src/settings/schema.js'
import { settings } from '../../src/settings/table.js'

const files = await generated()

it.each([...files.keys()])('%s is as npm run docs writes it', async (path) => {
  const fresh = (await readFile(join(home, path), 'utf8')) === files.get(path)
  expect(fresh, `${path} is out of date: npm run docs`).toBe(true)
})

it('every place an example can stand in has its words', () => {
  expect(carriers.map((carrier) => `carrier.${carrier}`).filter((code) => !(code in phrases))).toEqual([])
})

describe.each(['docs/settings.md', 'docs/settings.zh-CN.md'])('%s', async (path) => {
  const text = await readFile(join(home, path), 'utf8')

  it('shows a settings file that is one', () => {
    const [, sample] = /```yaml\n([^]*?)```/.exec(text)!
    expect(settingsFile.safeParse(parse(sample!)).error).toBeUndefined()
  })

  it.each(settings)('tells %s once', (_, { flag, path: key }) => {
    const rows = text.split('\n').filter((line) => line.startsWith('| ') && line.includes(`\`${flag}\``))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toContain(key === null ? '' : `\`${key}\``)
  })
})
