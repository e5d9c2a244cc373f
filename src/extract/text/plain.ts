/** Plain text, source code, logs, settings: each line as it stands, and once more with its escapes decoded. */
import type { Line } from '../../types.js'
import { statedLine, type LineReader } from '../shared/stated.js'
import { unescaped } from '../shared/escapes.js'
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
