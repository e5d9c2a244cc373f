/** What earlier revisions of a file say and the last one no longer shows: incremental updates keep all of it (ISO 32000-1, 7.5.6). */
import { Uninspectable } from '../../errors.js'
import { at } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Line, Page, Piece, Source, Work } from '../../types.js'
import { earlierEnds } from './ending.js'
import { isCrash } from './engine.js'
import type { UprightPage } from './geometry.js'
import { buildLines } from './lines.js'
import { type OpenPdf, openPdf } from './open.js'
import { readUpright } from './upright.js'
import { buildRuns } from './runs.js'

/** Revisions looked at, the latest first, and pages read in all of them together. */
const [mostRevisions, mostPages] = [20, 4000]
const unseen = { sight: 'hidden', hiddenBy: 'earlier-revision' } as const

interface PageText {
  readonly sheet: UprightPage
  readonly lines: readonly Line[]
}

/** What the later revisions show, without white space. */
interface Shown {
  readonly pages: Map<number, string>
  readonly lines: Set<string>
}

/** Pages with lines that only earlier revisions have; nothing for a file written in one go. */
export async function* revisionPieces(source: Source, document: OpenPdf, work: Work): AsyncGenerator<Piece> {
  const ends = earlierEnds(document.bytes()).slice(-mostRevisions).reverse()
  if (ends.length === 0) return
  const shown: Shown = { pages: new Map(), lines: new Set() }
  let budget = mostPages - document.pageCount
  if (budget < 0) return yield tooMany(source)
  for (let index = 0; index < document.pageCount; index++) remember(shown, index, textOf(document, index))
  const bytes = await source.bytes()
  for (const end of ends) {
    work.budget.signal.throwIfAborted()
    const earlier = await openEarlier(source, bytes.subarray(0, end))
    if (!earlier) continue
    try {
      budget -= earlier.pageCount
      if (budget < 0) return yield tooMany(source)
      yield* pagesOf(source, earlier, shown)
    } catch (error) {
      if (!isCrash(error)) throw error
      earlier.abandon()
      // It lived in the same engine.
      document.abandon()
      const detail = { code: 'pdf.revision-crashed' } as const
      return yield { kind: 'gap', cause: 'crashed', place: source.place, detail }
    } finally {
      earlier.release()
    }
  }
}

function tooMany(source: Source): Piece {
  const detail = { code: 'pdf.revisions', args: { limit: mostPages } } as const
  return { kind: 'gap', cause: 'limit', place: source.place, detail }
}

/** Null where the bytes up to there are no document of their own, as in the first part of a linearised file. */
async function openEarlier(source: Source, bytes: Uint8Array): Promise<OpenPdf | null> {
  try {
    return await openPdf(memorySource(source.place, bytes))
  } catch (error) {
    if (error instanceof Uninspectable) return null
    throw error
  }
}

function* pagesOf(source: Source, earlier: OpenPdf, shown: Shown): Generator<Piece> {
  for (let index = 0; index < earlier.pageCount; index++) {
    const text = textOf(earlier, index)
    if (!text) continue
    const page = shown.pages.get(index) ?? ''
    const lines = text.lines.filter((line) => {
      const words = squeezed(line)
      return words.length > 1 && !page.includes(words) && !shown.lines.has(words)
    })
    remember(shown, index, { ...text, lines })
    if (lines.length > 0) yield { kind: 'page', page: pageOf(source, index, { ...text, lines }) }
  }
}

function pageOf(source: Source, index: number, { sheet: { width, height }, lines }: PageText): Page {
  const place = at(source.place, { page: index + 1, pageSize: [width, height] })
  return { place, width, height, lines, marks: [], reading: 'stated' }
}

/** Null: the page cannot be read. */
export function textOf(document: OpenPdf, index: number): PageText | null {
  const { engine } = document
  const handle = document.page(index)
  const text = handle === 0 ? 0 : engine.call.FPDFText_LoadPage(handle)
  if (text === 0) return null
  try {
    const { sheet, glyphs } = readUpright(engine, handle, text, new Set())
    return { sheet, lines: buildLines(buildRuns(glyphs), () => unseen) }
  } finally {
    engine.call.FPDFText_ClosePage(text)
  }
}

function remember(shown: Shown, index: number, text: PageText | null): void {
  const lines = text?.lines.map(squeezed) ?? []
  shown.pages.set(index, (shown.pages.get(index) ?? '') + lines.join(''))
  for (const line of lines) shown.lines.add(line)
}

export function squeezed(line: Line): string {
  return line.spans
    .map((span) => span.text)
    .join('')
    .replace(/\s+/g, '')
}
