/** The reasons of the text report, line by line. */
import { say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import type { Excerpt, Excerpts, Finding, Gap, Inspection, Lang } from '../../types.js'
import { excerptOf } from '../shared/excerpt.js'
import { findingPlace, placeWords, readWords } from '../shared/place-words.js'
import { printable } from '../shared/printable.js'
import {
  adviceSteps,
  becauseWords,
  causeWords,
  isAboutText,
  PLACES_SHOWN,
  type Reason,
  titleOf,
} from '../shared/reasons.js'
import type { RunFacts } from '../reporter.js'
import type { TerminalColours } from './ink.js'

const GAPS_SHOWN = 10

export function reasonLines(
  reason: Reason,
  number: number,
  excerpts: Excerpts,
  facts: RunFacts,
  ink: TerminalColours,
  most = PLACES_SHOWN,
): string[] {
  const { lang } = facts
  const lines = [`${number}. ${ink.strong(titleOf(reason, lang))}`]
  const shown = reason.findings.slice(0, most)
  for (const finding of shown) lines.push(...findingLines(finding, excerptOf(finding, excerpts), facts))
  if (reason.findings.length > shown.length)
    lines.push(`   ${say({ code: 'report.more-places', args: { count: reason.findings.length } }, lang)}`)
  if (reason.rule?.basis) lines.push(field('report.basis', reason.rule.basis[lang], lang))
  return lines
}

function findingLines(finding: Finding, excerpt: Excerpt, facts: RunFacts): string[] {
  const { lang } = facts
  const lines = isAboutText(finding) ? [`   ${quoteLine(excerpt, facts)}`] : []
  lines.push(field('report.place', printable(findingPlace(finding, excerpt, lang)), lang))
  lines.push(field('report.read', readWords(finding, lang), lang))
  const because = becauseWords(excerpt, lang)
  if (because) lines.push(field('report.evidence', printable(because), lang))
  return lines
}

/** What nobody can see on the page may be what must not be told: it is quoted only on request. */
function quoteLine({ quote, revealed }: Excerpt, { lang, reveal }: RunFacts): string {
  const text = quote || (reveal === true && revealed)
  if (text) return say({ code: 'report.quote', args: { quote: printable(text) } }, lang)
  return say({ code: 'report.not-shown' }, lang)
}

type FieldCode = 'report.place' | 'report.read' | 'report.evidence' | 'report.basis'

function field(code: FieldCode, value: string, lang: Lang): string {
  return `   ${say({ code }, lang)}${punctuation[lang].colon}${value}`
}

export function gapLines(gaps: readonly Gap[], lang: Lang): string[] {
  const lines = gaps.slice(0, GAPS_SHOWN).map((gap) => {
    const where = printable(placeWords(gap.place, lang))
    const colon = punctuation[lang].colon
    return ` - ${where} [${causeWords(gap, lang)}]${colon}${printable(say(gap.detail, lang))}`
  })
  if (gaps.length > GAPS_SHOWN)
    lines.push(`   ${say({ code: 'report.more-places', args: { count: gaps.length } }, lang)}`)
  return lines
}

export function adviceLines(inspection: Inspection, facts: RunFacts): string[] {
  const { lang } = facts
  const lines = adviceSteps(inspection, facts).map((step, index) => ` ${index + 1}) ${step}`)
  if (lines.length > 0 && facts.contact)
    lines.push(`    ${say({ code: 'report.contact', args: { contact: facts.contact } }, lang)}`)
  return lines
}
