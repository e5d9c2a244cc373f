/** Settings of all kinds, `name: value` and `name = value` line by line, and YAML that does not parse. */
import type { Line } from '../../types.js'
import type { Fragments } from '../shared/markup/fragment.js'
import type { LineReader } from '../shared/stated.js'
import { valueLines } from './field.js'
import { mentionsIn } from './mentions.js'
import { markedLines } from './plain.js'
import { LineSplitter, type TextLine } from './stream.js'

const notable = /[^\0-\x7f]|\d{7,}|[a-z]{3,}/i
const setting =
  /^\s*(?:-\s+)*([^\s:=#"'][^:=#"']{0,100}?)\s*[:=]\s+(\S.*)$|^\s*(?:-\s+)*([^\s:=#"'][^:=#"']{0,100}?)=(\S.*)$/

/** `first` and `name` as for YAML. */
export function settingLines(fragments: Fragments, first = 1, name?: string): LineReader {
  const mentions = mentionsIn(name)
  const splitter = new LineSplitter()
  const plain = markedLines(fragments)
  function* tell(lines: Iterable<TextLine>): Generator<Line> {
    for (const line of lines) {
      const found = setting.exec(line.text)
      const number = line.number + first - 1
      const value = (found?.[2] ?? found?.[4] ?? '').replace(/^(["'])(.*)\1,?$/, '$2').trim()
      const key = found?.[1] ?? found?.[3] ?? ''
      const isMention = mentions?.([key], value)
      if (!found || isMention || !notable.test(value)) yield* plain({ ...line, number })
      else yield* valueLines({ text: value, path: key, key, line: number }, fragments)
    }
  }
  return { read: (chunk) => tell(splitter.read(chunk)), end: () => tell(splitter.end()) }
}
