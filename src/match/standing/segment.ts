/** The stretch of a line a candidate stands in, and what is left of it beside the candidate. */
import { gapBefore, gapsBetween, lineOf } from '../../view.js'
import { decoration, type CuePatterns } from '../cues.js'
import { innerGap, nameDividers } from './set-apart.js'
import type { MatchContext } from '../matcher.js'
import type { Candidate } from '../candidate.js'

/** Text beside the candidate once companions and decoration are taken away; `outer`: the line beyond its column. */
export interface SegmentContext {
  readonly left: string
  readonly right: string
  readonly outer: string
}

/** More than this beside a candidate is a sentence, whatever it says. */
const farthest = 48

/** Reads as little as decides: text after the candidate makes a sentence whatever stands before it. */
export function surroundingsOf(
  context: MatchContext,
  candidate: Candidate,
  reading: CuePatterns,
): SegmentContext {
  const { view } = context
  const rowStart = view.rows[candidate.row]!.start
  const rowEnd = view.rows[candidate.lastRow]!.end
  const [from, to] = segmentOf(context, candidate, rowStart, rowEnd)
  const bare = (start: number, end: number): string => strip(view.text, start, end, reading)
  const right = bare(candidate.end, to)
  const left = right === '' ? bare(from, candidate.start) : ''
  const outer = right === '' && left === '' ? bare(rowStart, from) + bare(to, rowEnd) : ''
  return { left, right, outer }
}

function strip(text: string, start: number, end: number, reading: CuePatterns): string {
  if (end <= start) return ''
  if (end - start > farthest) return '…'
  return text
    .slice(start, end)
    .replace(reading.companions, ' ')
    .replace(reading.handling, ' ')
    .replace(decoration, '')
}

/** Up to the next wide gap, bar, or delimiter of a name; at most a little farther than a sentence needs. */
function segmentOf(
  context: MatchContext,
  candidate: Candidate,
  rowStart: number,
  rowEnd: number,
): readonly [from: number, to: number] {
  const { view } = context
  const wide = Math.max(2, innerGap(view, candidate) + 1)
  let from = Math.max(rowStart, candidate.start - farthest - 1)
  let to = Math.min(rowEnd, candidate.end + farthest + 1)
  const [first, last] = gapsBetween(view, from, to)
  for (let gap = first; gap < last; gap += 1) {
    const at = view.gapAt[gap]!
    if (view.gapWidth[gap]! < wide || (at > candidate.start && at < candidate.end)) continue
    if (at <= candidate.start) from = at
    else {
      to = at
      break
    }
  }
  const divider = isNameLike(context, candidate) ? nameDividers : /\|/u
  const before = view.text.slice(from, candidate.start).split(divider).at(-1)!.length
  const after = view.text.slice(candidate.end, to).search(divider)
  return [candidate.start - before, after < 0 ? to : candidate.end + after]
}

export function isNameLike(context: MatchContext, candidate: Candidate): boolean {
  const line = lineOf(context.view, candidate.row)
  return line.spans[0]?.channel === 'name' || line.part === 'name' || line.part === 'sheet-name'
}

/** True: another character of a word touches the candidate where none may. */
export function isGlued(
  context: MatchContext,
  candidate: Candidate,
  ends: string,
  reading: CuePatterns,
): boolean {
  const { view } = context
  const inner = innerGap(view, candidate)
  const rowStart = view.rows[candidate.row]!.start
  const { start, end } = candidate
  const wordy = (at: number): boolean => /[\p{L}\p{N}]/u.test(view.text[at] ?? '\n')
  const joinedLeft = start > rowStart && wordy(start - 1) && wordy(start) && gapBefore(view, start) <= inner
  if (ends !== 'end' && joinedLeft) return true
  if (ends === 'start' || !wordy(end) || !wordy(end - 1) || gapBefore(view, end) > inner) return false
  return !reading.companionStart.test(view.text.slice(end, end + 24))
}
