/** What a document says and what must be found in it, before anyone thinks of its layout. */
import * as marks from './marks.mjs'
import * as words from './words.mjs'

/**
 * @typedef {'marked'|'telegram'|'internal'|'attr-no'|'mention'|'public'|'plain-telegram'} Kind
 *
 * @typedef {object} Content
 * @property {string} place
 * @property {string} organ
 * @property {string} number document number
 * @property {string | null} copy 份号, six digits
 * @property {string | null} mark what stands in the marking area
 * @property {string | null} urgency
 * @property {string} title
 * @property {string} addressee
 * @property {string[]} paragraphs
 * @property {string} date
 * @property {string | null} note 附注 or publication attribute
 * @property {{verdict: 'publish'|'block', kinds: string[], mark: string | null}} expected
 */

const expectations = {
  marked: ['block', ['state-secret-mark']],
  telegram: ['block', ['cipher-telegram']],
  internal: ['block', ['internal-mark']],
  'attr-no': ['block', ['not-for-publication']],
  mention: ['publish', []],
  public: ['publish', []],
  'plain-telegram': ['publish', []],
}

/** @param {Kind} kind @returns {Content} */
export function contentFor(kind, part, chance) {
  const place = chance.pick(words.places[part])
  const organ = place + chance.pick(words.offices)
  const code = words.codeOf(place)
  const content = {
    place,
    organ,
    number: marks.docNumber(code, chance.pick(['政发', '政办发', '财发', '办发', '政函']), chance),
    copy: null,
    mark: null,
    urgency: chance.is(0.25) ? chance.pick(marks.urgencies) : null,
    title: `关于${chance.pick(words.subjects)}的${chance.pick(words.formsOfAddress)}`,
    addressee: chance.pick(words.addressees),
    paragraphs: paragraphsFor(kind, chance),
    date: `${chance.whole(2009, 2025)}年${chance.whole(1, 12)}月${chance.whole(1, 28)}日`,
    note: null,
  }
  Object.assign(content, ownMarks(kind, code, chance))
  const [verdict, kinds] = expectations[kind]
  const mark = kind === 'telegram' ? content.number : kind === 'attr-no' ? content.note : content.mark
  return { ...content, expected: { verdict, kinds, mark: verdict === 'block' ? mark : null } }
}

function ownMarks(kind, code, chance) {
  const numbered = () => (chance.is(0.6) ? String(chance.whole(1, 400)).padStart(6, '0') : null)
  switch (kind) {
    case 'marked':
      return { copy: numbered(), mark: marks.levelMark(chance) }
    case 'internal':
      return { mark: chance.pick(marks.internalMarks) }
    case 'attr-no':
      return { note: chance.pick(marks.closedAttributes) }
    case 'telegram':
      return { number: marks.cipherNumber(code, chance), urgency: chance.pick(marks.telegramUrgencies) }
    case 'plain-telegram':
      return { number: marks.plainNumber(code, chance), urgency: chance.pick(marks.telegramUrgencies) }
    case 'mention':
      return { title: chance.pick(words.mentionTitles), urgency: null }
    default:
      return { note: chance.is(0.5) ? chance.pick(marks.openAttributes) : null }
  }
}

function paragraphsFor(kind, chance) {
  const plain = chance.some(words.sentences, chance.whole(4, 6))
  if (kind === 'mention') return [...chance.some(words.mentions, 3), ...plain.slice(0, 3)]
  if (chance.is(0.3)) plain[1] = chance.pick(words.lookalikes)
  return plain
}
