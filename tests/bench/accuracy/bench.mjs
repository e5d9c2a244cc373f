/**
 * `npm run bench:accuracy -- [--part dev|test] [--carrier pdf,docx,html,scan] [--only TEXT] [--every N] [--again] [--product FILE] [--write]`
 *
 * Builds the part of the corpus that is missing, runs the command over it and prints Markdown tables; `--write` puts
 * them into docs/accuracy.md. `--only` keeps samples whose file name contains the text, `--every` each Nth scan, `--again`
 * those that went wrong last time; `--product` scores another build (path of its bin/secscan.js). The test part is for the published table: nobody works on its misses. Needs
 * Chromium, poppler, qpdf and Debian's Chinese fonts; the product must be built.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { built } from '../../corpus/accuracy/build.mjs'
import { samplesOf } from '../../corpus/accuracy/plan.mjs'
import { scratch } from '../../corpus/scans.mjs'
import { machine } from '../machine.mjs'
import { saidOf, today } from './product.mjs'
import { scoreOf } from './score.mjs'
import { tablesOf } from './tables.mjs'

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'dev' },
    carrier: { type: 'string', default: 'pdf,docx,html,scan' },
    only: { type: 'string', default: '' },
    every: { type: 'string', default: '1' },
    again: { type: 'boolean', default: false },
    product: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const carriers = values.carrier.split(',')
const wanted = samplesOf(values.part)
  .filter(({ carrier }, index) => carrier !== 'scan' || index % Number(values.every) === 0)
  .filter(({ carrier }) => carriers.includes(carrier))
const last = join(scratch, `accuracy-${values.part}`, 'wrong.json')
const wrong = values.again ? JSON.parse(readFileSync(last, 'utf8')) : null
const samples = (await built(values.part, wanted)).filter(
  ({ path }) => path.includes(values.only) && (!wrong || wrong.includes(path)),
)
const command = values.product ? [process.execPath, values.product] : undefined
const said = await saidOf(
  samples.map(({ path }) => path),
  command,
)
const scored = samples.map((sample) => ({ ...sample, score: scoreOf(sample, said.get(sample.path)) }))
const right = ({ score }) => ['found', 'published'].includes(score.outcome) && score.exact !== false
writeFileSync(last, JSON.stringify(scored.filter((each) => !right(each)).map(({ path }) => path)))
const text = `Measured on ${machine()}; ${scored.length} documents of the ${values.part} part${values.every === '1' ? '' : `, one scan in ${values.every}`}; --today ${today}.\n\n${tablesOf(scored)}\n`
console.log(text)
if (values.write) {
  const docs = new URL('../../../docs/', import.meta.url).pathname
  mkdirSync(docs, { recursive: true })
  writeFileSync(
    `${docs}accuracy.md`,
    `# Accuracy\n\n\`npm run bench:accuracy\` prints these tables. A gap is neither a detection nor a correct publish.\n\n${text}`,
  )
}
