/** Plain text, Markdown, CSV, JSON, XML, source code and logs, in any encoding Chinese files come in. */
import { Uninspectable } from '../errors.js'
import type { Extractor, Piece, Source, Work } from '../types.js'
import { pagesOf } from './shared/stated.js'
import { plainLines } from './text/plain.js'
import { isForeign, textOf } from './text/recognise.js'
import { charsetOf, chunksOf, linesOf } from './text/stream.js'

export const text: Extractor = {
  format: 'text',
  extensions: [],
  accepts(probe) {
    const head = textOf(probe)
    return head !== null && head.length > 0 && !isForeign(head)
  },
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const charset = await charsetOf(source)
  if (!charset) throw new Uninspectable('unsupported', { code: 'text.binary' })
  for await (const page of pagesOf(source.place, plainLines(linesOf(chunksOf(source, charset, work))))) {
    yield { kind: 'page', page }
  }
}
