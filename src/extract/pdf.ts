/** PDF: text layer with a box per character, pixels on demand, and everything a document carries beside its pages. */
import { Uninspectable } from '../errors.js'
import type { Extractor, Piece, Phrase, Source, Work } from '../types.js'
import { documentPieces } from './pdf/document.js'
import { startEngine } from './pdf/engine.js'
import { isCutOff } from './pdf/ending.js'
import { factsOf, type PdfFacts } from './pdf/facts.js'
import { isPdf } from './pdf/header.js'
import { type OpenPdf, openPdf } from './pdf/open.js'
import { pagePieces } from './pdf/pages.js'
import { removedPages } from './pdf/removed-pages.js'
import { revisionPieces } from './pdf/revisions.js'
import { isDynamicForm } from './pdf/xfa.js'

export const pdf: Extractor = {
  format: 'pdf',
  extensions: ['pdf'],
  accepts: isPdf,
  extract,
  warm: () =>
    startEngine().then(
      () => undefined,
      () => undefined,
    ),
  async countPages(source) {
    const document = await openPdf(source)
    const { pageCount } = document
    document.release()
    return pageCount
  },
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const first = (work.range?.from ?? 1) === 1
  const opened = await open(source)
  if (opened instanceof Uninspectable) {
    if (first) yield* rescue(source, work, opened.said)
    return
  }
  try {
    const { document } = opened
    const facts = factsOf(document, first)
    if (first) {
      yield* damage(source, document, facts)
      yield* documentPieces(source, document, facts, work)
      if (document.pageCount === 0) yield* rescue(source, work, { code: 'pdf.no-pages' })
    }
    yield* pagePieces(source, opened, facts, work)
    if (first && opened.document.isOpen) yield* removedPages(source, opened.document, facts, work)
    if (first && opened.document.isOpen) yield* revisionPieces(source, opened.document, work)
  } finally {
    opened.document.release()
  }
}

/** Held in a box, because a crash replaces the document half-way. */
async function open(source: Source): Promise<{ document: OpenPdf } | Uninspectable> {
  try {
    return { document: await openPdf(source) }
  } catch (error) {
    if (error instanceof Uninspectable && error.reason === 'corrupt') return error
    throw error
  }
}

/** Loaded only when needed: starting up counts. */
async function* rescue(source: Source, work: Work, refused: Phrase): AsyncGenerator<Piece> {
  const { secondChance } = await import('./pdf/second-chance.js')
  yield* secondChance(source, work, refused)
}

/** Everything that makes it unsure that all was seen. PDFium itself repairs in silence. */
function* damage(source: Source, document: OpenPdf, facts: PdfFacts): Generator<Piece> {
  const gap = (detail: Phrase, cause: 'corrupt' | 'unsupported' = 'corrupt') =>
    ({ kind: 'gap', cause, place: source.place, detail }) as const
  if (isCutOff(document.bytes())) yield gap({ code: 'pdf.cut-off' })
  if (facts.damagedStreams > 0) yield gap({ code: 'pdf.damaged', args: { count: facts.damagedStreams } })
  if (facts.moreXmp) yield gap({ code: 'pdf.metadata' })
  for (const map of facts.unknownMaps) yield gap({ code: 'pdf.character-map', args: { map } }, 'unsupported')
  if (isDynamicForm(document.engine, document.handle)) yield gap({ code: 'pdf.xfa' }, 'unsupported')
}
