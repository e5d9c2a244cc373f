/** Lines of formats that state their text and have no layout, and the pages they are gathered into. */
import type { HiddenBy, Line, Page, Part, Place, Span, Step } from '../../types.js'

export interface Stating {
  readonly part?: Part
  readonly label?: string
  readonly at?: Partial<Step>
  readonly hiddenBy?: HiddenBy
  /** Hidden by something opaque of about its own size. */
  readonly fitted?: boolean
  readonly size?: number
  readonly bold?: boolean
  readonly paragraph?: number
  readonly cell?: Line['cell']
}

const isCover = /^under-/

export function statedSpan(text: string, how: Stating = {}): Span {
  return {
    text,
    box: null,
    channel: how.part === 'metadata' ? 'metadata' : 'text',
    sight: !how.hiddenBy ? 'visible' : how.fitted || isCover.test(how.hiddenBy) ? 'covered' : 'hidden',
    confidence: 1,
    ...(how.size !== undefined && { size: how.size }),
    ...(how.bold && { bold: true }),
    ...(how.hiddenBy && { hiddenBy: how.hiddenBy }),
    ...(how.hiddenBy && how.fitted && { fitted: true }),
  }
}

export function statedLine(text: string | readonly Span[], how: Stating = {}): Line {
  return {
    spans: typeof text === 'string' ? [statedSpan(text, how)] : text,
    ...(how.part && how.part !== 'body' && { part: how.part }),
    ...(how.label !== undefined && { label: how.label }),
    ...(how.at && { at: how.at }),
    ...(how.paragraph !== undefined && { paragraph: how.paragraph }),
    ...(how.cell && { cell: how.cell }),
  }
}

export function statedPage(place: Place, lines: readonly Line[], number?: number): Page {
  return { place, lines, marks: [], reading: 'stated', ...(number !== undefined && { number }) }
}

const MOST_LINES = 5_000
const MOST_TEXT = 256 * 1024

/** Gathers lines into pages, as below. */
export function pagesOf(place: Place, lines: Iterable<Line>): AsyncGenerator<Page> {
  return pagesOfBatches(place, [lines])
}

/** Gathers batches of lines into pages of at most 5,000 lines or 256 Ki characters. */
export async function* pagesOfBatches(
  place: Place,
  batches: AsyncIterable<Iterable<Line>> | Iterable<Iterable<Line>>,
): AsyncGenerator<Page> {
  let held: Line[] = []
  let length = 0
  let number = 1
  for await (const batch of batches) {
    for (const line of batch) {
      const added = lengthOf(line)
      if (held.length > 0 && (held.length >= MOST_LINES || length + added > MOST_TEXT)) {
        yield statedPage(place, held, number++)
        held = []
        length = 0
      }
      held.push(line)
      length += added
    }
  }
  if (held.length > 0) yield statedPage(place, held, number)
}

function lengthOf({ spans }: Line): number {
  let length = 0
  for (const { text } of spans) length += text.length
  return length
}

/** The pages, or one empty page: a file that was read and holds nothing says so. */
export async function* atLeastOne(place: Place, pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  let none = true
  for await (const page of pages) {
    none = false
    yield page
  }
  if (none) yield statedPage(place, [], 1)
}

/** Turns text into lines as it comes, chunk by chunk. */
export interface LineReader {
  read(chunk: string): Iterable<Line>
  end(): Iterable<Line>
}

export async function* batchesOf(
  chunks: AsyncIterable<string>,
  reader: LineReader,
): AsyncGenerator<Iterable<Line>> {
  for await (const chunk of chunks) yield reader.read(chunk)
  yield reader.end()
}
