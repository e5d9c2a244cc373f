/** PDF: text layer with a box per character, pixels on demand, and everything a document carries beside its pages. */
import { Uninspectable } from '../errors.js'
import { at } from '../place.js'
import type { Extractor, Piece, Source, Work } from '../types.js'
import { type OpenPdf, openPdf } from './pdf/open.js'
import { readPage } from './pdf/page.js'

export const pdf: Extractor = {
  format: 'pdf',
  extensions: ['pdf'],
  accepts: (probe) => headerAt(probe.head) >= 0,
  extract,
  async countPages(source) {
    const document = await openPdf(source)
    const { pageCount } = document
    document.release()
    return pageCount
  },
}

/** `%PDF-` stands within the first 1,024 bytes (ISO 32000-1, annex H, implementation note 13). */
function headerAt(head: Uint8Array): number {
  return Buffer.from(head.subarray(0, 1024)).indexOf('%PDF-', 0, 'latin1')
}

async function* extract(source: Source, work: Work): AsyncIterable<Piece> {
  const document = await openPdf(source)
  try {
    yield* pages(source, document, work)
  } finally {
    document.release()
  }
}

function* pages(source: Source, document: OpenPdf, work: Work): Iterable<Piece> {
  const from = work.range?.from ?? 1
  const to = Math.min(work.range?.to ?? Infinity, document.pageCount)
  for (let number = from; number <= to; number++) {
    work.budget.spend('pages', 1)
    try {
      yield { kind: 'page', page: readPage(source, document, work, number - 1) }
    } catch (error) {
      if (!(error instanceof Uninspectable)) throw error
      yield {
        kind: 'gap',
        cause: error.reason,
        place: at(source.place, { page: number }),
        detail: error.said,
      }
    }
  }
}
