/** Text PDF: a whole run over a long document beside pdftotext, and the wait for one page. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { printPdf } from '../corpus/chromium.mjs'
import { documents } from '../corpus/documents.mjs'
import { blankPaper, papersHtml, setParagraphs } from '../corpus/paper.mjs'
import { chanceFrom } from '../corpus/random.mjs'
import { generatorPrint, scratch } from '../corpus/scans.mjs'
import { sentences, subjects } from '../corpus/words.mjs'
import { alternating, run, secscan } from './run.mjs'
import { markdown, median, ratio, seconds } from './table.mjs'

/** Set once in typefaces Chromium embeds as TrueType, once in one it can only draw as Type 3 procedures. */
const trueType = ['AR PL UMing CN', 'AR PL SungtiL GB', 'WenQuanYi Micro Hei']
const drawn = ['Noto Serif CJK SC']

/** A page of a yearbook: a heading and some eleven hundred characters in 12 pt. */
function yearbookPage(number, faces) {
  const chance = chanceFrom(`yearbook-${number}`)
  const paper = blankPaper()
  const face = faces[number % faces.length]
  paper.printed.push({ text: `第${number}节　${chance.pick(subjects)}`, x: 28, y: 26, size: 16, face })
  const paragraphs = Array.from({ length: 9 }, () => chance.some(sentences, 3).join(''))
  setParagraphs(paper, paragraphs, { face, y: 40, size: 12, pitch: 7 })
  paper.printed.push({ text: `— ${number} —`, x: 105, y: 282, size: 12, face, align: 'center' })
  return paper
}

/** One print run: the same few fonts serve all pages. @returns {string} path, built once */
export function textPdf(pages, faces = trueType) {
  return once(`text-${faces.length}-${pages}`, (file) =>
    printPdf(papersHtml(Array.from({ length: pages }, (_, index) => yearbookPage(index + 1, faces))), file),
  )
}

/** Bound from documents printed one by one, as gazettes are: each brings its own fonts. */
export function boundPdf(pages) {
  const singles = documents('dev', 20).map(({ name, paper }) =>
    once(name, (file) => printPdf(papersHtml([paper]), file)),
  )
  return once(`bound-${pages}`, (file) => {
    const inputs = Array.from({ length: pages }, (_, index) => singles[index % singles.length])
    execFileSync('qpdf', ['--empty', '--pages', ...inputs, '--', file])
  })
}

function once(name, build) {
  mkdirSync(scratch, { recursive: true })
  const file = join(scratch, `${name}-${generatorPrint()}.pdf`)
  if (!existsSync(file)) build(file)
  return file
}

export async function benchTextPdf({ quick }) {
  const pages = quick ? 100 : 1000
  const times = quick ? 3 : 7
  const rows = [
    await longRow(`${pages} pages in Noto Serif CJK (Type 3)`, textPdf(pages, drawn), times),
    await longRow(`${pages} pages in TrueType faces`, textPdf(pages), times),
    await longRow(`${pages} pages bound from 20 documents`, boundPdf(pages), times),
    await shortRow(textPdf(1), quick ? 5 : 15),
  ]
  const head = ['document', 'secscan', 'pdftotext', 'ratio', 'processor time']
  return `### Text PDF\n\n${markdown(head, rows)}\n\nMedians of ${times} alternating runs (one page: ${quick ? 5 : 15}).`
}

const middle = (runs, key) => median(runs.map((each) => each[key]))

async function longRow(title, file, times) {
  const ours = [...secscan, '--format', 'json', file]
  await run(ours)
  const [own, theirs] = await alternating([ours, ['pdftotext', file, '-']], times)
  const [wall, other] = [middle(own, 'ms'), middle(theirs, 'ms')]
  const processor = `${seconds(middle(own, 'cpu'))} / ${seconds(middle(theirs, 'cpu'))}`
  return [title, seconds(wall), seconds(other), ratio(wall, other), processor]
}

async function shortRow(file, times) {
  const bare = [process.execPath, '-e', '0']
  const [own, node] = await alternating([[...secscan, '--format', 'json', file], bare], times)
  const alone = `(node alone: ${seconds(middle(node, 'ms'))})`
  return ['one page, start to verdict', seconds(middle(own, 'ms')), alone, '', seconds(middle(own, 'cpu'))]
}
