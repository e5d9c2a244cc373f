/** What belongs to a document as a whole: its properties, outline, scripts and layers as lines, its embedded files. */
import type { Line, Piece, Source, Work } from '../../types.js'
import { pagesOf } from '../shared/stated.js'
import { documentAttachments } from './attachments.js'
import { bookmarkLines } from './bookmarks.js'
import type { Facts } from './facts.js'
import { destinationLines, infoLines, pageLabelLines, scriptLines, signatureLines, told } from './info.js'
import type { OpenPdf } from './open.js'
import { formPackets } from './xfa.js'

export async function* documentPieces(
  source: Source,
  document: OpenPdf,
  facts: Facts,
  work: Work,
): AsyncGenerator<Piece> {
  for await (const page of pagesOf(source.place, await documentLines(document, facts))) {
    const { number: _number, ...whole } = page
    yield { kind: 'page', page: whole }
  }
  yield* documentAttachments(document, source.place, work.budget)
}

async function documentLines({ engine, handle, pageCount }: OpenPdf, facts: Facts): Promise<Line[]> {
  // XML is read by a parser worth loading only for files that have some.
  const xmp = facts.xmp.length > 0 ? (await import('./xmp.js')).xmpLines(facts.xmp) : []
  return [
    ...infoLines(engine, handle),
    ...xmp,
    ...facts.layers.flatMap((name) => told(name, 'metadata', 'OCG')),
    ...bookmarkLines(engine, handle),
    ...destinationLines(engine, handle),
    ...pageLabelLines(engine, handle, pageCount),
    ...signatureLines(engine, handle),
    ...formPackets(engine, handle),
    ...scriptLines(engine, handle),
  ]
}
