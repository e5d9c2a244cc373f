/** Builds a labelled folder of generated scans, once: the folder's name holds the generator's fingerprint. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { boxOf, wordBoxes } from './boxes.mjs'
import { printPdf } from './chromium.mjs'
import { levelNames, levels } from './degrade/levels.mjs'
import { pageOf } from './degrade/picture.mjs'
import { documents } from './documents.mjs'
import { papersHtml } from './paper.mjs'
import { chanceFrom } from './random.mjs'
import { variations } from './variations/index.mjs'

const here = new URL('.', import.meta.url).pathname
export const scratch = join(here, '../.scratch')

/** Changes when any file of the generator changes; the accuracy corpus builds on it and has prints of its own. */
export function generatorPrint() {
  const hash = createHash('sha256')
  const files = readdirSync(here, { recursive: true }).filter(
    (file) => file.endsWith('.mjs') && !file.startsWith('accuracy'),
  )
  for (const file of files.sort()) hash.update(readFileSync(join(here, file)))
  return hash.digest('hex').slice(0, 12)
}

/** Nobody faxes these, and their grey small print would leave nothing to read. */
const neverFaxed = ['web', 'slide', 'map']

/** Every document gets one quality; all qualities come equally often in every kind and layout. */
export function levelOf(index, layout) {
  const level = levelNames[(index + Math.floor(index / 10)) % levelNames.length]
  return level === 'fax' && neverFaxed.includes(layout) ? 'office' : level
}

/**
 * One thing to scan.
 * @typedef {{made: import('./documents.mjs').Made, level: string, variation: string}} Wish
 */

/** The OCR set: nothing but qualities. @returns {Promise<string>} */
export function buildScans({ part, count }) {
  const wishes = documents(part, count).map((made, index) => ({
    made,
    level: levelOf(index, made.layout),
    variation: 'none',
  }))
  return buildFolder(`scans-${part}-${count}`, wishes)
}

/**
 * @param {string} name of the set, part of the folder's name
 * @param {Wish[]} wishes
 * @returns {Promise<string>} folder with the scans, `labels.json` and `pages.pdf` (the undamaged pages)
 */
export async function buildFolder(name, wishes) {
  const folder = join(scratch, `${name}-${generatorPrint()}`)
  if (existsSync(join(folder, 'labels.json'))) return folder
  mkdirSync(folder, { recursive: true })
  const sheets = wishes.map(({ made, variation }) =>
    variations[variation](made, chanceFrom(`${made.name}-${variation}`)),
  )
  const pdf = join(folder, 'pages.pdf')
  printPdf(papersHtml(sheets.flatMap((each) => each.papers)), pdf)
  const words = wordBoxes(pdf)
  const labels = []
  let first = 1
  for (const [index, wish] of wishes.entries()) {
    const scan = await scanOf(wish, sheets[index], pdf, first)
    const file = `${[wish.made.name, wish.made.kind, wish.variation].filter((word) => word !== 'none').join('-')}.${wish.level}.${scan.extension}`
    writeFileSync(join(folder, file), scan.bytes)
    labels.push(labelOf(wish, sheets[index], file, scan, words[first - 1]))
    first += sheets[index].papers.length
  }
  const unfinished = join(folder, 'labels.tmp')
  writeFileSync(unfinished, JSON.stringify(labels, null, 1))
  renameSync(unfinished, join(folder, 'labels.json'))
  return folder
}

/** @param {Wish & {dpi?: number}} wish @param {number} first page of the PDF that holds its first sheet */
export function scanOf({ made, level, variation, dpi }, sheets, pdf, first) {
  const draw = (sharpness) =>
    sheets.compose(sheets.papers.map((_, index) => pageOf(pdf, first + index, sharpness)))
  return levels[level](draw, chanceFrom(`${made.name}-${variation}-${level}`), dpi)
}

/** One row of `labels.json`; the first eight keys are what a folder given by `--samples` must have. */
function labelOf({ made, level, variation }, sheets, file, scan, words) {
  const { kind, layout, faces, expected } = made
  const row = {
    file,
    form: 'scan',
    kind,
    verdict: expected.verdict,
    kinds: expected.kinds,
    mark: expected.mark,
  }
  const more = { text: sheets.text, level, variation, layout, faces, dpi: scan.dpi, corners: scan.corners }
  // Boxes are of the flat page; where several pages share a picture they would mislead.
  const paper = sheets.papers.length === 1 ? sheets.papers[0] : null
  const shown = paper?.printed.filter((line) => line.role) ?? []
  const roles = shown.map((line) => ({ role: line.role, text: line.text, box: boxOf(paper, line, words) }))
  return { ...row, ...more, roles }
}
