/** Reads a Word document: its texts page by page, then what it says about itself, then the files inside. */
import { at } from '../../place.js'
import type { Line, Piece, Source, Work } from '../../types.js'
import { withSpelled } from '../shared/paragraph/spelled-cells.js'
import { statedPage } from '../shared/stated.js'
import { externalLinks, linkedPieces, linkLines } from '../shared/ooxml/links.js'
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
  const links = externalLinks(opened.pack)
  yield* pagesOf(opened, storyLines(opened), linkLines(links))
  const metadata: Line[] = []
  for await (const line of metadataLines(opened)) metadata.push(line)
  if (metadata.length > 0) {
    yield { kind: 'page', page: statedPage(at(source.place, { part: 'metadata' }), metadata) }
  }
  yield* linkedPieces(opened.source, links)
  yield* leftoverPieces(opened)
  yield* opened.gaps
}

/** Word decides where pages break; here a page is the document, or 2,000 lines of it. */
async function* pagesOf(
  { source }: Opened,
  stories: AsyncIterable<Line>,
  last: readonly Line[],
): AsyncGenerator<Piece> {
  let number = 1
  let held: Line[] = []
  try {
    for await (const line of stories) {
      if (held.length === LINES_PER_PAGE) {
        yield { kind: 'page', page: statedPage(source.place, withSpelled(held), number++) }
        held = []
      }
      held.push(line)
    }
  } catch (error) {
    // What was read before something went wrong is not thrown away with it.
    yield { kind: 'page', page: statedPage(source.place, withSpelled(held), number) }
    throw error
  }
  const page = statedPage(source.place, withSpelled([...held, ...last]), number)
  yield { kind: 'page', page: number === 1 ? { ...page, of: 1 } : page }
}
