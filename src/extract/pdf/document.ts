/** What belongs to a document as a whole: its properties, outline, scripts and layers as lines, its embedded files. */
import type { Line, Piece, Source, Work } from '../../types.js'
import { pagesOf, statedLine } from '../shared/stated.js'
import { documentAttachments } from './attachments.js'
import { bookmarkLines } from './bookmarks.js'
import { plainBytes } from './decrypted.js'
import { digestOf, embeddedFiles } from './embedded.js'
import type { PdfFacts } from './facts.js'
import { destinationLines, infoLines, pageLabelLines, scriptLines, signatureLines, told } from './info.js'
import type { OpenPdf } from './open.js'
import { pageNumbers } from './page-numbers.js'
import { formPackets } from './xfa.js'

export async function* documentPieces(
  source: Source,
  document: OpenPdf,
  facts: PdfFacts,
  work: Work,
): AsyncGenerator<Piece> {
  for await (const page of pagesOf(source.place, await documentLines(document, facts))) {
    const { number: _number, ...whole } = page
    yield { kind: 'page', page: whole }
  }
  const known = new Set<string>()
  for (const piece of documentAttachments(document, source.place, work.budget)) {
    if (piece.kind === 'part') known.add(digestOf(await piece.source.bytes()))
    yield piece
  }
  const bytes = facts.hasFiles ? plainBytes(document) : null
  if (bytes) yield* embeddedFiles(bytes, source.place, work.budget, known)
}

async function documentLines(document: OpenPdf, facts: PdfFacts): Promise<Line[]> {
  const { engine, handle, pageCount } = document
  // XML is read by a parser worth loading only for files that have some.
  const xmp = facts.xmp.length > 0 ? (await import('./xmp.js')).xmpLines(facts.xmp) : []
  const lines = [
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
  return [...lines, ...otherLines(document, facts, lines)]
}

/** What no reader above has told in the same words. */
function otherLines(document: OpenPdf, { texts }: PdfFacts, stated: readonly Line[]): Line[] {
  if (texts.length === 0) return []
  const known = new Set(stated.flatMap(({ spans }) => spans.map(({ text }) => text.trim())))
  const numbers = texts.some(({ page }) => page !== null) ? pageNumbers(document) : null
  return texts.flatMap(({ text, part, label, page: object }) => {
    const page = object === null ? undefined : numbers?.get(object)
    return known.has(text) ? [] : [statedLine(text, { part, label, ...(page && { at: { page } }) })]
  })
}
