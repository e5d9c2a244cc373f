/** The report a web editor reads: the headline first, then why, where, and what to do next. */
import { say } from '../phrases/index.js'
import type { Inspection, Judged } from '../types.js'
import { explainedReasons, MENTIONS_SHOWN, waivedLine } from './shared/aside.js'
import { closingWords } from './shared/closing.js'
import { headlineOf } from './shared/headline.js'
import { printable } from './shared/printable.js'
import { reasonLists } from './shared/reasons.js'
import type { Tally } from '../tally.js'
import type { Reporter, ReportStream, RunFacts, Sink } from './stream.js'
import { headline, overallLine } from './text/headline.js'
import { type Ink, openInk } from './text/ink.js'
import { adviceLines, gapLines, reasonLines } from './text/reasons.js'

export const text: Reporter = {
  name: 'text',
  async write(stream, sink) {
    const ink = openInk(sink.colour)
    for await (const judged of stream.results) await sink.write(block(judged, stream.facts, sink, ink))
    const { tally, ...ending } = stream.end()
    if (stream.facts.inputs !== 1 || stream.facts.missing.length > 0)
      await sink.write(`${sink.quiet ? '' : '\n'}${overallLine(tally, stream.facts, ink)}\n`)
    if (!sink.quiet) await sink.write(closing(stream.facts, tally, ending, ink))
  },
}

/** One file. A file that may be published takes one line when there are several. */
function block(judged: Judged, facts: RunFacts, sink: Sink, ink: Ink): string {
  const { inspection } = judged
  const top = `${headline(judged, facts, ink)}  ${printable(inspection.source[0].name)}`
  const dull = headlineOf(judged, facts).tone === 'good'
  if (sink.quiet) return dull ? '' : `${top}\n`
  const notes = inspection.documents.flatMap((document) => document.notes)
  const opening = [top, ...notes.map((note) => `   ${printable(say(note, facts.lang))}`)]
  if (dull && facts.inputs > 1 && !inspection.explained) return `${opening.join('\n')}\n`
  return `${[...opening, ...sections(judged, facts, ink)].join('\n')}\n\n`
}

function sections(judged: Judged, facts: RunFacts, ink: Ink): string[] {
  const { inspection, waived = [] } = judged
  const { lang, rules } = facts
  const told = reasonLists(inspection, rules).flatMap((list) => [
    '',
    heading(list.heading, facts, ink),
    ...list.reasons.flatMap((reason, index) => reasonLines(reason, index + 1, facts, ink)),
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
    ...mentionLines(inspection, facts, ink),
  ]
}

function mentionLines(inspection: Inspection, facts: RunFacts, ink: Ink): string[] {
  if (!facts.explain) return []
  const reasons = explainedReasons(inspection, facts.rules)
  const none = `   ${say({ code: 'report.none-explained' }, facts.lang)}`
  const told = reasons.flatMap((reason, index) => reasonLines(reason, index + 1, facts, ink, MENTIONS_SHOWN))
  return ['', heading('report.explained', facts, ink), ...(told.length > 0 ? told : [none])]
}

function heading(code: Parameters<typeof say>[0]['code'], { lang }: RunFacts, ink: Ink): string {
  return ink.strong(`【${say({ code }, lang)}】`)
}

function closing(
  facts: RunFacts,
  tally: Tally,
  ending: Omit<ReturnType<ReportStream['end']>, 'tally'>,
  ink: Ink,
): string {
  const lines = closingWords(facts, tally, ending).map((line) => ink.faint(line))
  return `${lines.join('\n')}\n${say({ code: 'report.disclaimer' }, facts.lang)}\n`
}
