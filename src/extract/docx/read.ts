/** Reads a Word document: its texts page by page, then what it says about itself, then the files inside. */
import { at } from '../../place.js'
import type { Line, Piece, Source, Work } from '../../types.js'
import { statedPage } from '../shared/stated.js'
import { externalLinks, linkedPieces, linkLines } from './links.js'
import { leftoverPieces } from './leftovers.js'
import { metadataLines } from './metadata.js'
import { entriesOf, type Opened, openDocx } from './opened.js'
import { storyLines } from './stories.js'

const LINES_PER_PAGE = 2_000

export async function* readDocx(source: Source, work: Work): AsyncGenerator<Piece> {
  const opened = await openDocx(source, work)
  for (const name of opened.zip.duplicates)
    yield { kind: 'note', detail: { code: 'docx.duplicate', args: { name } } }
  if (entriesOf(opened, 'body').length === 0) {
    yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'docx.no-body' } }
  }
  const links = externalLinks(opened)
  const stories = await gather(storyLines(opened))
  yield* pagesOf(opened, [...stories.lines, ...linkLines(links)])
  if (stories.error) throw stories.error
  const metadata = await gather(metadataLines(opened))
  if (metadata.lines.length > 0) {
    yield { kind: 'page', page: statedPage(at(source.place, { part: 'metadata' }), metadata.lines) }
  }
  if (metadata.error) throw metadata.error
  yield* linkedPieces(opened, links)
  yield* leftoverPieces(opened)
  yield* opened.gaps
}

/** What was read before something went wrong is not thrown away with it. */
async function gather(from: AsyncIterable<Line>): Promise<{ lines: Line[]; error: unknown }> {
  const lines: Line[] = []
  try {
    for await (const line of from) lines.push(line)
    return { lines, error: null }
  } catch (error) {
    return { lines, error }
  }
}

/** Word decides where pages break; here a page is the document, or 2,000 lines of it. */
function* pagesOf({ source }: Opened, lines: readonly Line[]): Generator<Piece> {
  const of = Math.max(1, Math.ceil(lines.length / LINES_PER_PAGE))
  for (let number = 1; number <= of; number++) {
    const some = lines.slice((number - 1) * LINES_PER_PAGE, number * LINES_PER_PAGE)
    yield { kind: 'page', page: { ...statedPage(source.place, some, number), of } }
  }
}
