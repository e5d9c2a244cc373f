/** Blocks of an OpenDocument part as pages, handed out while the part is being read. */
import { at } from '../../place.js'
import type { Line, Page, Place, Phrase } from '../../types.js'
import { withSpelledBoxes } from '../shared/paragraph/spelled-boxes.js'
import { withSpelled } from '../shared/paragraph/spelled-cells.js'
import { statedPage } from '../shared/stated.js'
import { xmlSteps } from '../shared/xml.js'
import type { Block } from './block.js'
import type { ContentReader } from './content.js'
import { odfPrefixes } from './names.js'
import type { PageLayout } from './styles.js'

const LINES_PER_PAGE = 5_000

/** Yields pages, at last what was wrong with the part. `counted`: these are the document's own pages. */
export function* pagesOf(
  bytes: Uint8Array,
  reader: ContentReader,
  place: Place,
  layout: PageLayout,
  counted: boolean,
): Generator<Page, Phrase | null> {
  const steps = xmlSteps(bytes, odfPrefixes, reader)
  const begun = new Set<Block>()
  const take = function* (last: boolean): Generator<Page> {
    const { blocks } = reader
    while (blocks.length > 1 || (last && blocks.length === 1)) {
      const block = blocks.shift()!
      yield* pagesOfBlock(block, block.lines)
    }
    const growing = blocks[0]
    if (growing && growing.lines.length >= LINES_PER_PAGE) {
      const ready = growing.lines.splice(0, growing.lines.length - (growing.lines.length % LINES_PER_PAGE))
      yield* pagesOfBlock(growing, ready)
    }
  }
  const pagesOfBlock = function* (block: Block, lines: readonly Line[]): Generator<Page> {
    for (
      let from = 0;
      from < lines.length || (from === 0 && isEmptySlide(block, begun));
      from += LINES_PER_PAGE
    ) {
      yield pageOf(
        block,
        lines.slice(from, from + LINES_PER_PAGE),
        place,
        layout,
        counted && !begun.has(block),
      )
      begun.add(block)
    }
  }
  for (;;) {
    const step = steps.next()
    yield* take(step.done === true)
    if (step.done) return step.value
  }
}

/** A slide without text is a page all the same. */
function isEmptySlide(block: Block, begun: ReadonlySet<Block>): boolean {
  return block.kind === 'slide' && block.lines.length === 0 && !begun.has(block)
}

function pageOf(
  { kind, name, number }: Block,
  lines: readonly Line[],
  place: Place,
  { width, height }: PageLayout,
  counted: boolean,
): Page {
  if (kind === 'sheet')
    return { ...statedPage(at(place, { sheet: name }), withSpelled(lines)), ...(counted && { number }) }
  if (kind === 'slide' && width && height) {
    const where = at(place, { page: number, pageSize: [width, height] })
    const spelled = withSpelledBoxes(lines)
    return {
      place: where,
      width,
      height,
      lines: spelled,
      marks: [],
      reading: 'stated',
      ...(counted && { number }),
    }
  }
  if (kind === 'slide')
    return { ...statedPage(at(place, { page: number }), lines), ...(counted && { number }) }
  if (kind === 'notes') return statedPage(at(place, { page: number }), lines)
  if (kind === 'master') return statedPage(at(place, { label: name }), lines)
  return { ...statedPage(place, withSpelled(lines)), ...(counted && { number }) }
}
