/** Builds the files of a part under tests/.scratch/, each once: a file's name holds the print of what it was made from. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { printPdf } from '../chromium.mjs'
import { papersHtml } from '../paper.mjs'
import { chanceFrom } from '../random.mjs'
import { scanOf, scratch } from '../scans.mjs'
import { variations } from '../variations/index.mjs'
import { docxOf, htmlOf } from './carriers.mjs'

const here = new URL('.', import.meta.url).pathname

/** Whatever turns a flat page into a scan. */
function scanPrint() {
  const hash = createHash('sha256')
  for (const folder of ['degrade', 'variations'])
    for (const file of readdirSync(join(here, '..', folder)).sort())
      hash.update(readFileSync(join(here, '..', folder, file)))
  return hash.digest('hex')
}

const printOf = (...what) => createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 10)
const plainName = (text) => text.replace(/\W+/g, '-')

/**
 * @param {import('./plan.mjs').Sample[]} samples
 * @returns {Promise<(import('./plan.mjs').Sample & {path: string})[]>} the samples with their files
 */
export async function built(part, samples) {
  const folder = join(scratch, `accuracy-${part}`)
  for (const carrier of new Set(samples.map((sample) => sample.carrier)))
    mkdirSync(join(folder, carrier), { recursive: true })
  const scans = scanPrint()
  const wanted = samples.map((sample) => wish(sample, folder, scans))
  const missing = wanted.filter(({ path }) => !existsSync(path))
  await build(
    missing.filter(({ carrier }) => carrier === 'pdf'),
    onePdfEach,
  )
  for (let from = 0; from < missing.length; from += 60) {
    const batch = missing.filter(({ carrier }) => carrier === 'scan').slice(from, from + 60)
    await build(batch, scansOf)
    if (batch.length > 0) console.error(`  ${from + batch.length} scans built`)
  }
  for (const each of missing) {
    const chance = chanceFrom(`${each.made.name}-carrier`)
    if (each.carrier === 'docx') writeFileSync(each.path, docxOf(each.made, chance))
    if (each.carrier === 'html') writeFileSync(each.path, htmlOf(each.made, chance))
  }
  return wanted
}

function wish(sample, folder, scans) {
  const { made, carrier, level, variation, dpi } = sample
  const extension = carrier !== 'scan' ? carrier : level === 'fax' ? 'png' : 'jpg'
  const said =
    carrier === 'docx'
      ? String(docxOf(made, chanceFrom(`${made.name}-carrier`)).toString('base64'))
      : carrier === 'html'
        ? htmlOf(made, chanceFrom(`${made.name}-carrier`))
        : null
  const sheets = said ? null : variations[variation](made, chanceFrom(`${made.name}-${variation}`))
  const print = said
    ? printOf(said)
    : printOf(sheets.papers, carrier === 'scan' && [scans, level, variation, dpi])
  const words = [
    made.name,
    plainName(made.kind),
    made.layout,
    ...(carrier === 'scan' ? [level + (dpi ?? ''), variation] : []),
    print,
  ]
  return {
    ...sample,
    sheets,
    path: join(folder, carrier, `${words.filter((word) => word !== 'none').join('.')}.${extension}`),
  }
}

async function build(wishes, write) {
  if (wishes.length === 0) return
  const room = mkdtempSync(join(scratch, 'pages-'))
  try {
    const pdf = join(room, 'pages.pdf')
    printPdf(papersHtml(wishes.flatMap(({ sheets }) => sheets.papers)), pdf)
    await write(wishes, pdf, room)
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

/** Pages of one print run, cut apart: each brings only its own fonts. */
function onePdfEach(wishes, pdf, room) {
  execFileSync('qpdf', ['--split-pages', pdf, join(room, 'page-%d.pdf')])
  const pages = readdirSync(room)
    .filter((file) => file.startsWith('page-'))
    .sort()
  wishes.forEach(({ path }, index) => renameSync(join(room, pages[index]), path))
}

async function scansOf(wishes, pdf) {
  let first = 1
  for (const each of wishes) {
    const { bytes } = await scanOf(each, each.sheets, pdf, first)
    writeFileSync(`${each.path}.part`, bytes)
    renameSync(`${each.path}.part`, each.path)
    first += each.sheets.papers.length
  }
}
