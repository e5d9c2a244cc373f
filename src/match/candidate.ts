/** A stretch of text under judgement, and the kind of line it stands on. */
import type { Line } from '../types.js'
import { rowAt } from '../view.js'
import type { MatchContext } from './matcher.js'

export interface Candidate {
  readonly start: number
  readonly end: number
  /** First and last row it touches. */
  readonly row: number
  readonly lastRow: number
}

export function candidateAt(context: MatchContext, start: number, end: number): Candidate {
  return { start, end, row: rowAt(context.view, start), lastRow: rowAt(context.view, end - 1) }
}

export function isBody(line: Line): boolean {
  const { part } = line
  return part === undefined || part === 'body' || part === 'cell' || part === 'textbox'
}
