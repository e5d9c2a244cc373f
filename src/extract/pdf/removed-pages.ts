/** Pages that are still in a file but no longer in its list of pages: viewers do not show them, other programs do. */
import { Uninspectable } from '../../errors.js'
import { at } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Line, Page, Piece, Source, Work } from '../../types.js'
import type { PdfFacts } from './facts.js'
import { type OpenPdf, openPdf } from './open.js'
import { pageNumbers } from './page-numbers.js'
import { withPageList } from './page-list.js'
import { pagePieces } from './pages.js'
import { squeezed, textOf } from './revisions.js'

/** Removed pages read, and pages whose words they are compared with. */
const [mostRemoved, mostCompared] = [100, 4000]
const unseen = { sight: 'hidden', hiddenBy: 'removed-page' } as const

/** Removed pages with what the others do not say; each is read as a page in sight would be. */
export async function* removedPages(
  source: Source,
  document: OpenPdf,
  facts: PdfFacts,
  work: Work,
): AsyncGenerator<Piece> {
  if (document.pageCount === 0 || facts.typedPages.size <= document.pageCount) return
  const live = pageNumbers(document)
  const removed = [...facts.typedPages].filter((number) => !live.has(number))
  if (removed.length === 0 || document.pageCount > mostCompared) return
  const shown = shownLines(document)
  const bytes = withPageList(await source.bytes(), removed.slice(0, mostRemoved))
  const whole = memorySource(source.place, bytes)
  const opened = await openRemoved(whole)
  if (!opened || removed.length > mostRemoved) yield unread(source, removed.length)
  if (!opened) return
  try {
    for await (const piece of pagePieces(whole, opened, { ...facts, pages: null }, { budget: work.budget })) {
      if (piece.kind !== 'page') continue
      const page = hiddenPage(source, piece.page, shown)
      if (page) yield { kind: 'page', page }
    }
  } finally {
    opened.document.release()
  }
}

function shownLines(document: OpenPdf): ReadonlySet<string> {
  const shown = new Set<string>()
  for (let index = 0; index < document.pageCount; index++)
    for (const line of textOf(document, index)?.lines ?? []) shown.add(squeezed(line))
  return shown
}

async function openRemoved(source: Source): Promise<{ document: OpenPdf } | null> {
  try {
    return { document: await openPdf(source) }
  } catch (error) {
    if (error instanceof Uninspectable) return null
    throw error
  }
}

function unread(source: Source, count: number): Piece {
  const detail = { code: 'pdf.removed-pages', args: { count } } as const
  return { kind: 'gap', cause: 'unsupported', place: source.place, detail }
}

/** Null: it says and shows nothing of its own. A removed page has no number. */
function hiddenPage(source: Source, page: Page, shown: ReadonlySet<string>): Page | null {
  const lines = page.lines.filter((line) => !shown.has(squeezed(line))).map(hiddenLine)
  if (lines.length === 0 && page.reading !== 'pixels') return null
  const { width, height, marks, reading, pixels, pictures } = page
  const place = at(source.place, { label: 'Page' })
  const size = width === undefined || height === undefined ? {} : { width, height }
  const looked = pixels ? { pixels, ...(pictures && { pictures }), hiddenBy: unseen.hiddenBy } : {}
  return { place, ...size, lines, marks, reading, ...looked }
}

function hiddenLine(line: Line): Line {
  return { ...line, spans: line.spans.map(({ doubts: _doubts, ...span }) => ({ ...span, ...unseen })) }
}
