/** Pages for tests: lines without layout, and rows with boxes on A4 in points. */
import type { Line, Page, Span } from '../../src/types.js'

export function span(text: string, more: Partial<Span> = {}): Span {
  return { text, box: null, channel: 'text', sight: 'visible', confidence: 1, ...more }
}

export function line(text: string, more: Partial<Line> = {}, look: Partial<Span> = {}): Line {
  return { spans: [span(text, look)], ...more }
}

export function page(lines: readonly Line[], more: Partial<Page> = {}): Page {
  return { place: [{ name: 'test' }], lines, marks: [], reading: 'stated', number: 1, of: 1, ...more }
}

/** One line of the page per line of the text. */
export function text(content: string): Page {
  return page(content.split('\n').map((one) => line(one)))
}

/** Text, left, top; height of the type 16 points unless said; as wide as its characters. */
export type Row = readonly [text: string, x: number, y: number, size?: number]

export function row([content, x, y, size = 16]: Row, look: Partial<Span> = {}): Line {
  const columns = [...content].reduce((sum, one) => sum + (one.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)
  return line(content, {}, { box: [x, y, (columns * size) / 2, size], size, ...look })
}

export function paper(rows: readonly Row[], look: Partial<Span> = {}): Page {
  return page(
    rows.map((one) => row(one, look)),
    { width: 595, height: 842 },
  )
}
