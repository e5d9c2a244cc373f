/** The headlines as lines of text. */
import type { Tally } from '../../tally.js'
import { say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import type { Judged } from '../../types.js'
import { headlineOf, overallHeadline } from '../shared/headline.js'
import type { RunFacts } from '../reporter.js'
import type { TerminalColours } from './ink.js'

export function headline(judged: Judged, facts: RunFacts, ink: TerminalColours): string {
  const { tone, sign, words } = headlineOf(judged, facts)
  return ink[tone](`${sign} ${words}`)
}

export function overallLine(tally: Tally, facts: RunFacts, ink: TerminalColours): string {
  const { tone, words, beside } = overallHeadline(tally, facts)
  const name = say({ code: 'report.overall' }, facts.lang)
  const lead = name + punctuation[facts.lang].colon
  return ink[tone](`${lead}${words}${beside ? punctuation[facts.lang].bracketed(beside) : ''}`)
}
