/** What can still be read of a file PDFium refuses. A gap always stays: nobody can tell what else was in it. */
import { Uninspectable } from '../../errors.js'
import { memorySource } from '../../source.js'
import type { Piece, Phrase, Source, Work } from '../../types.js'
import { unknownFacts } from './facts.js'
import { mended } from './mend.js'
import { type OpenPdf, openPdf } from './open.js'
import { pagePieces } from './pages.js'
import { readWithoutLayout } from './second-reader.js'

/** First the pages whose objects are still there, with a new page list; failing that, what another reader finds. */
export async function* secondChance(source: Source, work: Work, refused: Phrase): AsyncGenerator<Piece> {
  let read = 0
  for await (const piece of mendedPages(source, work)) {
    if (piece.kind === 'page') read++
    yield piece
  }
  if (read === 0) {
    for (const page of await readWithoutLayout(source, work)) {
      read++
      yield { kind: 'page', page }
    }
  }
  const detail: Phrase = read > 0 ? { code: 'pdf.part-read', args: { pages: read } } : refused
  yield { kind: 'gap', cause: 'corrupt', place: source.place, detail }
}

async function* mendedPages(source: Source, work: Work): AsyncGenerator<Piece> {
  const bytes = mended(await source.bytes())
  if (!bytes) return
  const whole = memorySource(source.place, bytes)
  const document = await openMended(whole)
  if (!document) return
  const opened = { document }
  try {
    yield* pagePieces(whole, opened, { ...unknownFacts, trusted: false }, work)
  } finally {
    opened.document.release()
  }
}

async function openMended(source: Source): Promise<OpenPdf | null> {
  try {
    return await openPdf(source)
  } catch (error) {
    // Refused again: the caller goes on to the other reader and reports the gap.
    if (error instanceof Uninspectable) return null
    throw error
  }
}
