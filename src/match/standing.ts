/** Where a candidate stands: kind of place, visibility, type; its region on the page is in region.ts. */
import type { Line, Span, Standing } from '../types.js'
import { homeOf, lineOf, spanOf } from '../view.js'
import { type Candidate, isBody } from './candidate.js'
import { type MatchContext, remember } from './matcher.js'
import { regionStandings } from './standing/region.js'
import { median } from '../plane/quantile.js'

const partStanding: Readonly<Record<string, Standing>> = {
  header: 'header',
  footer: 'footer',
  comment: 'comment',
  annotation: 'comment',
  textbox: 'textbox',
  metadata: 'property',
  name: 'file-name',
  title: 'label',
  alt: 'label',
  bookmark: 'label',
  'page-label': 'label',
  'sheet-name': 'file-name',
  notes: 'comment',
  master: 'label',
  form: 'label',
  attachment: 'label',
  code: 'code',
  link: 'link',
}

function spanAt(context: MatchContext, candidate: Candidate): Span {
  return spanOf(context.view, homeOf(context.view, candidate.start))!
}

/** Everything about place that speaks for or against a candidate. */
export function standingsOf(context: MatchContext, candidate: Candidate, alone: boolean): Standing[] {
  const line = lineOf(context.view, candidate.row)
  const span = spanAt(context, candidate)
  const found: Standing[] = []
  const place = placeStanding(line, span)
  if (place) found.push(place)
  const unseen = sightStanding(span)
  if (unseen && unseen !== place) found.push(unseen)
  const { fragment } = context.view.rows[candidate.row]!
  if (alone && !fragment && isBody(line)) found.push(...regionStandings(context, candidate, line))
  found.push(...typeStandings(context, span))
  return found
}

function placeStanding(line: Line, span: Span): Standing | null {
  if (span.channel === 'name') return 'file-name'
  const place = partStanding[line.part ?? 'body']
  if (place) return place
  return span.channel === 'metadata' ? 'property' : null
}

/** Why it is not visible. Text layers of scans and markup are unseen by design, which says nothing. */
function sightStanding(span: Span): Standing | null {
  if (span.sight === 'visible' || span.hiddenBy === 'ocr-layer' || span.hiddenBy === 'markup') return null
  if (span.sight !== 'hidden') return 'covered'
  if (span.hiddenBy === 'comment') return 'comment'
  return span.hiddenBy?.endsWith('revision') ? 'deleted' : 'hidden'
}

function typeStandings(context: MatchContext, span: Span): Standing[] {
  const found: Standing[] = []
  const usual = remember(context, 'usual type size', () => usualSize(context))
  if (span.size && usual && span.size >= usual * 1.25) found.push('large-type')
  if (span.bold) found.push('bold')
  return found
}

/** The middle size of the page's visible spans; 0 when no size is known. */
function usualSize(context: MatchContext): number {
  const sizes: number[] = []
  for (const line of context.view.page.lines.slice(0, 400))
    for (const span of line.spans) if (span.size && span.sight === 'visible') sizes.push(span.size)
  return median(sizes)
}
