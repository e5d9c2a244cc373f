/** What holds for the source as a whole, and no compiler checks. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const MOST_LINES = 200

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name))
  .sort()
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }))

describe('the source', () => {
  test('has one exported type for one name', () => {
    const places = new Map<string, string[]>()
    for (const { name, text } of files)
      for (const [, type] of text.matchAll(/^export (?:abstract )?(?:interface|type|class|enum) (\w+)/gm))
        places.set(type!, [...(places.get(type!) ?? []), name])
    expect([...places].filter(([, where]) => where.length > 1)).toEqual([])
  })

  test(`has no file of more than ${MOST_LINES} lines`, () => {
    const long = files.map(({ name, text }) => [name, text.split('\n').length - 1] as const)
    expect(long.filter(([, lines]) => lines > MOST_LINES)).toEqual([])
  })

  test('says in its first line what a file is for', () => {
    expect(files.filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text)).map(({ name }) => name)).toEqual([])
  })
})
