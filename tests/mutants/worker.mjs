/** Tries one mutant after another in one process: `[{path, from, to, becomes, tests}]` in, a line of JSON for each out. Nothing on disk is changed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BaseSequencer, createVitest } from 'vitest/node'
import { root } from './tests-of.mjs'

const mutants = JSON.parse(process.argv[2])
let now = null

const mutated = {
  name: 'mutant',
  enforce: 'pre',
  transform(code, id) {
    if (now === null || id.split('?')[0] !== join(root, now.path)) return null
    const text = readFileSync(join(root, now.path), 'utf8')
    return { code: text.slice(0, now.from) + now.becomes + text.slice(now.to), map: null }
  },
}
/** In the order they are named: the nearest first, so that most mutants are found out at once. */
class AsNamed extends BaseSequencer {
  sort = async (files) => files
}
const silent = {
  sequence: { sequencer: AsNamed },
  reporters: [{}],
  silent: true,
  watch: false,
  bail: 1,
  maxWorkers: 1,
  testTimeout: 20_000,
  retry: 0,
}
const vitest = await createVitest('test', { root, ...silent }, { plugins: [mutated], logLevel: 'silent' })
await vitest.standalone?.()

/** Names of tests that failed, or of files that did not load. */
async function failing(tests) {
  const specifications = tests.flatMap((test) => vitest.getModuleSpecifications(join(root, test)))
  const found = specifications.length > 0 ? specifications : await vitest.globTestSpecifications(tests)
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(found)
  const failed = testModules.filter((module) => !module.ok()).map((module) => module.relativeModuleId)
  return [...failed, ...unhandledErrors.map(String)]
}

/** Tests that fail as they are prove nothing. */
const failed = await failing([...new Set(mutants.flatMap(({ tests }) => tests))])
if (failed.length > 0) console.error(`left out, for they fail without any mutant: ${failed.join(' ')}`)
process.stdout.write('\n@{"id":null}\n')
for (const mutant of mutants) {
  now = mutant
  vitest.invalidateFile(join(root, mutant.path))
  const found = await failing(mutant.tests.filter((test) => !failed.includes(test)))
  process.stdout.write(`\n@${JSON.stringify({ id: mutant.id, failed: found })}\n`)
  now = null
  vitest.invalidateFile(join(root, mutant.path))
}
await vitest.close()
process.exit(0)
