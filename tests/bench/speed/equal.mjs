/**
 * `node tests/bench/speed/equal.mjs --old DIR [--flags '--ocr off'] path…`
 *
 * Verdicts, findings, gaps, documents and places of this build and an older one over the same files: what differs, file by file.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { secscan } from '../run.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { old: { type: 'string' }, flags: { type: 'string', default: '--ocr off' } },
})
if (!values.old) throw new Error('--old DIR: the folder of the other build')

function inputsOf(build) {
  const flags = values.flags.split(' ').filter(Boolean)
  const { stdout } = spawnSync(build[0], [build[1], '--format', 'json', ...flags, ...positionals], {
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  })
  return new Map(JSON.parse(stdout).inputs.map((input) => [input.path, input]))
}

const [own, old] = [secscan, [process.execPath, join(values.old, 'bin/secscan.js')]].map(inputsOf)
let different = 0
for (const path of new Set([...own.keys(), ...old.keys()])) {
  const [one, other] = [own.get(path), old.get(path)].map((input) => input ?? {})
  const fields = new Set([...Object.keys(one), ...Object.keys(other)])
  const unlike = [...fields].filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
  if (unlike.length === 0) continue
  different += 1
  console.log(path)
  for (const field of unlike)
    console.log(`  ${field}\n    now ${JSON.stringify(one[field])}\n    old ${JSON.stringify(other[field])}`)
}
console.log(`${own.size} files, ${different} different`)
process.exitCode = different === 0 ? 0 : 1
