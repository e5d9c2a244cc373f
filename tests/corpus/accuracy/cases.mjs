/** One document of the accuracy corpus: a form that must be found or a harmless kind, in a layout, set in faces. */
import { contentFor } from '../content.mjs'
import { layouts as usual } from '../documents.mjs'
import { bareMark } from '../marks.mjs'
import { chanceFrom } from '../random.mjs'
import { sealOn } from '../seal.mjs'
import { facesFor } from '../typefaces.mjs'
import { columnMarks, forms, traditionalMarks } from './forms.mjs'
import { harmless } from './harmless.mjs'
import * as sheets from './sheets.mjs'
import { traditionalFaces } from './typefaces.mjs'
import { wordingOf } from './wording.mjs'

const layouts = { ...usual, ...sheets }

/**
 * @typedef {object} Case
 * @property {string} name stable within a part and set
 * @property {string} kind name of the form or of the harmless kind
 * @property {string} layout
 * @property {'simplified'|'traditional'|'columns'} script
 * @property {import('../typefaces.mjs').Faces} faces
 * @property {any} content what it says, for carriers without a page
 * @property {import('../paper.mjs').Paper} paper
 * @property {{verdict: 'block'|'publish', kinds: string[], mark: string | null}} expected `mark`: level and term to
 * be read to the letter, null where nobody asks that
 */

/** An ordinary document in the wording of its part. */
function ordinary(part, chance) {
  const { plain } = wordingOf(part)
  const base = contentFor('public', part, chance)
  const paragraphs = chance.some(plain.sentences, chance.whole(4, 6))
  if (chance.is(0.3)) paragraphs[1] = chance.pick(plain.lookalikes)
  const title = `关于${chance.pick(plain.subjects)}的${chance.pick(['通知', '意见', '通报', '实施方案'])}`
  return { ...base, title, paragraphs, note: null, kicker: null, fields: [] }
}

/** @param {'dev'|'test'} part @param {string} name seed and stem of the file @param {string} kind @param {number} turn which of the kind's layouts @returns {Case} */
export function caseOf(part, name, kind, turn) {
  const chance = chanceFrom(name)
  const entry = forms[kind] ?? harmless[kind]
  const base = ordinary(part, chance)
  const content = { ...base, ...entry.change(base, chance, part) }
  const layout = entry.layouts[turn % entry.layouts.length]
  return made({
    name,
    kind,
    layout,
    script: 'simplified',
    faces: facesFor(part, chance),
    content,
    chance,
    entry,
  })
}

/** The same in traditional characters: a red-head paper or a notice, marked or not. @returns {Case} */
export function traditionalCase(part, name, isMarked, turn) {
  const chance = chanceFrom(name)
  const words = wordingOf(part).traditional
  const { title, organ, addressee } = words
  const paragraphs =
    isMarked || turn % 2 ? words.paragraphs : [...words.mentions, ...words.paragraphs.slice(0, 2)]
  const mark = isMarked ? chance.pick(traditionalMarks) : null
  const content = { ...ordinary(part, chance), title, organ, addressee, paragraphs, mark, urgency: null }
  const layout = ['general', 'notice', 'letter'][turn % 3]
  const entry = isMarked ? { kinds: ['state-secret-mark'], exact: true } : {}
  return made({
    name,
    kind: isMarked ? 'traditional' : 'traditional text',
    layout,
    script: 'traditional',
    faces: traditionalFaces(part, chance),
    content,
    chance,
    entry,
  })
}

/** Columns that run down, from right to left. @returns {Case} */
export function columnCase(part, name, isMarked) {
  const chance = chanceFrom(name)
  const base = ordinary(part, chance)
  const content = { ...base, mark: isMarked ? chance.pick(columnMarks) : null, urgency: null }
  const entry = isMarked ? { kinds: ['state-secret-mark'], exact: true } : {}
  return made({
    name,
    kind: isMarked ? 'columns' : 'column text',
    layout: 'vertical',
    script: 'columns',
    faces: facesFor(part, chance),
    content,
    chance,
    entry,
  })
}

function made({ chance, entry, ...rest }) {
  const { content, faces, layout } = rest
  const paper = layouts[layout](content, faces, chance)
  if (paper.signature && chance.is(0.3)) sealOn(paper, chance)
  const { kinds = [], exact = false } = entry
  const mark = exact ? bareMark(content.mark) : null
  return { ...rest, paper, expected: { verdict: kinds.length > 0 ? 'block' : 'publish', kinds, mark } }
}
