/** Lines of formats that state their text and have no layout, and the pages they are gathered into. */
import type { HiddenBy, Line, Page, Part, Place, Span, Step } from '../../types.js'

export interface Stating {
  readonly part?: Part
  readonly label?: string
  readonly at?: Partial<Step>
  readonly hiddenBy?: HiddenBy
  readonly size?: number
  readonly bold?: boolean
  readonly paragraph?: number
  readonly cell?: Line['cell']
}

export function statedSpan(text: string, how: Stating = {}): Span {
  return {
    text,
    box: null,
    channel: how.part === 'metadata' ? 'metadata' : 'text',
    sight: how.hiddenBy ? 'hidden' : 'visible',
    confidence: 1,
    ...(how.size !== undefined && { size: how.size }),
    ...(how.bold && { bold: true }),
    ...(how.hiddenBy && { hiddenBy: how.hiddenBy }),
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

/** Gathers a stream of lines into pages of at most 5,000 lines or 256 Ki characters. */
export async function* pagesOf(
  place: Place,
  lines: AsyncIterable<Line> | Iterable<Line>,
): AsyncGenerator<Page> {
  let held: Line[] = []
  let length = 0
  let number = 1
  for await (const line of lines) {
    const added = line.spans.reduce((sum, span) => sum + span.text.length, 0)
    if (held.length > 0 && (held.length >= MOST_LINES || length + added > MOST_TEXT)) {
      yield statedPage(place, held, number++)
      held = []
      length = 0
    }
    held.push(line)
    length += added
  }
  if (held.length > 0) yield statedPage(place, held, number)
}
