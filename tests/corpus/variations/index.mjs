/** Everything that can happen to a document between the printer and the picture, one line each. */
import { documentAt, printedText } from '../documents.mjs'
import { oneBelowOther, sideBySide, turnedBy } from './arrangement.mjs'
import { penStrokes, receivingStamp, sealOverMark } from './overprint.mjs'

/**
 * @typedef {object} Sheets pages to print and how their pictures become one
 * @property {import('../paper.mjs').Paper[]} papers
 * @property {(pictures: import('../degrade/picture.mjs').Picture[]) => any} compose
 * @property {string} text what a reader should give back
 *
 * @typedef {(made: import('../documents.mjs').Made, chance: import('../random.mjs').Chance) => Sheets} Variation
 */

const single = (pictures) => pictures[0]
const asPrinted = (paper, compose = single) => ({
  papers: [paper],
  compose,
  text: printedText(paper).join('\n'),
})

const turned = (quarters) => (made) => asPrinted(made.paper, turnedBy(quarters))
const overprinted = (print) => (made, chance) => asPrinted(print(made.paper, chance))

/** Public pages of the same part, to stand beside the document; numbers far from those of the corpus. */
function neighbours(made, count, chance) {
  const part = made.name.split('-')[0]
  return Array.from({ length: count }, () => {
    const other = documentAt(part, 90005 + 10 * chance.whole(0, 80))
    return other.paper
  })
}

/** Puts the document at a random place among public neighbours. */
const among = (count, compose) => (made, chance) => {
  const papers = neighbours(made, count, chance)
  papers.splice(chance.whole(0, count), 0, made.paper)
  return { papers, compose, text: papers.flatMap(printedText).join('\n') }
}

/** @type {Record<string, Variation>} */
export const variations = {
  none: (made) => asPrinted(made.paper),
  'seal-over-mark': overprinted(sealOverMark),
  'receiving-stamp': overprinted(receivingStamp),
  'pen-strokes': overprinted(penStrokes),
  'turned-90': turned(1),
  'turned-180': turned(2),
  'turned-270': turned(3),
  'two-in-one': among(1, sideBySide),
  'long-picture': among(2, oneBelowOther),
}
