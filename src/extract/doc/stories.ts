/** The stories of a Word document one after the other: body, notes, headers, comments, text boxes ([MS-DOC] 2.3). */
import type { Line } from '../../types.js'
import type { Bytes } from '../shared/bytes.js'
import type { CompoundDocument } from '../shared/cfb/document.js'
import { statedLine } from '../shared/stated.js'
import { readAnchors } from './anchors.js'
import { commentLines } from './comments.js'
import { type Fib, type StoryName, storyNames } from './fib.js'
import { typefaces } from './fonts.js'
import { readFormatting } from './formatting.js'
import { headerLines } from './headers.js'
import { readLists } from './lists.js'
import { fieldWords } from './pictures.js'
import { readPieces } from './pieces.js'
import { countedStrings, stringsIn } from './plc.js'
import { storyLines, type DocStory } from './story.js'
import { readStyles } from './styles.js'

/** The document's own streams. `main` holds text and formatting, `table` where they lie, `data` pictures. */
export interface Word {
  readonly main: Bytes
  readonly table: Bytes
  readonly data: Bytes
  readonly fib: Fib
}

/** Reads the text and its formatting; notes a gap where there is less than the document says it has. */
export function openTelling(
  { source: { place }, gaps }: CompoundDocument,
  { main, table, fib }: Word,
): DocStory {
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
  const text = pieces.list.map((piece) => piece.text).join('')
  return {
    text,
    formatting,
    fonts: typefaces(part('fonts')),
    anchors: readAnchors(table, fib, text),
    lists: readLists(table, fib.table('lists'), fib.table('listOverrides')),
    pictures: new Set(),
    fieldData: new Set(),
    tables: 0,
  }
}

const plainParts = { body: 'body', footnote: 'footnote', endnote: 'endnote', macros: 'code' } as const

/** Every story in order, then what stands beside the text. */
export function* allLines(word: Word, telling: DocStory): Generator<Line> {
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
  telling: DocStory,
  name: StoryName,
  from: number,
  to: number,
): Iterable<Line> {
  if (name === 'header') return headerLines(telling, { table, fib }, from, to)
  if (name === 'comment') return commentLines(telling, { table, fib }, from, to)
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
