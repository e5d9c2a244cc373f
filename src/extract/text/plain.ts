/** Plain text, source code, logs: each line as it stands, or as the page it is written in; escapes decoded beside it. */
import type { Line } from '../../types.js'
import type { Fragments } from '../shared/markup/fragment.js'
import { statedLine, type LineReader } from '../shared/stated.js'
import { unescaped } from '../shared/charset/escapes.js'
import { unfinishedTag, withoutQuotes } from './literals.js'
import { LineSplitter, type TextLine } from './stream.js'

/** `tell`: what each line of text says. */
export function lineByLine(tell: (line: TextLine) => Iterable<Line>): LineReader {
  const splitter = new LineSplitter()
  return {
    read: (chunk) => told(splitter.read(chunk), tell),
    end: () => told(splitter.end(), tell),
  }
}

function* told(lines: Iterable<TextLine>, tell: (line: TextLine) => Iterable<Line>): Generator<Line> {
  for (const line of lines) yield* tell(line)
}

export function* plainLine({ text, number, piece }: TextLine): Generator<Line> {
  const shown = text.trimEnd()
  if (!shown.trim()) return
  const flow = piece ? { paragraph: number } : {}
  yield statedLine(shown, { at: { line: number }, ...flow })
  const said = unescaped(shown)
  if (said !== null) yield statedLine(said, { at: { line: number }, part: 'code', hiddenBy: 'markup' })
}

const comment = /^\s*(?:\/[/*]|\*\s|#|--\s)/

/** Lines that hold markup are read as a page would show them; a tag may begin on the line before. */
export function plainReader(fragments: Fragments): LineReader {
  return lineByLine(markedLines(fragments))
}

export function markedLines(fragments: Fragments): (line: TextLine) => Generator<Line> {
  let open = ''
  return function* tell(line) {
    const text = open + line.text
    open = unfinishedTag(text)
    const source = text.slice(0, text.length - open.length)
    const field = { at: { line: line.number } }
    const page = comment.test(line.text)
      ? null
      : fragments.linesOf(unescaped(source) ?? source, field, withoutQuotes)
    if (page) yield* page
    else yield* plainLine(line)
    if (page && open) yield* plainLine({ ...line, text: open })
  }
}
