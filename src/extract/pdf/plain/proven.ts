/** May the plain pages of a document be read without PDFium? Decided once, by reading one of them both ways. */
import type { Line, Span } from '../../../types.js'
import type { PdfFacts } from '../facts.js'
import { buildLines } from '../lines.js'
import type { OpenPdf } from '../open.js'
import { buildRuns } from '../runs.js'
import { isEncrypted } from '../decrypted.js'
import { PdfFile } from './file.js'
import { type PlainPage, PlainPages } from './page.js'

/** Shorter documents are read before this pays: opening the file anew and reading one page twice comes first. */
const fewest = 24
/** Pages of the beginning among which one is looked for: the same ones whatever range is being read. */
const lookedThrough = 40

const known = new WeakMap<OpenPdf, PlainPages | null>()

/**
 * The page of that 0-based index where it is plain, else null: PDFium reads it then, with everything it may hide. `read`
 * gives the lines PDFium finds on a page.
 */
export function plainPage(
  document: OpenPdf,
  facts: PdfFacts,
  index: number,
  read: (index: number) => readonly Line[],
): PlainPage | null {
  if (!facts.trusted || facts.hasAlternatives || facts.damagedStreams > 0) return null
  let pages = known.get(document)
  if (pages === undefined) {
    pages = provenPages(document, read)
    known.set(document, pages)
  }
  return pages && attempt(document, pages, index)
}

function provenPages(document: OpenPdf, read: (index: number) => readonly Line[]): PlainPages | null {
  const pages = opened(document)
  if (!pages) return null
  for (let index = 0; index < Math.min(lookedThrough, document.pageCount); index++) {
    const plain = attempt(document, pages, index)
    if (!plain) continue
    const lines = buildLines(buildRuns(plain.glyphs), () => ({ sight: 'visible' }))
    return sayTheSame(lines, read(index)) ? pages : null
  }
  return null
}

function opened(document: OpenPdf): PlainPages | null {
  if (document.pageCount < fewest || isEncrypted(document)) return null
  return unless(() => new PlainPages(new PdfFile(() => document.bytes())))
}

function attempt({ engine, handle }: OpenPdf, pages: PlainPages, index: number): PlainPage | null {
  const number = engine.call.EPDFDoc_GetPageObjectNumberByIndex(handle, index)
  return unless(() => pages.read(number))
}

/** Whatever goes wrong here, nothing is lost: the page goes the long way, through PDFium, which says what is wrong with it. */
function unless<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

function sayTheSame(mine: readonly Line[], its: readonly Line[]): boolean {
  const [spans, others] = [mine, its].map((lines) => lines.flatMap((line) => line.spans)) as [Span[], Span[]]
  return spans.length === others.length && spans.every((span, index) => isSame(span, others[index]!))
}

/** Boxes differ by the white about the ink, never by more than the type is high. */
function isSame(one: Span, other: Span): boolean {
  const size = one.size ?? 0
  const [x, y] = one.box!
  const [otherX, otherY] = other.box!
  const near = Math.abs(x - otherX) <= size && Math.abs(y - otherY) <= size
  return near && one.text.trim() === other.text.trim() && one.bold === other.bold && other.sight === 'visible'
}
