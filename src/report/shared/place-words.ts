/** A Place in plain words: the chain of files, the page, the corner, the part. */
import { fractions } from '../../place.js'
import { type PhraseCode, say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import type { Finding, Lang, Place, Step } from '../../types.js'

export function placeWords(place: Place, lang: Lang): string {
  const [outermost, ...inner] = place
  const first = stepWords(outermost, lang)
  const deeper = inner.map((step) => [fileWords(step, lang), ...stepWords(step, lang)])
  const chain = [first, ...deeper]
    .map((words) => words.join(punctuation[lang].comma))
    .filter((words) => words !== '')
  return chain.join(say({ code: 'report.inside' }, lang)) || say({ code: 'report.whole-file' }, lang)
}

function fileWords(step: Step, lang: Lang): string {
  const kind = step.part === 'picture' ? 'part.picture' : 'part.attachment'
  return `${say({ code: kind }, lang)}${lang === 'zh' ? '' : ' '}“${step.name}”`
}

/** Position inside one file, the widest first. */
function stepWords(step: Step, lang: Lang): string[] {
  const words: string[] = []
  const add = (code: PhraseCode, args?: Record<string, string | number>) =>
    words.push(say(args ? { code, args } : { code }, lang))
  if (step.sheet !== undefined) add('report.sheet', { sheet: step.sheet })
  if (step.page !== undefined) add('report.page', { page: step.page })
  if (step.part !== undefined && step.part !== 'body') add(`part.${step.part}`)
  if (step.cell !== undefined) add('report.cell', { cell: step.cell })
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
