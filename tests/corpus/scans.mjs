/** Builds a labelled folder of generated scans, once: the folder's name holds the generator's fingerprint. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { boxOf, wordBoxes } from './boxes.mjs'
import { printPdf } from './chromium.mjs'
import { levelNames, levels } from './degrade/levels.mjs'
import { pageOf } from './degrade/picture.mjs'
import { documents, printedText } from './documents.mjs'
import { papersHtml } from './paper.mjs'
import { chanceFrom } from './random.mjs'

const here = new URL('.', import.meta.url).pathname
export const scratch = join(here, '../.scratch')

/** Changes when any file of the generator changes. */
export function generatorPrint() {
  const hash = createHash('sha256')
  const files = readdirSync(here, { recursive: true }).filter((file) => file.endsWith('.mjs'))
  for (const file of files.sort()) hash.update(readFileSync(join(here, file)))
  return hash.digest('hex').slice(0, 12)
}

/** Every document gets one quality; all qualities come equally often in every kind and layout. */
export const levelOf = (index) => levelNames[(index + Math.floor(index / 10)) % levelNames.length]

/**
 * @param {{part: 'dev'|'test', count: number}} wanted
 * @returns {Promise<string>} folder with the scans, `labels.json` and `pages.pdf` (the undamaged pages)
 */
export async function buildScans({ part, count }) {
  const folder = join(scratch, `scans-${part}-${count}-${generatorPrint()}`)
  if (existsSync(join(folder, 'labels.json'))) return folder
  mkdirSync(folder, { recursive: true })
  const made = documents(part, count)
  const pdf = join(folder, 'pages.pdf')
  printPdf(papersHtml(made.map((document) => document.paper)), pdf)
  const words = wordBoxes(pdf)
  const labels = []
  for (const [index, document] of made.entries()) {
    const level = levelOf(index)
    const chance = chanceFrom(`${document.name}-${level}`)
    const scan = await levels[level]((dpi) => pageOf(pdf, index + 1, dpi), chance)
    const file = `${document.name}-${document.kind}.${level}.${scan.extension}`
    writeFileSync(join(folder, file), scan.bytes)
    labels.push(labelOf(document, file, level, scan, words[index]))
  }
  const unfinished = join(folder, 'labels.tmp')
  writeFileSync(unfinished, JSON.stringify(labels, null, 1))
  renameSync(unfinished, join(folder, 'labels.json'))
  return folder
}

/** One row of `labels.json`; the first eight keys are what a folder given by `--samples` must have. */
function labelOf(document, file, level, scan, words) {
  const { kind, layout, faces, paper, expected } = document
  const shown = paper.printed.filter((line) => line.role)
  return {
    file,
    form: 'scan',
    kind,
    verdict: expected.verdict,
    kinds: expected.kinds,
    mark: expected.mark,
    text: printedText(paper).join('\n'),
    level,
    layout,
    faces,
    dpi: scan.dpi,
    corners: scan.corners,
    roles: shown.map((line) => ({ role: line.role, text: line.text, box: boxOf(paper, line, words) })),
  }
}
