/** Comments, each with who wrote it ([MS-DOC] 2.8.7, 2.9.7). */
import type { Line } from '../../types.js'
import type { DocTables } from './fib.js'
import { countedStrings, plcOf, stretches } from './plc.js'
import { storyLines, type DocStory } from './story.js'

/** ATRDPre10: initials, then the number of the author. */
const [REFERENCE, AUTHOR] = [30, 20]

export function* commentLines(
  telling: DocStory,
  { table, fib }: DocTables,
  from: number,
  to: number,
): Generator<Line> {
  const part = (name: 'commentTexts' | 'commentRefs' | 'commentAuthors') => {
    const { offset, length } = fib.table(name)
    return table.part(offset, offset + length)
  }
  const texts = plcOf(part('commentTexts'), 0)
  const references = plcOf(part('commentRefs'), REFERENCE)
  const authors = countedStrings(part('commentAuthors'))
  const authorOf = (index: number) =>
    index < references.count ? authors[references.bytes.uint16(references.data(index) + AUTHOR)] : undefined
  for (const { index, ...each } of stretches(texts, from, to)) {
    const author = index === null ? undefined : authorOf(index)
    yield* storyLines(telling, each.from, each.to, { part: 'comment', ...(author && { author }) })
  }
}
