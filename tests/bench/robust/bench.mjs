/**
 * `npm run bench:robust -- [--count 2000] [--seed 1] [--write] [--keep]`
 *
 * Damages fixtures from a seed and gives all of them to one run of the command with two processes. Passes where the run ends
 * by itself with a report in which every file is accounted for, nothing hung or broke down, and the whole tree of processes
 * stayed below the memory that was promised. `--write` puts the table into docs/robustness.md.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { mutate } from '../../fuzz/mutate.mjs'
import { samples } from '../../fuzz/samples.mjs'
import { machine } from '../machine.mjs'
import { run, secscan } from '../run.mjs'
import { markdown, megabytes, seconds } from '../table.mjs'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})
const MOST_MEMORY = 1.5 * 2 ** 30
const SILENCE_S = 60
const scratch = new URL('../../.scratch/robust/', import.meta.url).pathname

const files = writeDamaged(Number(values.count), Number(values.seed))
const target = `${scratch}report.json`
const flags = ['--jobs', '2', '--timeout', String(SILENCE_S), '--format', 'json', '--lang', 'en']
process.env['SECSCAN_DEBUG'] = '1'
const ran = await run([...secscan, ...flags, '--output', target, `${scratch}files`], { watch: true })
const report = JSON.parse(readFileSync(target, 'utf8'))

const gaps = report.inputs.flatMap((input) => input.gaps.map((gap) => ({ ...gap, file: input.path })))
const causeCount = (cause) => gaps.filter((gap) => gap.cause === cause).length
const silent = report.inputs.filter(({ gaps, documents }) => gaps.length === 0 && documents.length === 0)
const unlike = report.inputs.filter((input) => (input.verdict === 'publish') !== (input.gaps.length === 0 && !input.findings.some((finding) => finding.level === 'block'))) // prettier-ignore
const checks = [
  ['the run ended with a verdict', [0, 1, 3].includes(ran.code), `exit code ${ran.code}`],
  ['every file is in the report', report.inputs.length === files, `${report.inputs.length} of ${files}`],
  ['each was opened or is a gap', silent.length === 0, `${silent.length} neither`],
  ['the verdict follows from what is told', unlike.length === 0, `${unlike.length} do not`],
  [`nothing hung (no progress for ${SILENCE_S} s)`, causeCount('timeout') === 0, `${causeCount('timeout')} gaps`],
  ['no reader broke down, no process died', causeCount('crashed') === 0, `${causeCount('crashed')} gaps`],
  ['memory of all processes (PSS) ≤ 1.5 GB', ran.peak <= MOST_MEMORY, megabytes(ran.peak)],
] // prettier-ignore

const causes = [...new Set(gaps.map(({ cause }) => cause))].sort()
const clean = report.inputs.filter(({ verdict }) => verdict === 'publish').length
const text = `# Robustness

\`npm run bench:robust\` prints this: ${files} files, made from ${samples().length} fixtures by cuts, flipped bits, swapped and
repeated stretches, splices with other files, lengths and digits that lie (seed ${values.seed}), in one run with two processes,
OCR on.

Measured on ${machine()}: ${seconds(ran.ms)}, ${seconds(ran.cpu)} of processor time.

${markdown(
  ['promise', 'kept', 'measured'],
  checks.map(([what, ok, how]) => [what, ok ? 'yes' : '**no**', how]),
)}

What was said of them: ${report.inputs.length - clean} are not to be published as they are, ${clean} were read to the end without a finding that blocks.

${markdown(
  ['gaps by cause', 'count'],
  causes.map((cause) => [cause, causeCount(cause)]),
)}
`
console.log(text)
for (const { cause, file, detail, place } of gaps.filter((gap) => /crashed|timeout/.test(gap.cause)))
  console.log(`${cause}: ${basename(file)}: ${detail} ${JSON.stringify(place.map(({ name }) => name))}`)
if (ran.stderr) console.log(ran.stderr.slice(0, 20_000))
if (values.write) writeFileSync(new URL('../../../docs/robustness.md', import.meta.url).pathname, text)
const passed = checks.every(([, ok]) => ok)
if (passed && !values.keep) rmSync(scratch, { recursive: true })
process.exitCode = passed ? 0 : 1

/** Names tell the seed and the fixture: `0001-pdf-hidden.pdf`. Files of no bytes are left out: nothing was damaged there. */
function writeDamaged(count, seed) {
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(`${scratch}files`, { recursive: true })
  const sources = samples().map((path) => ({ path, bytes: readFileSync(path) }))
  const usable = sources.filter(({ bytes }) => bytes.length > 0)
  let written = 0
  for (let index = 0; written < count; index += 1) {
    const { path, bytes } = usable[index % usable.length]
    const others = usable.filter((other) => extname(other.path) === extname(path))
    const other = others[index % others.length].bytes
    const { bytes: damaged } = mutate(bytes, other, seed * 1_000_000 + index)
    if (damaged.length === 0) continue
    const parts = path.split('/')
    const name = `${String(index).padStart(5, '0')}-${parts.at(-3)}-${parts.at(-2)}${extname(path)}`
    writeFileSync(join(scratch, 'files', name), damaged)
    written += 1
  }
  return written
}
