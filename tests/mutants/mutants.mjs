/**
 * `npm run mutants -- [--count 150] [--seed 1] [--only PREFIX] [--list]`
 *
 * Changes one number, comparison, boolean operator or returned constant at a time, in memory, and runs the tests that
 * mirror the file. Tells how many were found out, and each that was not. The sample takes as many from every room.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chanceFrom } from '../corpus/random.mjs'
import { sitesIn } from './sites.mjs'
import { root, sources, testsOf } from './tests-of.mjs'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'src/' },
    list: { type: 'boolean', default: false },
  },
})
/** Of a mutant that does not come to an end. */
const SILENCE_MS = 90_000
/** All tests once, as they are. */
const FIRST_MS = 900_000
const rooms = [
  /^src\/match\//,
  /^src\/judge\//,
  /^src\/settings\//,
  /^src\/strip\//,
  /^src\/see\/[^/]+$/,
  /^src\/see\/(marks|ink|ocr)\//,
]

const mutantsOf = (path) => {
  const tests = testsOf(path)
  if (tests.length === 0) return []
  const text = readFileSync(join(root, path), 'utf8')
  return sitesIn(path, text).map((site) => ({
    path,
    tests,
    ...site,
    id: `${path}:${site.line} ${site.is} → ${site.becomes} @${site.from}`,
  }))
}

const chance = chanceFrom(Number(values.seed))
const drawn = (all, count) => chance.some(all, Math.min(count, all.length))
const share = Math.ceil(Number(values.count) / rooms.length)
const sample = rooms.flatMap((room) =>
  drawn(sources.filter((path) => room.test(path) && path.startsWith(values.only)).flatMap(mutantsOf), share),
)
if (values.list) {
  for (const { id, tests } of sample) console.log(id, tests.length)
  process.exit(0)
}

/** Tries them in processes of their own until each is told; one that says nothing for too long is found out by the clock. */
async function tried(mutants) {
  const told = new Map()
  for (let left = mutants; left.length > 0; left = left.filter(({ id }) => !told.has(id))) {
    const begun = await inOneProcess(left, (id, failed) => told.set(id, failed))
    if (!begun) throw new Error('the tests did not come to an end without a mutant')
    const stuck = left.find(({ id }) => !told.has(id))
    if (!stuck) break
    told.set(stuck.id, ['no end'])
  }
  return told
}

function inOneProcess(mutants, tell) {
  const child = spawn(process.execPath, [join(root, 'tests/mutants/worker.mjs'), JSON.stringify(mutants)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const stop = () => process.kill(-child.pid, 'SIGKILL')
  let clock = setTimeout(stop, FIRST_MS)
  let [rest, begun] = ['', false]
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()
    for (const line of lines.filter((one) => one.startsWith('@'))) {
      const { id, failed } = JSON.parse(line.slice(1))
      if (id !== null) tell(id, failed)
      begun = true
      if (id !== null) console.log(`${failed.length > 0 ? 'killed  ' : 'SURVIVED'} ${id}`)
      clearTimeout(clock)
      clock = setTimeout(stop, SILENCE_MS)
    }
  })
  return new Promise((resolve) => child.on('close', () => (clearTimeout(clock), resolve(begun))))
}

const told = await tried(sample)
const survivors = sample.filter(({ id }) => told.get(id).length === 0)
for (const room of rooms) {
  const own = sample.filter(({ path }) => room.test(path))
  const killed = own.filter(({ id }) => told.get(id).length > 0)
  if (own.length > 0) console.log(`${room.source}: ${killed.length} of ${own.length}`)
}
const rate = (100 * (sample.length - survivors.length)) / sample.length
console.log(
  `seed ${values.seed}: ${sample.length - survivors.length} of ${sample.length} found out (${rate.toFixed(1)} %)`,
)
for (const { id } of survivors) console.log(`survived: ${id}`)
