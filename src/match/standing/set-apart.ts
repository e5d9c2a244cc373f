/** Whether words beside a candidate are company, set apart by a blank or a sign, or the sentence it stands in. */
import { gapBefore, gapsBetween, lineOf } from '../../view.js'
import { type Candidate, isBody } from '../candidate.js'
import type { CuePatterns } from '../cues.js'
import type { MatchContext } from '../matcher.js'
import { isRunning } from './running.js'

/** A line of head, foot or name is no longer than this beside the mark; the rest is text. */
const longest = 48

/** What may stand between a mark and its company beside blanks. */
const dividers = /[|_\-—–·•/\\~★☆]/u
/** What divides a name into its parts. */
export const nameDividers = /[|_\-—()[\]【】.,;+ ]/u
/** Of a file that a line or a link names. */
const extension = /^\.[A-Za-z][A-Za-z0-9]{1,4}(?![A-Za-z0-9])/u
const sentence = /[,，。;；!！?？…]|[:：][ ]?\u0000/u

/**
 * True: on one line, with a blank or a sign on each side where words stand, and nothing there that makes a sentence, explains
 * marks or names another level.
 */
export function isSetApart(
  context: MatchContext,
  candidate: Candidate,
  reading: CuePatterns,
  inName: boolean,
): boolean {
  const { view } = context
  const { start: from, end: to } = view.rows[candidate.row]!
  const { start, end } = candidate
  if (candidate.lastRow !== candidate.row || to - from - (end - start) > longest) return false
  const isDivided = (at: number, edge: number): boolean =>
    at === edge || isDivider(context, candidate, at, inName)
  if (!isDivided(start, from) || !isDivided(end, to)) return false
  const company = `${view.text.slice(from, start)}\u0000${view.text.slice(end, to)}`
  if ((!inName && sentence.test(company)) || reading.anyPeer?.test(company)) return false
  if (isWithinWords(company.replace(reading.companions, ' ')) && isBody(lineOf(view, candidate.row)))
    return false
  return !reading.example.test(company) && !reading.lesson.test(company) && !isRunning(context, candidate)
}

/** Words on both sides make a sentence, but in a head or foot, where they are fields. */
const isWithinWords = (company: string): boolean => /\p{L}.*\u0000.*\p{L}/u.test(company)

/** `at`: where the candidate begins or ends; a blank there is wider than its own. */
function isDivider({ view }: MatchContext, candidate: Candidate, at: number, inName: boolean): boolean {
  const beside = view.text[at === candidate.start ? at - 1 : at]!
  if (inName && nameDividers.test(beside)) return true
  if (at === candidate.end && extension.test(view.text.slice(at, at + 8))) return true
  return beside === ' ' || dividers.test(beside) || gapBefore(view, at) > innerGap(view, candidate)
}

/** The widest white space inside the candidate: letter-spacing of that width sets nothing apart. */
export function innerGap(view: MatchContext['view'], { start, end }: Candidate): number {
  const [from, to] = gapsBetween(view, start, end)
  let inner = 0
  for (let index = from; index < to; index += 1) inner = Math.max(inner, view.gapWidth[index]!)
  return inner
}
