/** Which tests mirror a source file: those of the same room that reach it by imports, and load no model. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

const filesIn = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))

export const sources = filesIn('src', '.ts')
const tests = filesIn('tests', '.test.ts')

const imports = new Map()
/** Files named by relative imports that are there when it runs. */
function importsOf(file) {
  const known = imports.get(file)
  if (known) return known
  const text = readFileSync(join(root, file), 'utf8').replace(
    /^(?:import|export) type [^'()]*from '[^']+'/gm,
    '',
  )
  const found = [...text.matchAll(/(?:from |import )'(\.[^']+)'/g)].map(([, name]) =>
    relative(root, join(root, dirname(file), name)).replace(/\.js$/, '.ts'),
  )
  imports.set(file, found)
  return found
}

/** @returns {ReadonlyMap<string, number>} everything a file stands on, with the imports between */
function reachOf(file) {
  const reached = new Map([[file, 0]])
  for (const [one, steps] of reached)
    for (const next of importsOf(one))
      if (!reached.has(next) && existsSync(join(root, next))) reached.set(next, steps + 1)
  return reached
}

/** Tests that load a model or start processes take seconds each. */
const heavy = /\bopenOcr\b|\bopenRun\b|\bopenPool\b/
const light = tests
  .filter((file) => !heavy.test(readFileSync(join(root, file), 'utf8')))
  .map((file) => ({ file, reach: reachOf(file) }))

/** Tests of the innermost room of `tests/` that has some for it; those that stand nearest first. */
export function testsOf(source) {
  for (let room = dirname(source.replace(/^src/, 'tests')); room !== '.'; room = dirname(room)) {
    const own = light.filter(({ file, reach }) => file.startsWith(`${room}/`) && reach.has(source))
    const distance = ({ reach }) => reach.get(source)
    if (own.length > 0 && room !== 'tests')
      return own.toSorted((one, other) => distance(one) - distance(other)).map(({ file }) => file)
  }
  return []
}
