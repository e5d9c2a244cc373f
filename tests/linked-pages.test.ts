/** Pages that lead to one another: each is read once, none is taken for an archive without end. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBudget } from '../src/budget.js'
import { openFile } from '../src/inputs/file-source.js'
import { placeOf } from '../src/place.js'
import { walk, type Walked } from '../src/walk.js'

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'pages-'))))
afterEach(() => rm(folder, { recursive: true }))

async function walked(files: Readonly<Record<string, string>>, first: string): Promise<Walked[]> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const around = { folder, inspectedWhole: false }
  const source = await openFile(join(folder, first), placeOf({ name: first }), around)
  const all: Walked[] = []
  for await (const one of walk(source, { budget: openBudget() })) all.push(one)
  await source.close()
  return all
}

const countOf = (all: readonly Walked[], kind: Walked['kind']) =>
  all.filter((one) => one.kind === kind).length

test('a page that leads to itself and to its translation, which leads back', async () => {
  const all = await walked(
    { 'a.md': '[a](a.md) [b](b.md)', 'b.md': '[a](./a.md) [b](b.md#x) 机密★10年' },
    'a.md',
  )
  expect(countOf(all, 'gap')).toBe(0)
  expect(countOf(all, 'document')).toBe(2)
  expect(JSON.stringify(all)).toContain('机密★10年')
})

test('pages that all lead to one another', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `${index}.md`)
  const menu = names.map((name) => `[${name}](${name})`).join(' ')
  const all = await walked(Object.fromEntries(names.map((name) => [name, `${menu} ${name}`])), '0.md')
  expect(countOf(all, 'gap')).toBe(0)
  expect(countOf(all, 'document')).toBe(10)
})
