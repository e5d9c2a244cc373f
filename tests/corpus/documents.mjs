/** Seeded documents: which kind in which layout, set in which faces, and what must be found. */
import { contentFor } from './content.mjs'
import { brief, general, letter, minutes, order } from './layouts/head.mjs'
import { exam, map, notice, slide, table, web } from './layouts/plain.mjs'
import { cipherTelegram, plainTelegram } from './layouts/telegram.mjs'
import { vertical } from './layouts/vertical.mjs'
import { bareMark } from './marks.mjs'
import { point, widthOf } from './paper.mjs'
import { chanceFrom } from './random.mjs'
import { sealOn } from './seal.mjs'
import { facesFor } from './typefaces.mjs'

export const layouts = {
  general,
  letter,
  order,
  minutes,
  brief,
  notice,
  table,
  exam,
  web,
  slide,
  map,
  cipherTelegram,
  plainTelegram,
  vertical,
}

/** Which layouts a kind is found in; the red-head page is by far the most common. */
const usual = {
  marked: [
    'general',
    'general',
    'general',
    'letter',
    'order',
    'minutes',
    'brief',
    'notice',
    'table',
    'exam',
    'web',
    'slide',
    'map',
  ],
  telegram: ['cipherTelegram'],
  internal: ['general', 'letter', 'brief', 'minutes', 'notice'],
  'attr-no': ['general', 'letter', 'notice', 'web'],
  mention: ['notice', 'web', 'slide'],
  public: [
    'general',
    'general',
    'letter',
    'order',
    'minutes',
    'brief',
    'notice',
    'table',
    'exam',
    'web',
    'slide',
    'map',
  ],
  'plain-telegram': ['plainTelegram'],
}
const turns = [
  'marked',
  'telegram',
  'internal',
  'attr-no',
  'mention',
  'public',
  'marked',
  'plain-telegram',
  'public',
  'marked',
]

/**
 * @typedef {object} Made
 * @property {string} name stable within a part: `dev-0007`
 * @property {string} kind
 * @property {string} layout
 * @property {import('./typefaces.mjs').Faces} faces
 * @property {import('./content.mjs').Content} content what it says, for carriers without a page
 * @property {import('./paper.mjs').Paper} paper
 * @property {{verdict: string, kinds: string[], mark: string | null}} expected
 */

/** @param {'dev'|'test'} part @param {number} index @param {string} [chosen] a layout other than the turn's @returns {Made} */
export function documentAt(part, index, chosen) {
  const name = `${part}-${String(index).padStart(4, '0')}`
  const chance = chanceFrom(name)
  const kind = turns[index % turns.length]
  const layout = chosen ?? usual[kind][Math.floor(index / turns.length) % usual[kind].length]
  const faces = facesFor(part, chance)
  const content = contentFor(kind, part, chance)
  const paper = layouts[layout](content, faces, chance)
  if (paper.signature && chance.is(0.3)) sealOn(paper, chance)
  const printedMark = paper.printed.find((line) => line.role === 'mark')?.text
  const mark = kind === 'marked' ? bareMark(printedMark) : content.expected.mark
  const { kinds } = content.expected
  return {
    name,
    kind,
    layout,
    faces,
    content,
    paper,
    expected: { verdict: content.expected.verdict, kinds, mark },
  }
}

export function documents(part, count, from = 0) {
  return Array.from({ length: count }, (_, index) => documentAt(part, from + index))
}

/** Lines as a person reads them: rows from the top, each row from the left; indents stripped. */
export function printedText(paper) {
  if (paper.columns) return paper.printed.map((line) => line.text.trim())
  const middle = (line) => line.y + (line.size * point) / 2
  const left = (line) => {
    const width = widthOf(line.text) * (line.size * point + (line.track ?? 0))
    return line.align === 'right' ? line.x - width : line.align === 'center' ? line.x - width / 2 : line.x
  }
  const rows = []
  const lines = paper.printed.filter((line) => !line.aside).sort((one, other) => middle(one) - middle(other))
  for (const line of lines) {
    const row = rows.at(-1)
    if (row && middle(line) - middle(row[0]) < 3) row.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) =>
    row.sort((one, other) => left(one) - left(other)).map((line) => line.text.trim()),
  )
}
