/** The report a web editor reads: the headline first, then why, where, and what to do next. */
import { say } from '../phrases/index.js'
import type { Finding, Judged } from '../types.js'
import type { Reporter, RunFacts, Sink } from './stream.js'
import { closingLines } from './text/closing.js'
import { headline, overallLine } from './text/headline.js'
import { type Ink, openInk, printable } from './text/ink.js'
import { adviceLines, fold, gapLines, reasonLines } from './text/reasons.js'

export const text: Reporter = {
  name: 'text',
  async write(stream, sink) {
    const ink = openInk(sink.colour)
    for await (const judged of stream.results) await sink.write(block(judged, stream.facts, sink, ink))
    const { tally, ocr } = stream.end()
    if (stream.facts.inputs !== 1 || stream.facts.missing.length > 0)
      await sink.write(`${sink.quiet ? '' : '\n'}${overallLine(tally, stream.facts, ink)}\n`)
    if (!sink.quiet) await sink.write(`${closingLines(stream.facts, tally, ocr, ink).join('\n')}\n`)
  },
}

/** One file. A file that may be published takes one line when there are several. */
function block(judged: Judged, facts: RunFacts, sink: Sink, ink: Ink): string {
  const { inspection, verdict } = judged
  const top = `${headline(judged, facts, ink)}  ${printable(inspection.source[0].name)}`
  const dull = verdict.decision === 'publish' && verdict.needsReview === 0
  if (sink.quiet) return dull ? '' : `${top}\n`
  const notes = inspection.documents.flatMap((document) => document.notes)
  const opening = [top, ...notes.map((note) => `   ${printable(say(note, facts.lang))}`)]
  if (dull && facts.inputs > 1) return `${opening.join('\n')}\n`
  return `${[...opening, ...sections(judged, facts, ink)].join('\n')}\n\n`
}

function sections({ inspection }: Judged, facts: RunFacts, ink: Ink): string[] {
  const of = (level: Finding['level']) =>
    fold(
      inspection.findings.filter((finding) => finding.level === level),
      facts.rules,
    )
  const [blocking, reviews, notes] = [of('block'), of('review'), of('note')]
  const told = (code: 'report.reasons' | 'report.to-check' | 'report.notes', reasons: typeof blocking) =>
    reasons.length === 0
      ? []
      : [
          '',
          heading(code, facts, ink),
          ...reasons.flatMap((reason, index) => reasonLines(reason, index + 1, facts.lang, ink)),
        ]
  const advice = adviceLines([...blocking, ...reviews], inspection.gaps, facts)
  return [
    ...told('report.reasons', blocking),
    ...told('report.to-check', reviews),
    ...told('report.notes', notes),
    ...(inspection.gaps.length > 0
      ? ['', heading('report.not-inspected', facts, ink), ...gapLines(inspection.gaps, facts.lang)]
      : []),
    ...(advice.length > 0 ? ['', heading('report.advice', facts, ink), ...advice] : []),
  ]
}

function heading(code: Parameters<typeof say>[0]['code'], { lang }: RunFacts, ink: Ink): string {
  return ink.strong(`【${say({ code }, lang)}】`)
}
