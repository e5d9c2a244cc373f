/** What holds for the source as a whole, and no compiler checks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { equalStretches } from './equal-lines.js'

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

  test('says of each folder what it is for: in its index, the file beside it, or the list of rooms', () => {
    const rooms = readFileSync('CONTRIBUTING.md', 'utf8')
    const folders = new Set(files.map(({ name }) => dirname(name)))
    const isTold = (folder: string) =>
      existsSync(`${folder}/index.ts`) ||
      existsSync(`${folder}.ts`) ||
      rooms.includes(`\n| \`${folder.slice(4)}\` `)
    expect([...folders].filter((folder) => folder !== 'src' && !isTold(folder))).toEqual([])
  })

  test('has each room that is listed', () => {
    const rooms = /## The rooms.*?\n## /s.exec(readFileSync('CONTRIBUTING.md', 'utf8'))![0]
    const listed = [...rooms.matchAll(/^\| `([^`]+)`/gm)].map(([, room]) => room!)
    expect(listed.length).toBeGreaterThan(20)
    expect(listed.filter((room) => !existsSync(`src/${room}`))).toEqual([])
  })

  test('has no six equal lines in two places', () => {
    expect(equalStretches(files, 6)).toEqual([])
  })

  test('says in its first line what a file is for', () => {
    expect(files.filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text)).map(({ name }) => name)).toEqual([])
  })
})
