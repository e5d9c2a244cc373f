/**
 * `npm run bench:ordinary -- DIR… [--product DIR …] [--stage] [--every N] [--only TEXT] [--again] [--rule TEXT]
 *   [--level block,review,gap,note] [--minutes N] [--page FOLDER] [--contact]`
 *
 * Files that hide nothing and are marked nowhere, from anywhere: whatever is said of them is an alarm in vain. Each folder
 * directly below a DIR is a kind. Prints blocks, reviews and gaps by kind and by rule, and writes one HTML page with a
 * thumbnail of every picture that rang and a frame around what was meant.
 *
 * `--product`: another build, each with tables of its own; give it twice to compare two. `--stage`: the same stages without the command, in
 * this process and from the build's sources; what the engine read is kept, so that a second look after a change
 * elsewhere costs a tenth. `--again`: only what rang when any build last looked. `--minutes`: stop after so long; what was
 * judged is kept by content and build under tests/.scratch/ordinary/, and the next run goes on. `--rule`, `--level`: what
 * the page shows. `--contact`: the page as numbered JPEG sheets too.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { byCommand } from './by-command.mjs'
import { byStage } from './by-stage.mjs'
import { gathered } from './files.mjs'
import { keeper, rangBefore } from './kept.mjs'
import { writeContacts, writePage } from './page.mjs'
import { tables } from './tables.mjs'

const own = new URL('../../..', import.meta.url).pathname
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    product: { type: 'string', multiple: true, default: [own] },
    stage: { type: 'boolean', default: false },
    every: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    again: { type: 'boolean', default: false },
    rule: { type: 'string', default: '' },
    level: { type: 'string', default: 'block,review,gap' },
    minutes: { type: 'string', default: '600' },
    page: { type: 'string', default: new URL('../../.scratch/ordinary/page', import.meta.url).pathname },
    contact: { type: 'boolean', default: false },
  },
})
if (positionals.length === 0) throw new Error('name the folders to look at')

const until = Date.now() + Number(values.minutes) * 60_000
const before = values.again ? rangBefore() : null
const files = gathered(positionals, values).filter(({ hash }) => before?.has(hash) ?? true)
for (const [index, product] of values.product.map((each) => resolve(each)).entries()) {
  const kept = keeper(product, values.stage)
  const waiting = files.filter(({ hash }) => !kept.has(hash))
  console.error(`${product}: ${files.length} files, ${waiting.length} to be judged`)
  await (values.stage ? byStage : byCommand)(waiting, { product, kept, until })
  const judged = files
    .filter(({ hash }) => kept.has(hash))
    .map((file) => ({ ...file, ...kept.get(file.hash) }))
  console.log(`## ${product}\n\n${tables(judged)}\n`)
  const folder = values.product.length > 1 ? `${values.page}-${index + 1}` : values.page
  const shown = { rule: values.rule, levels: values.level.split(',') }
  console.log(`Alarms: ${await writePage(judged, shown, folder)}`)
  if (values.contact) console.log(`Sheets: ${await writeContacts(judged, shown, folder)}`)
}
