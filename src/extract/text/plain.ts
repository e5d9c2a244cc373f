/** Plain text, source code, logs, settings: each line as it stands, and once more with its escapes decoded. */
import type { Line } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import { unescaped } from '../shared/escapes.js'
import type { TextLine } from './stream.js'

export async function* plainLines(lines: AsyncIterable<TextLine>): AsyncGenerator<Line> {
  for await (const line of lines) yield* plainLine(line)
}

export function* plainLine({ text, number, piece }: TextLine): Generator<Line> {
  const shown = text.trimEnd()
  if (!shown.trim()) return
  const flow = piece ? { paragraph: number } : {}
  yield statedLine(shown, { at: { line: number }, ...flow })
  const said = unescaped(shown)
  if (said !== null) yield statedLine(said, { at: { line: number }, part: 'code', hiddenBy: 'markup' })
}
