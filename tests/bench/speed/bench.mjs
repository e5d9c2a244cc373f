/**
 * `npm run bench:speed -- [--old DIR] [--times 5] [--only html,docx,…] [--share 1]`
 *
 * Processor time (user and system, all processes) of this build, an older one and peers over the same seeded inputs, medians of
 * runs taken turn about; prints Markdown. `--share 0.1` takes a tenth of the inputs. Needs Chromium and qpdf for the PDFs; a peer
 * that cannot be installed is left out.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from '../machine.mjs'
import { benchMatching } from '../matching.mjs'
import { alternating, run, secscan } from '../run.mjs'
import { markdown, median, megabytes, ratio, seconds } from '../table.mjs'
import { peers } from './peers.mjs'
import { tasksIn } from './tasks.mjs'

const { values } = parseArgs({
  options: {
    old: { type: 'string' },
    times: { type: 'string', default: '5' },
    share: { type: 'string', default: '1' },
    only: { type: 'string' },
    'no-peers': { type: 'boolean', default: false },
  },
})
const times = Number(values.times)
const wanted = values.only?.split(',')
const isWanted = (name) => !wanted || wanted.includes(name)
const few = (count) => Math.max(1, Math.round(count * Number(values.share)))
const into = mkdtempSync(join(tmpdir(), 'secscan-speed-'))
const others = values['no-peers'] ? { secretlint: null, officeparser: null, pdftotext: null } : peers()
const old = values.old ? [process.execPath, join(values.old, 'bin/secscan.js')] : null
const middle = (runs, key) => median(runs.map((one) => one[key]))
const against = (one, other) => (other === null ? '–' : ratio(one, other))

/** Of several commands, the median processor time of each; null stays null. */
async function timesOf(commands, key) {
  const there = commands.filter((command) => command !== null)
  const runs = await alternating(there, times)
  const found = there.map((_, at) => middle(runs[at], key))
  return commands.map((command) => (command === null ? null : found.shift()))
}

const asked = (build, { flags = [], paths }, more = []) =>
  build && [...build, '--format', 'json', ...flags, ...more, ...paths]

/** @param {import('./tasks.mjs').Task} task */
async function workRow(task) {
  const commands = [asked(secscan, task), asked(old, task), task.peer ?? null]
  const [own, before, peer] = await timesOf(commands, 'cpu')
  return [task.title, seconds(own), before === null ? '–' : seconds(before), against(own, before), `≤ ${task.target} ×`, peer === null ? '–' : seconds(peer), against(own, peer)] // prettier-ignore
}

async function startRow(task) {
  const commands = [asked(secscan, task), asked(old, task), [process.execPath, '-e', '0']]
  const [own, before, bare] = await timesOf(commands, 'ms')
  return [task.title, `${own.toFixed(0)} ms`, against(own, bare), against(before ?? 0, bare), `≤ ${task.target} ×`, `${bare.toFixed(0)} ms`] // prettier-ignore
}

/** What a second process costs beside the first, over one long document. */
async function secondJobRow(task) {
  const jobs = (build, count) => asked(build, task, ['--jobs', count])
  const [one, two, oldOne, oldTwo] = await timesOf([jobs(secscan, '1'), jobs(secscan, '2'), jobs(old, '1'), jobs(old, '2')], 'cpu') // prettier-ignore
  return [task.title, ratio(two, one), oldOne === null ? '–' : ratio(oldTwo, oldOne), '≤ 1.15 ×']
}

async function memoryRow(task) {
  const peak = async (build) => (build ? (await run(asked(build, task), { watch: true })).peak : null)
  const [own, before] = [await peak(secscan), await peak(old)]
  return [task.title, megabytes(own), before === null ? '–' : megabytes(before)]
}

const sections = []
const section = (title, head, rows) =>
  rows.length > 0 && sections.push(`### ${title}\n\n${markdown(head, rows)}`)
async function rowsOf(names, row) {
  const rows = []
  for (const name of names.filter(isWanted)) {
    rows.push(await row(tasks[name.replace(/^(jobs|memory)-/, '')]()))
    console.error(`… ${rows.at(-1).join(' | ')}`)
  }
  return rows
}

const tasks = tasksIn(into, few, others)
try {
  const works = ['html', 'docx', 'xlsx', 'pdf', 'pages', 'bound', 'scans']
  const starts = ['start-html', 'start-docx', 'start-pdf']
  section('Work: processor time', ['work', 'this build', 'old', '÷ old', 'target', 'peer', '÷ peer'], await rowsOf(works, workRow)) // prettier-ignore
  section('The second process: processor time of two over that of one', ['work', 'this build', 'old', 'target'], await rowsOf(['jobs-pages', 'jobs-bound'], secondJobRow)) // prettier-ignore
  section('Start to verdict, over Node alone', ['file', 'this build', '÷ Node', 'old ÷ Node', 'target', 'Node'], await rowsOf(starts, startRow)) // prettier-ignore
  section('Peak memory (PSS of all processes)', ['work', 'this build', 'old'], await rowsOf(['memory-html', 'memory-pages'], memoryRow)) // prettier-ignore
  if (isWanted('rules')) sections.push(await benchMatching({ quick: Number(values.share) < 1 }))
} finally {
  rmSync(into, { recursive: true })
}
console.log(`Measured on ${machine()}; medians of ${times} runs turn about.\n\n${sections.join('\n\n')}`)
