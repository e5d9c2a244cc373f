/**
 * `npm run bench:accuracy -- [--part dev|test] [--carrier pdf,docx,html,scan] [--only TEXT] [--product FILE] [--write]`
 *
 * Builds the part of the corpus that is missing, runs the command over it and prints Markdown tables; `--write` puts
 * them into docs/accuracy.md. `--only` keeps samples whose file name contains the text; `--product` scores another
 * build (path of its bin/secscan.js). The test part is for the published table: nobody works on its misses. Needs
 * Chromium, poppler, qpdf and Debian's Chinese fonts; the product must be built.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { built } from '../../corpus/accuracy/build.mjs'
import { samplesOf } from '../../corpus/accuracy/plan.mjs'
import { machine } from '../machine.mjs'
import { saidOf, today } from './product.mjs'
import { scoreOf } from './score.mjs'
import { tablesOf } from './tables.mjs'

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'dev' },
    carrier: { type: 'string', default: 'pdf,docx,html,scan' },
    only: { type: 'string', default: '' },
    product: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const carriers = values.carrier.split(',')
const wanted = samplesOf(values.part).filter(({ carrier }) => carriers.includes(carrier))
const samples = (await built(values.part, wanted)).filter(({ path }) => path.includes(values.only))
const command = values.product ? [process.execPath, values.product] : undefined
const said = await saidOf(
  samples.map(({ path }) => path),
  command,
)
const scored = samples.map((sample) => ({ ...sample, score: scoreOf(sample, said.get(sample.path)) }))
const text = `Measured on ${machine()}; ${scored.length} documents of the ${values.part} part; --today ${today}.\n\n${tablesOf(scored)}\n`
console.log(text)
if (values.write) {
  const docs = new URL('../../../docs/', import.meta.url).pathname
  mkdirSync(docs, { recursive: true })
  writeFileSync(
    `${docs}accuracy.md`,
    `# Accuracy\n\n\`npm run bench:accuracy\` prints these tables. A gap is neither a detection nor a correct publish.\n\n${text}`,
  )
}
