/** A Place in plain words: the chain of files, the page, the corner, the part. */
import { fractions } from '../../place.js'
import { type PhraseCode, say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import type { Excerpt, Finding, Lang, Place, Step } from '../../types.js'

export function placeWords(place: Place, lang: Lang): string {
  const { comma } = punctuation[lang]
  const chain: string[] = []
  place.forEach((step, depth) => {
    const within = stepWords(step, lang)
    const outer = chain.at(-1)
    if (depth === 0) chain.push(within.join(comma))
    else if (step.part === 'picture' && outer) {
      // A picture of a page, a sheet, a cell: 第 2 页的图.
      const picture = say({ code: 'report.picture-in', args: { place: outer } }, lang)
      chain[chain.length - 1] = [picture, ...within].join(comma)
    } else chain.push([fileWords(step, lang), ...within].join(comma))
  })
  const told = chain.filter((words) => words !== '')
  return told.join(say({ code: 'report.inside' }, lang)) || say({ code: 'report.whole-file' }, lang)
}

/** The place of a finding, with the heading it stands under and the words before it. */
export function findingPlace({ places }: Finding, { heading, before }: Excerpt, lang: Lang): string {
  const words = [placeWords(places[0], lang)]
  if (heading) words.push(say({ code: 'report.under-heading', args: { heading } }, lang))
  if (before) words.push(say({ code: 'report.after-words', args: { before } }, lang))
  return words.join(punctuation[lang].comma)
}

/** Folders inside a document tell its reader nothing. */
function fileWords({ part, name }: Step, lang: Lang): string {
  const kind = part === 'picture' ? 'part.picture' : 'part.attachment'
  const shown = part === 'picture' ? name.slice(name.lastIndexOf('/') + 1) : name
  return `${say({ code: kind }, lang)}${lang === 'zh' ? '' : ' '}“${shown}”`
}

/** Position inside one file, the widest first. */
function stepWords(step: Step, lang: Lang): string[] {
  const words: string[] = []
  const add = (code: PhraseCode, args?: Record<string, string | number>) =>
    words.push(say(args ? { code, args } : { code }, lang))
  if (step.sheet !== undefined) add('report.sheet', { sheet: step.sheet })
  if (step.page !== undefined) add('report.page', { page: step.page })
  const isTold =
    step.part === 'body' ||
    step.part === 'picture' ||
    step.part === 'attachment' ||
    (step.part === 'cell' && (step.table ?? step.cell) !== undefined)
  if (step.part !== undefined && !isTold) add(`part.${step.part}`)
  if (step.cell !== undefined) add('report.cell', { cell: step.cell })
  if (step.table !== undefined && step.row !== undefined)
    add('report.table-cell', { table: step.table, row: step.row, column: step.column ?? 1 })
  if (step.paragraph !== undefined) add('report.paragraph', { paragraph: step.paragraph })
  if (step.label !== undefined) add('report.label', { label: step.label })
  const corner = cornerOf(step)
  if (corner) add(corner)
  else if (step.line !== undefined) add('report.line', { line: step.line })
  return words
}

const corners = [
  ['report.corner.top-left', 'report.corner.top', 'report.corner.top-right'],
  ['report.corner.left', 'report.corner.middle', 'report.corner.right'],
  ['report.corner.bottom-left', 'report.corner.bottom', 'report.corner.bottom-right'],
] as const satisfies PhraseCode[][]

/** Which ninth of the page the middle of the box lies in; the outer rows and columns are a third each. */
function cornerOf(step: Step): PhraseCode | null {
  const box = fractions(step)
  if (!box) return null
  const third = (value: number) => Math.min(2, Math.max(0, Math.floor(value * 3)))
  return corners[third(box[1] + box[3] / 2)]![third(box[0] + box[2] / 2)]!
}

/** How the text was read, and why a person would not see it. */
export function readWords(finding: Finding, lang: Lang): string {
  const args = { confidence: Math.round(finding.confidence * 100) }
  const words = [say({ code: `channel.${finding.channel}`, args }, lang)]
  // A patch is seen, whatever lies under it.
  if (finding.sight !== 'visible' && finding.channel !== 'pixels') {
    const why = say({ code: finding.hiddenBy ? `hidden.${finding.hiddenBy}` : 'hidden.unknown' }, lang)
    words.push(say({ code: `sight.${finding.sight}`, args: { why } }, lang))
  }
  return words.join(punctuation[lang].comma)
}
