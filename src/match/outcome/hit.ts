/** Found in the text → Hit with its way home: place, box, channel, visibility, quote. */
import { at } from '../../place.js'
import type { Hit, Level, Place, Rule, Span, Step } from '../../types.js'
import { homeOf, lineOf, rowAt, spanOf, type View } from '../../view.js'
import { boxOf } from '../../view-box.js'
import type { JudgedCandidate, PassageOrigin } from '../matcher.js'
import { quoteOf, unseenText } from './quote.js'
import { aroundOf, positionOf } from '../page/whereabouts.js'

export function hitOf(view: View, found: JudgedCandidate, level: Level, reveal = false): Hit {
  const { rule, term, evidence, when } = found
  const shared = { rule: rule.id, level, term, evidence, ...(when && { when }) }
  if (found.seen) {
    const { place, confidence } = found.seen
    return { ...shared, quote: '', place, channel: 'pixels', sight: 'covered', confidence }
  }
  return {
    ...shared,
    quote: rule.family === 'sight' ? '' : quoteOf(view, found.start, found.end),
    ...(reveal && rule.family === 'sight' && { revealed: unseenText(view, found.start, found.end) }),
    ...aroundOf(view, found.start),
    place: placeOf(view, found),
    ...originOf(view, found),
    ...(foldsAt(rule, level) && { folds: true }),
  }
}

const foldsAt = (rule: Rule, level: Level): boolean =>
  rule.family === 'sight' ? level !== 'block' : rule.family === 'pattern' && rule.folds === true

const visibility = { visible: 0, recovered: 1, covered: 2, hidden: 3 } as const

/** The least visible and the least certain of the spans touched. */
function originOf(view: View, found: JudgedCandidate): PassageOrigin {
  const spans = spansOf(view, found)
  let least: Span = spans[0]!
  for (const span of spans) if (visibility[span.sight] > visibility[least.sight]) least = span
  const confidence = Math.min(...spans.map((span) => span.confidence))
  const { channel, sight, hiddenBy } = least
  return { channel, sight, confidence, ...(hiddenBy ? { hiddenBy } : {}) }
}

function spansOf(view: View, found: JudgedCandidate): Span[] {
  const spans = new Set<Span>()
  const end = Math.min(found.end, found.start + 200)
  for (let offset = found.start; offset < end; offset += 1) {
    const span = spanOf(view, homeOf(view, offset))
    if (span) spans.add(span)
  }
  return [...spans]
}

function placeOf(view: View, found: JudgedCandidate): Place {
  const { page } = view
  const line = lineOf(view, rowAt(view, found.start))
  const box = boxOf(view, found.start, Math.min(found.end, found.start + 200))
  const detail: { -readonly [K in keyof Step]?: Step[K] } = { ...positionOf(view, found.start), ...line.at }
  if (line.part && line.part !== 'body') detail.part ??= line.part
  if (line.label !== undefined) detail.label = line.label
  if (box) detail.box = box
  if (page.width && page.height) detail.pageSize = [page.width, page.height]
  return at(page.place, detail)
}
