/** Page → View: folded text, lines joined as they read, and the way home for every character. */
import type { Line, Page, Span } from '../types.js'
import { seam, type View } from '../view.js'
import { columnsFor, emsBetween, measure, type LineStep, stepTo } from './flow.js'
import { isSpelt } from './spelt.js'
import { Writer } from './writer.js'

/**
 * NFKC with the foldings it lacks, zero-width and bidi controls out, white space between Han characters out
 * (kept as gaps), fragments of a row joined, columns of single characters read downwards.
 */
export function normalise(page: Page): View {
  const writer = new Writer(unitsOf(page))
  const laidOut = page.lines.some((line) => line.spans.some((span) => span.box !== null))
  const measured = laidOut ? page.lines.map(measure) : null
  /** Lines whose unseen runs wait until the passage they stand in is written. */
  let waiting: number[] = []
  const writeUnseen = (): void => {
    for (const index of waiting) writeFragment(writer, page.lines[index]!, index)
    waiting = []
  }
  page.lines.forEach((line, index) => {
    const step = measured ? stepTo(measured, index, page) : plainStep(page.lines, index)
    if (step.relation === 'apart') writeUnseen()
    writer.open(index, step.relation)
    if (step.columns > 0) writer.space(step.columns)
    if (line.spans.length === 1) return writer.write(line.spans[0]!.text, index, 0)
    const mixed = isMixed(line)
    writeSpans(writer, line.spans, index, measured?.[index]?.size ?? 0, mixed ? isVisible : isAny)
    if (mixed) waiting.push(index)
  })
  writeUnseen()
  const text = writer.text()
  const { rows, gapAt, gapWidth, pieces } = writer
  return { page, text, rows, gapAt, gapWidth, pieces }
}

/** Each line may bring a separator, each span a blank. */
function unitsOf({ lines }: Page): number {
  let units = 16
  for (const { spans } of lines) for (const { text } of spans) units += text.length + 2
  return units
}

const isVisible = (span: Span): boolean => span.sight === 'visible'
const isAny = (): boolean => true

/** True: some of the line's text is visible and some is not. */
function isMixed(line: Line): boolean {
  const inked = line.spans.filter((span) => span.text.trim() !== '')
  return inked.some(isVisible) && !inked.every(isVisible)
}

/** Without layout a line is a paragraph, unless paragraphs are numbered or single characters are stacked. */
function plainStep(lines: readonly Line[], index: number): LineStep {
  const line = lines[index]!
  const before = lines[index - 1]
  if (!before) return { relation: 'apart', columns: 0 }
  if (line.paragraph !== undefined && line.paragraph === before.paragraph && line.part === before.part)
    return { relation: 'flows', columns: 0 }
  if (!isShort(line) || !isShort(before)) return { relation: 'apart', columns: 0 }
  if (line.cell) return { relation: isSpelt(lines, index) ? 'beside' : 'apart', columns: 0 }
  return stepTo([measure(before), measure(line)], 1, { width: 0 })
}

function isShort(line: Line): boolean {
  return line.spans.length === 1 && line.spans[0]!.text.length <= 4
}

/** The unseen runs of a line, as a row of their own: what was struck out or hidden reads on its own. */
function writeFragment(writer: Writer, line: Line, index: number): void {
  writer.open(index, 'apart', true)
  writeSpans(writer, line.spans, index, 0, (span) => !isVisible(span))
}

/** Writes the spans asked for; a stretch left out between two of them is a seam. */
function writeSpans(
  writer: Writer,
  spans: readonly Span[],
  index: number,
  size: number,
  wanted: (span: Span) => boolean,
): void {
  let before: Span | undefined
  let skipped = false
  spans.forEach((span, at) => {
    if (!wanted(span)) {
      skipped ||= span.text.trim() !== ''
      return
    }
    if (skipped && before && !isVisible(span)) writer.space(seam)
    else if (size > 0) writer.space(Math.max(0, columnsFor(emsBetween(before, span, size))))
    skipped = false
    before = span
    writer.write(span.text, index, at)
  })
}
