/** Word 97 to 2003 and WPS documents: every story, what was deleted or hidden, pictures, objects, properties ([MS-DOC]). */
import { Uninspectable } from '../errors.js'
import type { Extractor, Line, Piece, Source, Work } from '../types.js'
import { type Fib, readFib } from './doc/fib.js'
import { drawingArt, inlineArt } from './doc/pictures.js'
import { allLines, openTelling, type Word } from './doc/stories.js'
import type { DocStory } from './doc/story.js'
import { Bytes } from './shared/bytes.js'
import { restPieces } from './shared/cfb/rest.js'
import { type CompoundDocument, openCompound, takeNamed } from './shared/cfb/document.js'
import type { Art } from './shared/office-art.js'
import { artLines, ArtPictures } from './shared/office-art/pieces.js'
import { withSpelled } from './shared/paragraph/spelled-cells.js'
import { pagesOf, statedPage } from './shared/stated.js'

export const doc: Extractor = {
  format: 'doc',
  extensions: ['doc', 'dot', 'wps', 'wpt'],
  accepts: ({ entries }) => entries.some((entry) => /^WordDocument$/i.test(entry)),
  extract,
}

/** Word 97 and later: wIdent and the least nFib (2.5.1, 2.5.2). */
const [MAGIC, FIRST_VERSION] = [0xa5ec, 0xc1]

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const document = await openCompound(source, work.budget)
  const main = takeNamed(document, 'WordDocument') ?? new Bytes(new Uint8Array(0))
  const fib = readFib(main)
  if (fib.encrypted) throw new Uninspectable('encrypted', { code: 'office.encrypted' })
  if (fib.magic === MAGIC && fib.version >= FIRST_VERSION) yield* documentPieces(document, main, fib, work)
  else {
    takeNamed(document, 'Data')
    yield fault(document, fib)
  }
  yield* restPieces(document)
}

function fault({ source: { place } }: CompoundDocument, { magic, version }: Fib): Piece {
  const old = magic === 0xa5dc || (magic === MAGIC && version > 0 && version < FIRST_VERSION)
  if (!old) return { kind: 'gap', cause: 'corrupt', place, detail: { code: 'doc.no-text' } }
  const detail = { code: 'legacy.old', args: { version: 'Word 6/95' } } as const
  return { kind: 'gap', cause: 'unsupported', place, detail }
}

async function* documentPieces(
  document: CompoundDocument,
  main: Bytes,
  fib: Fib,
  work: Work,
): AsyncGenerator<Piece> {
  const nothing = new Bytes(new Uint8Array(0))
  const table = takeNamed(document, fib.tableStream) ?? nothing
  const word: Word = { main, table, data: takeNamed(document, 'Data') ?? nothing, fib }
  const telling = openTelling(document, word)
  const { place } = document.source
  let first = true
  for await (const page of pagesOf(place, watched(allLines(word, telling), work))) {
    const lines = withSpelled(page.lines)
    yield { kind: 'page', page: first ? { ...page, lines, number: 1, of: 1 } : statedPage(place, lines) }
    first = false
  }
  if (first) yield { kind: 'page', page: { ...statedPage(place, [], 1), of: 1 } }
  yield* picturePieces(document, word, telling)
}

function* watched(lines: Iterable<Line>, work: Work): Generator<Line> {
  for (const line of lines) {
    work.budget.signal.throwIfAborted()
    yield line
  }
}

function* picturePieces(
  document: CompoundDocument,
  { main, table, data, fib }: Word,
  telling: DocStory,
): Generator<Piece> {
  const { place } = document.source
  const pictures = new ArtPictures(place)
  const arts: Art[] = [drawingArt(main, table, fib), ...inlineArt(data, telling.pictures)]
  const lines = arts.flatMap((art) => artLines(art))
  if (lines.length > 0) yield { kind: 'page', page: statedPage(place, lines) }
  for (const art of arts) yield* pictures.pieces(art.pictures)
  if (arts.some(({ damaged }) => damaged))
    document.gaps.push({ kind: 'gap', cause: 'corrupt', place, detail: { code: 'art.picture' } })
}
