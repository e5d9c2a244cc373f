/** Headers and footers: six of notes' separators, then six for each section ([MS-DOC] 2.3.5). */
import type { Line } from '../../types.js'
import type { DocTables } from './fib.js'
import { plcOf, stretches } from './plc.js'
import { storyLines, type DocStory } from './story.js'

/** Even, odd and first pages; within a section headers and footers alternate in pairs. */
const parts = ['header', 'header', 'footer', 'footer', 'header', 'footer'] as const

/** Text beyond what the table divides is told as a header. */
export function* headerLines(
  telling: DocStory,
  { table, fib }: DocTables,
  from: number,
  to: number,
): Generator<Line> {
  const { offset, length } = fib.table('headers')
  const plc = plcOf(table.part(offset, offset + length), 0)
  for (const { index, ...each } of stretches(plc, from, to)) {
    const part = index === null ? 'header' : index < 6 ? 'footnote' : parts[index % 6]!
    yield* storyLines(telling, each.from, each.to, { part })
  }
}
