/** PDF: text layer with a box per character, pixels on demand, and everything a document carries beside its pages. */
import { Uninspectable } from '../errors.js'
import { at } from '../place.js'
import type { Extractor, Piece, Said, Source, Work } from '../types.js'
import { plainBytes } from './pdf/decrypted.js'
import { documentPieces } from './pdf/document.js'
import { isCutOff } from './pdf/ending.js'
import { type Facts, gatherFacts } from './pdf/facts.js'
import { type OpenPdf, openPdf } from './pdf/open.js'
import { readPage } from './pdf/page.js'
import { readWithoutLayout } from './pdf/second-reader.js'
import { isDynamicForm } from './pdf/xfa.js'

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

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const first = (work.range?.from ?? 1) === 1
  const opened = await open(source)
  if (opened instanceof Uninspectable) {
    if (first) yield* secondChance(source, work, opened.said)
    return
  }
  try {
    const { document } = opened
    const facts = factsOf(document, first)
    if (first) {
      yield* damage(source, document, facts)
      yield* documentPieces(source, document, facts, work)
      if (document.pageCount === 0) yield* secondChance(source, work, { code: 'pdf.no-pages' })
    }
    yield* pages(source, opened, facts, work)
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

/** What the second reader finds is matched; a gap stays, because it sees neither pictures nor hidden parts. */
async function* secondChance(source: Source, work: Work, refused: Said): AsyncGenerator<Piece> {
  const pages = await readWithoutLayout(source, work)
  for (const page of pages) yield { kind: 'page', page }
  const read: Said = { code: 'pdf.part-read', args: { pages: pages.length } }
  const said = pages.length > 0 ? read : refused
  yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: said }
}

const known = new WeakMap<OpenPdf, Facts>()
const nothing: Facts = {
  xmp: [],
  layers: [],
  hiddenLayers: new Set(),
  hasAlternatives: true,
  damagedStreams: 0,
}

function factsOf(document: OpenPdf, check: boolean): Facts {
  const before = known.get(document)
  if (before && !check) return before
  const bytes = plainBytes(document)
  const facts = bytes ? gatherFacts(bytes, check) : nothing
  known.set(document, facts)
  return facts
}

function* damage(source: Source, document: OpenPdf, facts: Facts): Generator<Piece> {
  const gap = (detail: Said, cause: 'corrupt' | 'unsupported' = 'corrupt') =>
    ({ kind: 'gap', cause, place: source.place, detail }) as const
  if (isCutOff(document.bytes())) yield gap({ code: 'pdf.cut-off' })
  if (facts.damagedStreams > 0) yield gap({ code: 'pdf.damaged', args: { count: facts.damagedStreams } })
  if (isDynamicForm(document.engine, document.handle)) yield gap({ code: 'pdf.xfa' }, 'unsupported')
}

async function* pages(
  source: Source,
  opened: { document: OpenPdf },
  facts: Facts,
  work: Work,
): AsyncGenerator<Piece> {
  const from = work.range?.from ?? 1
  const to = Math.min(work.range?.to ?? Infinity, opened.document.pageCount)
  for (let number = from; number <= to; number++) {
    work.budget.signal.throwIfAborted()
    try {
      const { page, files } = readPage(source, opened.document, facts, work, number - 1)
      yield { kind: 'page', page }
      yield* files
    } catch (error) {
      yield pageGap(source, number, error)
      if (!(error instanceof Uninspectable)) opened.document = await reopen(source, opened.document)
    }
  }
}

/** An error inside WebAssembly leaves the engine in an unknown state: the pages that follow get a new one. */
function pageGap(source: Source, number: number, error: unknown): Piece {
  const place = at(source.place, { page: number })
  if (error instanceof Uninspectable) return { kind: 'gap', cause: error.reason, place, detail: error.said }
  if (!(error instanceof Error) || error.name !== 'RuntimeError') throw error
  return {
    kind: 'gap',
    cause: 'crashed',
    place,
    detail: { code: 'pdf.page-crashed', args: { page: number } },
  }
}

async function reopen(source: Source, crashed: OpenPdf): Promise<OpenPdf> {
  crashed.abandon()
  return openPdf(source)
}
