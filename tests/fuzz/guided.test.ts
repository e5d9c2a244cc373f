/**
 * A longer look, led by coverage: what runs a reader in a way it never ran is damaged further. Not part of a usual run:
 * `FUZZ_SECONDS=600 FUZZ_SEED=7 FUZZ_ONLY='/(doc|xls)/' npx vitest run tests/fuzz/guided`; breakers are left in tests/.scratch/fuzz.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { expect, it } from 'vitest'
import { openCoverage } from './coverage.js'
import { tryOut } from './fuzz.js'
import { mutate, random } from './mutate.mjs'
import { samples } from './samples.mjs'

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 0)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)
/** The readers written here; those that stand on libraries are damaged by the seeded test. */
const own =
  /\/extract\/(archive|compound|doc|xls|ppt|rtf|metafile|dxf|ofd|mail|msg|tnef|vcard|shortcut|svg|encrypted-office)\//
const only = process.env['FUZZ_ONLY'] ? new RegExp(process.env['FUZZ_ONLY']) : own
const MOST_BYTES = 128 * 1024
const folder = new URL('../.scratch/fuzz/', import.meta.url).pathname

interface Sample {
  readonly path: string
  readonly bytes: Uint8Array
}

it.runIf(seconds > 0)('files led by coverage break no reader', { timeout: 7_200_000 }, async () => {
  mkdirSync(folder, { recursive: true })
  const corpus = new Map<string, Sample[]>()
  for (const path of samples(['extract']).filter((one) => only.test(one))) {
    const bytes = readFileSync(path)
    if (bytes.length === 0 || bytes.length > MOST_BYTES) continue
    corpus.set(path.split('/').at(-3)!, [...(corpus.get(path.split('/').at(-3)!) ?? []), { path, bytes }])
  }
  const coverage = openCoverage('/src/extract/')
  for (const { path, bytes } of [...corpus.values()].flat()) await tryOut(basename(path), bytes)
  coverage.gain()
  const next = random(seed)
  const formats = [...corpus.keys()]
  const broken: string[] = []
  const [end, first] = [Date.now() + seconds * 1000, [...corpus.values()].flat().length]
  let tried = 0
  for (; Date.now() < end; tried += 1) {
    const files = corpus.get(formats[Math.floor(next() * formats.length)]!)!
    const pick = () => files[Math.floor(next() * files.length)]!
    const { path, bytes } = pick()
    const number = Math.floor(next() * 2 ** 32)
    const { bytes: damaged, how } = mutate(bytes, pick().bytes, number)
    if (damaged.length === 0 || damaged.length > MOST_BYTES) continue
    const { faults, told } = await tryOut(basename(path), damaged)
    if (coverage.gain() > 0) files.push({ path, bytes: damaged })
    if (faults.length === 0 && told > 0) continue
    const kept = `${folder}${seed}-${tried}-${path.split('/').at(-3)}${extname(path)}`
    writeFileSync(kept, damaged)
    broken.push(`${kept} (${how}): ${faults[0] ?? 'passed in silence'}`)
  }
  coverage.close()
  console.log(`${tried} tried, ${[...corpus.values()].flat().length - first} kept for what they reached`)
  expect(broken).toEqual([])
})
