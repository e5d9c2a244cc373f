/** A value of a data file: a paragraph of its own, with the path of its field; the page it holds, where it holds one. */
import type { Line } from '../../types.js'
import type { Fragments } from '../shared/markup/fragment.js'
import { statedLine, statedSpan } from '../shared/stated.js'

const han = /[\u3400-\u9fff\uf900-\ufaff]/

export interface FieldValue {
  readonly text: string
  /** As in `items[3].title`; empty at the top. */
  readonly path: string
  /** The innermost key: one in Han and its value read as the form field they are. */
  readonly key: string
  /** Where the value begins, 1-based. */
  readonly line: number
  /** Line ends of the text are line ends of the file, not escapes. */
  readonly rows?: boolean
}

export function* valueLines(value: FieldValue, fragments: Fragments): Generator<Line> {
  const { text, path, line, rows = false } = value
  const key = han.test(value.key) ? value.key : ''
  const label = path ? { label: path } : {}
  const page = fragments.linesOf(text, { at: { line }, rows, ...label })
  if (page) return yield* page.map((one, index) => (key && index === 0 ? asField(key, one) : one))
  const lines = [...text.split(/\r?\n/).entries()].filter(([, row]) => row.trim() !== '')
  if (key && lines.length === 0) lines.push([0, ''])
  for (const [index, row] of lines) {
    const one = statedLine([statedSpan(row.trim())], { ...label, at: { line: line + (rows ? index : 0) } })
    yield key && one.spans.length > 0 && index === lines[0]![0] ? asField(key, one) : one
  }
}

const asField = (key: string, line: Line): Line => ({
  ...line,
  spans: [statedSpan(`${key}：`), ...line.spans],
})
