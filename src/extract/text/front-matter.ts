/** Front matter of Markdown: YAML between dashes, TOML between plus signs; told as metadata. */
import type { Line } from '../../types.js'
import type { Fragments } from '../shared/markup/fragment.js'
import { settingLines } from './settings.js'
import { YamlReader } from './yaml.js'

const mark = /^(---|\+\+\+)[ \t]*\n/
/** A longer head is none. */
const LONGEST = 256 * 1024

export interface Split {
  readonly front: { readonly text: string; readonly kind: string } | null
  readonly body: string
  /** Number of the body's first line. */
  readonly first: number
}

export function splitFront(text: string): Split {
  const start = mark.exec(text.replace(/^\ufeff/, ''))
  const whole = { front: null, body: text, first: 1 }
  if (!start) return whole
  const inside = text.replace(/^\ufeff/, '').slice(start[0].length)
  const end = (start[1] === '---' ? /^---[ \t]*$/m : /^\+\+\+[ \t]*$/m).exec(inside.slice(0, LONGEST))
  if (!end) return whole
  const front = inside.slice(0, end.index)
  return {
    front: { text: front, kind: start[1]! },
    body: inside.slice(end.index + end[0].length),
    first: front.split('\n').length + 1,
  }
}

/** Pages in a field stay pages. */
export function* frontLines(front: Split['front'], fragments: Fragments): Generator<Line> {
  if (!front) return
  const reader = front.kind === '---' ? new YamlReader(fragments, 2) : settingLines(fragments, 2)
  for (const line of [...reader.read(front.text), ...reader.end()])
    yield line.part === undefined
      ? { ...line, part: 'metadata', spans: line.spans.map((span) => ({ ...span, channel: 'metadata' })) }
      : line
}
