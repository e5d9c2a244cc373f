/** The pages of a document, one after the other; one that cannot be read is a gap, the others go on. */
import { Uninspectable } from '../../errors.js'
import { at } from '../../place.js'
import type { Piece, Source, Work } from '../../types.js'
import { isCrash } from './engine.js'
import type { PdfFacts } from './facts.js'
import { type OpenPdf, openPdf } from './open.js'
import { readPage } from './page.js'

/** `opened.document` is replaced when the engine crashes; the caller releases what is in it at the end. */
export async function* pagePieces(
  source: Source,
  opened: { document: OpenPdf },
  facts: PdfFacts,
  work: Work,
): AsyncGenerator<Piece> {
  const from = work.range?.from ?? 1
  const to = Math.min(work.range?.to ?? Infinity, opened.document.pageCount)
  let plain = true
  for (let number = from; number <= to; number++) {
    work.budget.signal.throwIfAborted()
    // A drawing that crashed the engine has closed the document meanwhile.
    if (!opened.document.isOpen) opened.document = await openPdf(source)
    let read: ReturnType<typeof readPage>
    try {
      read = readPage(source, opened.document, facts, work, number - 1, plain)
    } catch (error) {
      const crashed = isCrash(error)
      if (crashed) opened.document.abandon()
      // What crashed it may be another page, read for proof: this one is tried once more without.
      if (crashed && plain) number--
      else yield pageGap(source, number, error)
      plain &&= !crashed
      continue
    }
    yield { kind: 'page', page: read.page }
    yield* read.beside
  }
}

/** An error inside WebAssembly leaves the engine in an unknown state: the pages that follow get a new one. */
function pageGap(source: Source, number: number, error: unknown): Piece {
  const place = at(source.place, { page: number })
  if (error instanceof Uninspectable) return { kind: 'gap', cause: error.reason, place, detail: error.said }
  if (!isCrash(error)) throw error
  return {
    kind: 'gap',
    cause: 'crashed',
    place,
    detail: { code: 'pdf.page-crashed', args: { page: number } },
  }
}
