/** How a candidate is worded into its surroundings: alone or in a sentence; quoted, listed, introduced. */
import type { Line, Standing } from '../../types.js'
import { lineOf, passageOf } from '../../view.js'
import type { CuePatterns } from '../cues.js'
import { isListed } from './listing.js'
import type { MatchContext } from '../matcher.js'
import { quotationOf } from './quotation.js'
import { isRunning } from './running.js'
import { isNameLike, type SegmentContext, surroundingsOf } from './segment.js'
import { isSetApart } from './set-apart.js'
import type { Candidate } from '../candidate.js'

export interface Wording {
  readonly standings: readonly Standing[]
  /** Nothing of a sentence on its line or in its column of the line. */
  readonly alone: boolean
}

/** `whole`: level, star and term, which other words may stand beside. */
export function wordingOf(
  context: MatchContext,
  candidate: Candidate,
  reading: CuePatterns,
  whole: boolean,
): Wording {
  const { left, right, outer } = surroundingsOf(context, candidate, reading)
  const numbered = right === '' && reading.numbering.test(left || outer)
  const inSentence = left + right !== '' && !numbered
  const named = inSentence && isNameLike(context, candidate)
  const setApart = inSentence && (whole || named) && isSetApart(context, candidate, reading, named)
  if (setApart) return { standings: [named ? 'alone-in-segment' : 'set-apart'], alone: named }
  const alone = !inSentence
  const found: Standing[] = [standingFor(context, candidate, reading, { left, right, outer, alone })]
  if (numbered) found.push('numbered')
  if (alone && isRunning(context, candidate)) found.push('running')
  return { standings: found, alone }
}

/** Standings that only `explanationsOf` finds. */
export const explanations: readonly Standing[] = ['quoted', 'work-title', 'listed', 'example', 'introduced']

/** What makes it something spoken about: quotation marks, others of its kind, words of explanation. */
export function explanationsOf(
  context: MatchContext,
  candidate: Candidate,
  reading: CuePatterns,
  alone: boolean,
): readonly Standing[] {
  const found = quotationOf(context, candidate, alone)
  if (isListed(context, candidate, reading, alone)) found.push('listed')
  if (hasExample(context, candidate, reading, alone)) found.push('example')
  if (alone && isIntroduced(context, candidate, reading)) found.push('introduced')
  return found
}

function standingFor(
  context: MatchContext,
  candidate: Candidate,
  reading: CuePatterns,
  { left, right, outer, alone }: SegmentContext & { readonly alone: boolean },
): Standing {
  if (alone) return outer === '' ? aloneKind(context, candidate) : 'alone-in-segment'
  if (left !== '' && right === '' && isTitleEnd(context, candidate, reading)) return 'title-end'
  const { part } = lineOf(context.view, candidate.row)
  return part === 'comment' || part === 'annotation' || part === 'notes'
    ? 'in-comment-sentence'
    : 'in-sentence'
}

/** A cell among other filled cells says less than a line of its own. */
function aloneKind(context: MatchContext, candidate: Candidate): Standing {
  const { view } = context
  if (view.rows[candidate.row]!.fragment) return 'alone-in-segment'
  const { cell } = lineOf(view, candidate.row)
  if (!cell) return 'alone-on-line'
  const neighbour = (row: number): boolean => {
    const other = view.rows[row] && lineOf(view, row).cell
    return other?.table === cell.table && other.row === cell.row && other.column !== cell.column
  }
  return neighbour(candidate.row - 1) || neighbour(candidate.lastRow + 1) ? 'alone-in-cell' : 'alone-on-line'
}

/** `关于…的方案（秘密）`: in brackets at the end of a line that is no sentence and names no other level. */
function isTitleEnd(context: MatchContext, candidate: Candidate, reading: CuePatterns): boolean {
  const { view } = context
  const [first, last] = passageOf(view, candidate.row)
  if (first !== last) return false
  const bracketed = /^[([【〔].*[)\]】〕]/u.test(view.text.slice(candidate.start, candidate.end))
  const before = view.text.slice(view.rows[candidate.row]!.start, candidate.start)
  if (/^(?:[。,;]|\.(?![A-Za-z0-9]))/u.test(view.text.slice(candidate.end, candidate.end + 2))) return false
  if (!bracketed || before.length > 60 || /[,，。;；!！?？:：]/u.test(before)) return false
  return !reading.anyPeer?.test(before)
}

/** Words of explanation: on its own line where it stands alone, else within 30 characters. */
function hasExample(
  context: MatchContext,
  candidate: Candidate,
  reading: CuePatterns,
  alone: boolean,
): boolean {
  const { view } = context
  const [first, last] = passageOf(view, candidate.row)
  const start = alone ? view.rows[candidate.row]!.start : view.rows[first]!.start
  const end = alone ? view.rows[candidate.lastRow]!.end : view.rows[last]!.end
  const before = view.text.slice(Math.max(start, candidate.start - 30), candidate.start)
  const after = view.text.slice(candidate.end, Math.min(end, candidate.end + 30))
  return reading.example.test(`${before}\u0000${after}`)
}

/**
 * The line before ends in a colon or in 如下, and is no label whose value this is; or what follows calls it a specimen.
 * Specimens under one such line share it.
 */
function isIntroduced(context: MatchContext, candidate: Candidate, reading: CuePatterns): boolean {
  const { view } = context
  if (view.rows[candidate.row]!.fragment || lineOf(view, candidate.row).cell) return false
  for (let row = candidate.row - 1; row >= Math.max(0, candidate.row - 5); row -= 1) {
    const text = rowBeside(context, candidate, row)
    if (text === null) break
    if (introduces(text, lineOf(view, row), reading)) return !reading.label?.test(text.replace(/\s/gu, ''))
    if (!reading.peer?.test(text) && !reading.copyNumber.test(text)) break
  }
  return isExplainedBelow(context, candidate, reading)
}

/** Rows between a specimen and what is said of it: the rest of a head. */
const headBelow = 6

function isExplainedBelow(context: MatchContext, candidate: Candidate, reading: CuePatterns): boolean {
  for (let row = candidate.lastRow + 1; row <= candidate.lastRow + headBelow; row += 1) {
    const text = rowBeside(context, candidate, row)
    if (text === null) return false
    if (reading.explained.test(text)) return true
  }
  return false
}

/** A row that reads on from the candidate's, at most 60 characters of its end; null: it is another part, or a cell. */
function rowBeside({ view }: MatchContext, candidate: Candidate, row: number): string | null {
  const beside = view.rows[row]
  if (!beside) return null
  const line = lineOf(view, row)
  if (line.part !== lineOf(view, candidate.row).part || line.cell) return null
  return view.text.slice(Math.max(beside.start, beside.end - 60), beside.end)
}

/** OCR reads full stops as colons, so there a colon alone introduces nothing. */
function introduces(text: string, line: Line, reading: CuePatterns): boolean {
  const colon = line.spans[0]?.channel !== 'ocr' && /.{6}[:：]$/u.test(text)
  return colon || reading.introduction.test(text)
}
