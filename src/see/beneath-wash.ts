/** Reads what still shows through a marker, a smear or a slip of paper, in place of what was read over it. */
import type { Box, Line, Mark, OcrReader, Page, Raster, Span } from '../types.js'
import { sharedLetters } from './likeness.js'
import { type Recovered, readRecovered } from './marks/index.js'
import type { MarkPatch } from './patches.js'
import { shareInside } from '../plane/box.js'

/** Washes read on one page: more is a drawing. */
const mostWashes = 8
/** A mark less sure than this is as likely a printed field. */
const leastSure = 0.4
/** Stretched contrast makes letters of grain; what is less certain than this was never written. */
const leastCertain = 0.8
/** Of a line's width, or of its letters. */
const mostly = 0.6
const letters = /[\p{L}\p{N}★☆]/gu

/**
 * The reading again: each mark with what was read beneath it, the text there as `recovered`. `patches` are the marks
 * of the reading with their places in `raster`, which stands upright.
 */
export async function readThrough(
  reading: Page,
  raster: Raster,
  patches: readonly MarkPatch[],
  reader: OcrReader,
  signal: AbortSignal,
): Promise<Page> {
  let { lines } = reading
  const marks: Mark[] = []
  let left = mostWashes
  for (const patch of patches) {
    const wanted = patch.mark.confidence >= leastSure && left > 0
    const recovery = wanted ? await readRecovered(raster, patch.box, patch.mark.kind, reader, signal) : null
    if (!recovery) {
      marks.push(patch.mark)
      continue
    }
    left -= 1
    const before = lines.filter((line) => isUnder(line, patch.mark.box))
    const beside = lines.filter((line) => !before.includes(line))
    const read = linesIn(recovery, patch).filter((line) => !isPartOf(line, beside))
    const kept = certainty(read) >= certainty(before) ? read : before.map(recovered)
    marks.push(kept.length === 0 ? patch.mark : { ...patch.mark, recovered: textOf(kept) })
    lines = replaced(lines, before, kept)
  }
  return { ...reading, lines, marks }
}

function linesIn({ shown, sheet }: Recovered, { mark, box }: MarkPatch): Line[] {
  const [across, down] = [mark.box[2] / box[2], mark.box[3] / box[3]]
  return sheet.lines
    .filter(({ confidence, text }) => confidence >= leastCertain && text.match(letters) !== null)
    .map(({ text, confidence, box: [x, y, width, height] }): Line => {
      const place: Box = [
        mark.box[0] + (shown.left + x - box[0]) * across,
        mark.box[1] + (shown.top + y - box[1]) * down,
        width * across,
        height * down,
      ]
      return {
        spans: [{ text, box: place, channel: 'ocr', sight: 'recovered', confidence, size: place[3] }],
      }
    })
}

/** A label that only reaches into the mark stands beside it. */
function isUnder({ spans }: Line, mark: Box): boolean {
  const box = spans[0]?.box
  if (!box) return false
  const [level, [, y, , height]] = [box[1] + box[3] / 2, mark]
  return level > y && level < y + height && shareInside(box, [mark[0], box[1], mark[2], box[3]]) > mostly
}

/** The end of a line that was read beside the mark, read once more. */
function isPartOf({ spans: [span] }: Line, beside: readonly Line[]): boolean {
  return beside.some(({ spans: [other] }) => {
    if (!span?.box || !other?.box || shareInside(span.box, other.box) < mostly) return false
    return sharedLetters(span.text, other.text) > mostly
  })
}

function recovered(line: Line): Line {
  return { ...line, spans: line.spans.map((span): Span => ({ ...span, sight: 'recovered' })) }
}

/** Letters, each counted as far as the engine is sure of it. */
function certainty(lines: readonly Line[]): number {
  return lines
    .flatMap(({ spans }) => spans)
    .reduce((sum, { text, confidence }) => sum + (text.match(letters)?.length ?? 0) * confidence, 0)
}

function replaced(lines: readonly Line[], before: readonly Line[], by: readonly Line[]): Line[] {
  if (by.length === 0) return [...lines]
  const rest = lines.filter((line) => !before.includes(line))
  const first = before[0] ? lines.indexOf(before[0]) : -1
  const top = by[0]!.spans[0]!.box![1]
  const next = rest.findIndex((line) => (line.spans[0]?.box?.[1] ?? -Infinity) > top)
  const index = first >= 0 ? first : next < 0 ? rest.length : next
  return rest.toSpliced(index, 0, ...by)
}

const textOf = (lines: readonly Line[]) =>
  lines
    .flatMap(({ spans }) => spans)
    .map(({ text }) => text)
    .join('')
