/** OCR: what is read, how exactly, and how long it takes, beside the peers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { levelNames } from '../corpus/degrade/levels.mjs'
import { picturePdf } from '../corpus/picture-pdf.mjs'
import { chanceFrom } from '../corpus/random.mjs'
import { buildScans } from '../corpus/scans.mjs'
import { errorsIn, isMarkRead } from './error-rate.mjs'
import { ownReader, tesseractCommand, tesseractJs } from './readers.mjs'
import { run, secscan } from './run.mjs'
import { markdown, seconds, share } from './table.mjs'

/** Rows of a folder's labels.json that are scans with a quality; paths made absolute. */
export function labelledScans(folder) {
  const rows = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'))
  return rows
    .filter((row) => row.form === 'scan' && row.level)
    .map((row) => ({ ...row, path: join(folder, row.file) }))
}

/** @param {{quick: boolean, part: 'dev'|'test', samples: string | null}} options */
export async function benchOcr({ quick, part, samples }) {
  const folder = await buildScans({ part, count: quick ? 20 : 200 })
  const scans = [...labelledScans(folder), ...(samples ? labelledScans(samples) : [])]
  const few = chanceFrom('peers').some(scans, quick ? 4 : 30)
  const own = await ownReader()
  const start = performance.now()
  const readings = await own.readAll(scans.map((scan) => scan.path))
  const alone = performance.now() - start
  const whole = await wholeRun(scans)
  const bound = await boundRun(scans, folder)
  const peers = await peerRows(few, scans, readings)
  return [
    `### OCR: ${scans.length} scans (${part} part${samples ? ', and the folder of samples' : ''})`,
    markdown(
      ['quality', 'scans', 'marks read exactly', 'character errors', 'worst page'],
      byLevel(scans, readings),
    ),
    wholeWords(whole, bound, scans, readings, alone),
    `### Beside other readers: ${few.length} of these scans, two at a time`,
    markdown(['reader', 'a page, start included', 'marks read exactly', 'character errors'], peers),
    misreadWords(scans, readings),
  ].join('\n\n')
}

/** The command itself over all files, as a user would run it. */
async function wholeRun(scans) {
  const done = await run([...secscan, '--format', 'json', ...scans.map((scan) => scan.path)], { keep: true })
  const report = JSON.parse(done.stdout)
  const wrong = report.inputs.filter((input, index) => input.verdict !== scans[index].verdict)
  const gaps = report.inputs.filter((input) => input.gaps.length > 0)
  return { ms: done.ms, cpu: done.cpu, wrong: wrong.map((input) => input.path), gaps: gaps.length }
}

/** One document of many scanned pages, which must be read by both cores all the same. */
async function boundRun(scans, folder) {
  const jpegs = scans.filter((scan) => scan.path.endsWith('.jpg')).slice(0, 40)
  const file = join(folder, `bound-${jpegs.length}.pdf`)
  await picturePdf(
    jpegs.map((scan) => readFileSync(scan.path)),
    file,
  )
  const { ms } = await run([...secscan, '--format', 'json', file])
  return { ms, pages: jpegs.length }
}

function wholeWords(whole, bound, scans, readings, alone) {
  const passes = readings.map((reading) => reading.passes).filter(Boolean)
  const sum = (values) => values.reduce((total, value) => total + value, 0)
  const least = sum(passes.map((each) => each.leastMs))
  const spent = sum(readings.map((reading) => reading.ms))
  const cost = least > 0 ? `${(spent / least).toFixed(2)} ×` : 'not told'
  return [
    `Whole run, two cores, start included: **${seconds(whole.ms / scans.length)} a page** (processor time ${seconds(whole.cpu / scans.length)});`,
    `one scanned PDF of ${bound.pages} pages: ${seconds(bound.ms / bound.pages)} a page;`,
    `one process, one thread: ${seconds(alone / scans.length)} a page.`,
    `Time in the reader ÷ model time of one detection a page and one recognition a line: **${cost}**.`,
    `Verdicts wrong: ${whole.wrong.length} of ${scans.length}; inputs with gaps: ${whole.gaps}.`,
  ].join(' ')
}

function byLevel(scans, readings) {
  const rows = [...levelNames, 'all'].map((level) => {
    const mine = scans.map((scan, index) => ({ scan, reading: readings[index] }))
    const score = scored(mine.filter(({ scan }) => level === 'all' || scan.level === level))
    return [level, score.scans, score.marks, score.errors, score.worst]
  })
  return rows
}

function scored(pairs) {
  const marked = pairs.filter(({ scan }) => scan.kind === 'marked')
  const read = marked.filter(({ scan, reading }) => isMarkRead(reading.text, scan.mark))
  const counts = pairs.map(({ scan, reading }) => errorsIn(reading.text, scan.text))
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
  const worst = Math.max(0, ...counts.map((count) => count.errors / count.letters))
  return {
    scans: pairs.length,
    marks: `${read.length}/${marked.length}`,
    errors: share(sum('errors'), sum('letters')),
    worst: share(worst, 1),
  }
}

async function peerRows(few, scans, readings) {
  const rows = []
  const ours = few.map((scan) => ({ scan, reading: readings[scans.indexOf(scan)] }))
  const whole = await run([...secscan, '--format', 'json', ...few.map((scan) => scan.path)])
  const row = (name, ms, score) => [name, seconds(ms / few.length), score.marks, score.errors]
  rows.push(row('secscan', whole.ms, scored(ours)))
  for (const peer of [await tesseractJs(), await tesseractCommand()]) {
    if (!peer) continue
    const start = performance.now()
    const texts = await peer.readAll(few.map((scan) => scan.path))
    const ms = performance.now() - start
    rows.push(row(peer.name, ms, scored(few.map((scan, index) => ({ scan, reading: texts[index] })))))
  }
  return rows
}

function misreadWords(scans, readings) {
  const missed = scans.filter(
    (scan, index) => scan.kind === 'marked' && !isMarkRead(readings[index].text, scan.mark),
  )
  if (missed.length === 0) return 'No mark was misread.'
  return `Marks not read to the letter:\n\n${missed.map((scan) => `- ${scan.file}: ${scan.mark}`).join('\n')}`
}
