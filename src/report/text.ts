/** The report a web editor reads: the headline first, then why, where, and what to do next. */
import { say } from '../phrases/index.js'
import { explainedReasons, MENTIONS_SHOWN, waivedLine } from './shared/aside.js'
import { closingWords } from './shared/closing.js'
import { headlineOf } from './shared/headline.js'
import { printable } from './shared/printable.js'
import { reasonLists } from './shared/reasons.js'
import type { Ending, Quoted, QuotingReporter, RunFacts, Sink } from './reporter.js'
import { headline, overallLine } from './text/headline.js'
import { type TerminalColours, openInk } from './text/ink.js'
import { adviceLines, gapLines, reasonLines } from './text/reasons.js'

export const text: QuotingReporter = {
  name: 'text',
  suffix: 'txt',
  quotes: true,
  pictures: false,
  async begin(facts, sink) {
    const ink = openInk(sink.colour)
    return {
      add: (quoted) => sink.write(block(quoted, facts, sink, ink)),
      async end(ending) {
        if (ending.tally.inputs !== 1 || facts.missing.length > 0)
          await sink.write(`${sink.quiet ? '' : '\n'}${overallLine(ending.tally, facts, ink)}\n`)
        if (!sink.quiet) await sink.write(closing(facts, ending, ink))
      },
    }
  },
}

/** One file. A file that may be published takes one line when there are several. */
function block(quoted: Quoted, facts: RunFacts, sink: Sink, ink: TerminalColours): string {
  const { inspection } = quoted
  const top = `${headline(quoted, facts, ink)}  ${printable(inspection.source[0].name)}`
  const dull = headlineOf(quoted, facts).tone === 'good'
  if (sink.quiet) return dull && !(sink.brief && !facts.several) ? '' : `${top}\n`
  const notes = inspection.documents.flatMap((document) => document.notes)
  const opening = [top, ...notes.map((note) => `   ${printable(say(note, facts.lang))}`)]
  if (dull && facts.several && !inspection.explained) return `${opening.join('\n')}\n`
  return `${[...opening, ...sections(quoted, facts, ink)].join('\n')}\n\n`
}

function sections(quoted: Quoted, facts: RunFacts, ink: TerminalColours): string[] {
  const { inspection, waived = [], excerpts } = quoted
  const { lang, rules } = facts
  const told = reasonLists(inspection, rules).flatMap((list) => [
    '',
    heading(list.heading, facts, ink),
    ...list.reasons.flatMap((reason, index) => reasonLines(reason, index + 1, excerpts, facts, ink)),
  ])
  const advice = adviceLines(inspection, facts)
  return [
    ...told,
    ...(inspection.gaps.length > 0
      ? ['', heading('report.not-inspected', facts, ink), ...gapLines(inspection.gaps, lang)]
      : []),
    ...(advice.length > 0 ? ['', heading('report.advice', facts, ink), ...advice] : []),
    ...(waived.length > 0
      ? [
          '',
          heading('report.waived', facts, ink),
          ...waived.map((one) => ` - ${printable(waivedLine(one, facts))}`),
        ]
      : []),
    ...mentionLines(quoted, facts, ink),
  ]
}

function mentionLines({ inspection, excerpts }: Quoted, facts: RunFacts, ink: TerminalColours): string[] {
  if (!facts.explain) return []
  const reasons = explainedReasons(inspection, facts.rules)
  const none = `   ${say({ code: 'report.none-explained' }, facts.lang)}`
  const told = reasons.flatMap((reason, index) =>
    reasonLines(reason, index + 1, excerpts, facts, ink, MENTIONS_SHOWN),
  )
  return ['', heading('report.explained', facts, ink), ...(told.length > 0 ? told : [none])]
}

function heading(code: Parameters<typeof say>[0]['code'], { lang }: RunFacts, ink: TerminalColours): string {
  return ink.strong(`【${say({ code }, lang)}】`)
}

function closing(facts: RunFacts, ending: Ending, ink: TerminalColours): string {
  const lines = closingWords(facts, ending).map((line) => ink.faint(line))
  return `${lines.join('\n')}\n${say({ code: 'report.disclaimer' }, facts.lang)}\n`
}
