/** Word 97 to 2003 and WPS documents: every story, what was deleted or hidden, pictures, objects, properties ([MS-DOC]). */
import { Uninspectable } from '../errors.js'
import type { Extractor, Line, Piece, Source, Work } from '../types.js'
import { commentLines } from './doc/comments.js'
import { typefaces } from './doc/fonts.js'
import { readFib, type StoryName, storyNames, type Fib } from './doc/fib.js'
import { readFormatting } from './doc/formatting.js'
import { headerLines } from './doc/headers.js'
import { drawingArt, fieldWords, inlineArt } from './doc/pictures.js'
import { readPieces } from './doc/pieces.js'
import { countedStrings, stringsIn } from './doc/plc.js'
import { readStyles } from './doc/styles.js'
import { storyLines, type Telling } from './doc/story.js'
import { Bytes } from './shared/bytes.js'
import { type CompoundDocument, openCompound, restPieces, takeNamed } from './shared/cfb-rest.js'
import type { Art } from './shared/office-art.js'
import { artLines, ArtPictures } from './shared/office-art-pieces.js'
import { pagesOf, statedLine, statedPage } from './shared/stated.js'

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

/** The document's own streams. `main` holds text and formatting, `table` where they lie, `data` pictures. */
interface Word {
  readonly main: Bytes
  readonly table: Bytes
  readonly data: Bytes
  readonly fib: Fib
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
    yield { kind: 'page', page: first ? { ...page, number: 1, of: 1 } : statedPage(place, page.lines) }
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

/** Reads the text and its formatting; notes a gap where there is less than the document says it has. */
function openTelling({ source: { place }, gaps }: CompoundDocument, { main, table, fib }: Word): Telling {
  const stated = storyNames.reduce((sum, name) => sum + fib.lengths[name], 0)
  const pieces = readPieces(main, table, fib, main.length)
  if (pieces.length < stated) {
    const detail =
      pieces.length === 0
        ? ({ code: 'doc.no-text' } as const)
        : ({ code: 'doc.text-short', args: { stated, got: pieces.length } } as const)
    gaps.push({ kind: 'gap', cause: 'corrupt', place, detail })
  }
  const part = (name: 'styles' | 'fonts') => {
    const { offset, length } = fib.table(name)
    return table.part(offset, offset + length)
  }
  const formatting = readFormatting(main, table, fib, pieces.list, readStyles(part('styles')))
  if (formatting.damaged)
    gaps.push({ kind: 'gap', cause: 'corrupt', place, detail: { code: 'doc.formatting' } })
  return {
    text: pieces.list.map(({ text }) => text).join(''),
    formatting,
    fonts: typefaces(part('fonts')),
    pictures: new Set(),
    fieldData: new Set(),
    tables: 0,
  }
}

const plainParts = { body: 'body', footnote: 'footnote', endnote: 'endnote', macros: 'code' } as const

function* allLines(word: Word, telling: Telling): Generator<Line> {
  const { table, fib } = word
  let from = 0
  for (const name of storyNames) {
    const to = Math.min(telling.text.length, from + fib.lengths[name])
    if (to > from) yield* oneStory(word, telling, name, from, to)
    from = Math.max(from, to)
  }
  if (from < telling.text.length) yield* storyLines(telling, from, telling.text.length, { part: 'body' })
  yield* besideLines(table, fib)
  for (const text of fieldWords(word.data, telling.fieldData))
    yield statedLine(text, { part: 'form', label: 'field' })
}

function oneStory(
  { table, fib }: Word,
  telling: Telling,
  name: StoryName,
  from: number,
  to: number,
): Iterable<Line> {
  if (name === 'header') return headerLines(telling, table, fib, from, to)
  if (name === 'comment') return commentLines(telling, table, fib, from, to)
  if (name === 'textbox' || name === 'headerTextbox')
    return storyLines(telling, from, to, { part: 'textbox' })
  return storyLines(telling, from, to, { part: plainParts[name] })
}

/** Bookmarks, and the names of those who changed or commented. */
function* besideLines(table: Bytes, fib: Fib): Generator<Line> {
  const strings = (name: 'bookmarks' | 'revisionAuthors' | 'associated' | 'commentAuthors') => {
    const { offset, length } = fib.table(name)
    const part = table.part(offset, offset + length)
    return (name === 'commentAuthors' ? countedStrings(part) : stringsIn(part)).filter((text) => text.trim())
  }
  for (const text of strings('bookmarks'))
    if (!text.startsWith('_')) yield statedLine(text, { part: 'bookmark' })
  for (const text of new Set([...strings('revisionAuthors'), ...strings('commentAuthors')]))
    if (text !== 'Unknown') yield statedLine(text, { part: 'metadata', label: 'author' })
  for (const text of strings('associated')) yield statedLine(text, { part: 'metadata', label: 'associated' })
}

function* picturePieces(
  document: CompoundDocument,
  { main, table, data, fib }: Word,
  telling: Telling,
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
