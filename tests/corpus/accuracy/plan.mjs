/** Which samples a part of the corpus holds: every form and harmless kind on every carrier, scans in every state. */
import { caseOf, columnCase, traditionalCase } from './cases.mjs'
import { forms } from './forms.mjs'
import { harmless } from './harmless.mjs'

/**
 * @typedef {object} Sample
 * @property {import('./cases.mjs').Case} made
 * @property {'pdf'|'docx'|'html'|'scan'} carrier
 * @property {string} level quality of a scan, `text` for the other carriers
 * @property {string} variation what befell the paper, `none` mostly
 * @property {number} [dpi]
 */

const textCarriers = ['pdf', 'docx', 'html']
/** Quality and resolution; two names may share a recipe. */
const qualities = [
  ['clean', undefined],
  ['office', undefined],
  ['photo', undefined],
  ['poor', undefined],
  ['fax', undefined],
  ['clean', 300],
  ['office', undefined],
]
/** Nobody faxes these, and their grey small print would leave nothing to read. */
const neverFaxed = ['web', 'slide', 'map', 'portal']
const variations = [
  'seal-over-mark',
  'receiving-stamp',
  'pen-strokes',
  'turned-90',
  'turned-180',
  'turned-270',
  'two-in-one',
  'long-picture',
]
/** Their own picture is not an A4 page; beside or below others they would be scaled to nothing. */
const standAlone = ['slide', 'map']

const names = { found: Object.keys(forms), harmless: Object.keys(harmless) }
const weights = { ordinary: 4, standard: 4, internal: 3, telegram: 2, teaching: 2, portal: 2 }
const turnsOf = (kind) =>
  names[kind].flatMap((name) => Array.from({ length: weights[name] ?? 1 }, () => name))

/** @param {'dev'|'test'} part @returns {Sample[]} */
export function samplesOf(part) {
  return [...textSamples(part), ...scanSamples(part)]
}

export function textSamples(part) {
  return textCarriers.flatMap((carrier) =>
    ['found', 'harmless'].flatMap((kind) => {
      const turns = turnsOf(kind)
      const count = kind === 'found' ? 120 : 100
      const plain = Array.from({ length: count }, (_, index) =>
        caseOf(
          part,
          `${part}-${carrier}-${kind}-${number(index)}`,
          turns[index % turns.length],
          Math.floor(index / turns.length) + index,
        ),
      )
      const others = Array.from({ length: 12 }, (_, index) =>
        traditionalCase(part, `${part}-${carrier}-${kind}-t${number(index)}`, kind === 'found', index),
      )
      return [...plain, ...others].map((made) => ({ made, carrier, level: 'text', variation: 'none' }))
    }),
  )
}

export function scanSamples(part) {
  return ['found', 'harmless'].flatMap((kind) => {
    const isMarked = kind === 'found'
    const turns = turnsOf(kind)
    const stem = `${part}-scan-${kind}`
    const at = (index, letter = '') =>
      caseOf(
        part,
        `${stem}-${letter}${number(index)}`,
        turns[index % turns.length],
        Math.floor(index / turns.length) + index,
      )
    const plain = many(isMarked ? 280 : 200, (index) =>
      scanned(at(index), index + Math.floor(index / turns.length)),
    )
    const befallen = many(isMarked ? 96 : 48, (index) => {
      const made = at(index * 5 + 3, 'v')
      const variation = variations[index % variations.length]
      const alone = standAlone.includes(made.layout) && /two-in-one|long-picture/.test(variation)
      return {
        ...scanned(made, Math.floor(index / variations.length) + index),
        variation: alone ? 'receiving-stamp' : variation,
      }
    })
    const others = many(isMarked ? 25 : 15, (index) =>
      scanned(traditionalCase(part, `${stem}-t${number(index)}`, isMarked, index), index),
    )
    const columns = many(isMarked ? 25 : 15, (index) =>
      scanned(columnCase(part, `${stem}-c${number(index)}`, isMarked), index),
    )
    return [...plain, ...befallen, ...others, ...columns]
  })
}

/** @returns {Sample} */
function scanned(made, turn) {
  const [wanted, dpi] = qualities[turn % qualities.length]
  const level = wanted === 'fax' && neverFaxed.includes(made.layout) ? 'office' : wanted
  return { made, carrier: 'scan', level, variation: 'none', ...(dpi && { dpi }) }
}

const number = (index) => String(index).padStart(3, '0')
const many = (length, make) => Array.from({ length }, (_, index) => make(index))
