/** The invented documents behind fixtures/scan, each made from a fixed seed and set in one small typeface. */
import { readFileSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { printPdf } from '../corpus/chromium.mjs'
import { contentFor } from '../corpus/content.mjs'
import { layouts } from '../corpus/documents.mjs'
import { papersHtml } from '../corpus/paper.mjs'
import { chanceFrom } from '../corpus/random.mjs'
import { sealOn } from '../corpus/seal.mjs'
import { setIn } from '../corpus/typefaces.mjs'

const faces = {
  ming: setIn('AR PL UMing CN'),
  hei: setIn('WenQuanYi Micro Hei'),
  sung: setIn('AR PL SungtiL GB'),
}

/**
 * @param {string} seed
 * @param {import('../corpus/content.mjs').Kind} kind
 * @param {keyof typeof layouts} layout
 * @param {object} [fixed] what the fixture must say, whatever the seed would have said
 */
export function paperOf(seed, kind, layout, fixed = {}, face = 'ming', seal = false) {
  const chance = chanceFrom(`fixture-${seed}`)
  const content = { ...contentFor(kind, 'dev', chance), ...fixed }
  const paper = layouts[layout](content, faces[face], chance)
  if (seal) sealOn(paper, chance)
  // Chromium draws invented boldness as Type 3 glyphs, five times the size of a subset font.
  return { ...paper, printed: paper.printed.map((line) => ({ ...line, bold: false })) }
}

/** A PDF with subset fonts, packed tight, without the hour of its making. */
export function writePdf(papers, path, title = '') {
  printPdf(papersHtml(papers, title), path)
  const dated = readFileSync(path, 'latin1').replace(/D:\d{14}/g, 'D:20240102030405')
  writeFileSync(path, dated, 'latin1')
  repack(path, [])
}

/** Rewrites a PDF in place with qpdf and the given options. */
export function repack(path, options) {
  const tight = [
    '--recompress-flate',
    '--compression-level=9',
    '--object-streams=generate',
    '--deterministic-id',
  ]
  const id = options.includes('--encrypt') ? ['--static-id', '--static-aes-iv'] : tight
  execFileSync('qpdf', ['--replace-input', path, ...id, ...options], { stdio: 'pipe' })
}
