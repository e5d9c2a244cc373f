/**
 * Damaged fixtures through the readers: the same ones on every run. For a longer look:
 * `FUZZ_ROUNDS=50 FUZZ_SEED=7 FUZZ_ONLY=/ofd/ npx vitest run tests/fuzz`; what breaks a reader is kept in fixtures/fuzz.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { expect, it } from 'vitest'
import { tryOut } from './fuzz.js'
import { mutate } from './mutate.mjs'
import { samples } from './samples.mjs'

const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 1)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)
const only = process.env['FUZZ_ONLY'] ?? ''
const long = process.env['FUZZ_ROUNDS'] !== undefined

const files = samples(['extract'])
  .filter((path) => path.includes(only))
  .map((path) => ({ path, bytes: readFileSync(path) }))
  .filter(({ bytes }) => bytes.length > 0 && (long || bytes.length < 64_000))

it(
  'files damaged from a seed break no reader, and something is said of each',
  { timeout: 3_600_000 },
  async () => {
    const broken: string[] = []
    for (let round = 0; round < rounds; round += 1)
      for (const [index, { path, bytes }] of files.entries()) {
        const others = files.filter((other) => extname(other.path) === extname(path))
        const other = others[(index + round) % others.length]!.bytes
        const number = (seed * 1000 + round) * 10_000 + index
        const { bytes: damaged, how } = mutate(bytes, other, number)
        const { faults, told } = await tryOut(basename(path), damaged)
        if (faults.length === 0 && told > 0) continue
        broken.push(`${path} seed ${number} (${how}): ${faults[0] ?? 'passed in silence'}`)
        if (long) keep(path, number, damaged)
      }
    expect(broken).toEqual([])
  },
)

function keep(path: string, number: number, damaged: Uint8Array): void {
  const folder = new URL('../.scratch/fuzz/', import.meta.url).pathname
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}${number}-${path.split('/').at(-3)}${extname(path)}`, damaged)
}

const kept = existsSync(new URL('../../fixtures/fuzz', import.meta.url).pathname) ? samples(['fuzz']) : []

it.each(kept)('%s, which once broke a reader, does so no more', async (path) => {
  const { faults, told } = await tryOut(basename(path), readFileSync(path))
  expect([faults, told > 0]).toEqual([[], true])
})
