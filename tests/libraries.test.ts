/** What runs needs what is installed, no more: run-time dependencies, and what is taken from those of development. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { derived } from '../scripts/derive.mjs'
import { home } from '../src/home.js'
import { traditionalOf } from '../src/ruleset/traditional.js'

const manifest = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
const files = (await readdir(join(home, 'src'), { recursive: true })).filter((name) => name.endsWith('.ts'))
const sources = await Promise.all(files.map((name) => readFile(join(home, 'src', name), 'utf8')))
const build = Object.entries(manifest.scripts).find(([name]) => name === 'build')![1]
const bundle = manifest.scripts['bundle']!

/** Types are gone when it runs. */
const imported = (source: string) =>
  [...source.replace(/import type [^'()]*from '[^']+'|typeof import\([^)]*\)/g, '').matchAll(/(?:from |import\(|require\(|\(import\.meta\.url\)\(|resolve\(|import )'([^'.][^']*)'/g)] // prettier-ignore
    .map(([, name]) => name!)
    .filter((name) => !name.startsWith('node:'))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
const used = new Map<string, string[]>()
for (const [at, source] of sources.entries())
  for (const name of new Set(imported(source))) used.set(name, [...(used.get(name) ?? []), files[at]!])
/** A language to say what a file may hold: schemas stand where what they describe stands. */
const languages = new Set(['zod'])

describe('dependencies', () => {
  it.each(Object.keys(manifest.dependencies))('%s is used when it runs, or to build', (name) => {
    const commands = { esbuild: 'esbuild', typescript: 'tsc' } as Readonly<Record<string, string>>
    const builds = commands[name] !== undefined && `${build} ${bundle}`.includes(commands[name])
    const isNamed = sources.some((source) => source.includes(`'${name}'`) || source.includes(`'${name}/`))
    expect(isNamed || builds).toBe(true)
  })

  it.each([...used.keys()])('%s is there when it runs', (name) => {
    expect({ ...manifest.dependencies, ...manifest.optionalDependencies }).toHaveProperty([name])
  })

  it.each([...used].filter(([name]) => !languages.has(name)))('%s has one door', (_name, doors) => {
    expect(doors).toHaveLength(1)
  })

  it('what may fail to install has something that stands in for it', () => {
    expect(Object.keys(manifest.optionalDependencies)).toEqual(['@img/sharp-wasm32', 'onnxruntime-node'])
    for (const name of ['sharp', 'onnxruntime-web']) expect(manifest.dependencies).toHaveProperty([name])
  })

  it('the WebAssembly build of sharp is that of the sharp that loads it', () => {
    expect(manifest.optionalDependencies['@img/sharp-wasm32']).toBe(manifest.dependencies['sharp'])
  })

  const every = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies }
  it.each(Object.entries(every))('%s is an exact version: %s', (_name, version) =>
    expect(version).toMatch(/^\d+\.\d+\.\d+$/),
  )
})

describe('what is taken from libraries of development', async () => {
  const made = await derived()
  it.each([...made.keys()])('%s is as npm run derive writes it', async (path) => {
    const fresh = (await readFile(join(home, path), 'utf8')) === made.get(path)
    expect(fresh, `${path} is out of date: npm run derive`).toBe(true)
  })
})

it.each([
  ['绝', '絕絶'],
  ['内', '內'],
  ['复', '復複'],
  ['密', ''],
  ['叁', '叄參'],
])('%s is also written %s', (simplified, traditional) => {
  expect([...traditionalOf(simplified)].toSorted()).toEqual([...traditional].toSorted())
})
