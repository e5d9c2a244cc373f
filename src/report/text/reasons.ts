/** Findings folded into reasons: one rule is told once, with its first three places. */
import { say } from '../../phrases/index.js'
import type { Finding, Gap, Lang, RuleHead } from '../../types.js'
import type { RunFacts } from '../stream.js'
import { printable, type Ink } from './ink.js'
import { placeWords, readWords } from './place-words.js'

const PLACES_SHOWN = 3
const GAPS_SHOWN = 10

export interface Reason {
  readonly rule: RuleHead | null
  readonly findings: readonly [Finding, ...Finding[]]
}

/** In order of first appearance. */
export function fold(findings: readonly Finding[], rules: RunFacts['rules']): Reason[] {
  const byRule = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const known = byRule.get(finding.rule)
    if (known) known.push(finding)
    else byRule.set(finding.rule, [finding])
  }
  return [...byRule].map(([id, found]) => ({ rule: rules.get(id) ?? null, findings: found }))
}

export function reasonLines(reason: Reason, number: number, lang: Lang, ink: Ink): string[] {
  const [first] = reason.findings
  const title = reason.rule?.title[lang] ?? first.rule
  const lines = [`${number}. ${ink.strong(title)}`]
  const shown = reason.findings.slice(0, PLACES_SHOWN)
  for (const finding of shown) lines.push(...findingLines(finding, lang))
  if (reason.findings.length > shown.length)
    lines.push(`   ${say({ code: 'report.more-places', args: { count: reason.findings.length } }, lang)}`)
  if (reason.rule?.basis) lines.push(field('report.basis', reason.rule.basis[lang], lang))
  return lines
}

function findingLines(finding: Finding, lang: Lang): string[] {
  const quote = say({ code: 'report.quote', args: { quote: printable(finding.quote) } }, lang)
  const lines = [`   ${quote}`, field('report.place', printable(placeWords(finding.places[0], lang)), lang)]
  lines.push(field('report.read', readWords(finding, lang), lang))
  const because = finding.evidence.map((said) => say(said, lang)).join(lang === 'zh' ? '；' : '; ')
  if (because) lines.push(field('report.evidence', printable(because), lang))
  return lines
}

type FieldCode = 'report.place' | 'report.read' | 'report.evidence' | 'report.basis'

function field(code: FieldCode, value: string, lang: Lang): string {
  return `   ${say({ code }, lang)}${lang === 'zh' ? '：' : ': '}${value}`
}

export function gapLines(gaps: readonly Gap[], lang: Lang): string[] {
  const lines = gaps.slice(0, GAPS_SHOWN).map((gap) => {
    const where = printable(placeWords(gap.place, lang))
    const colon = lang === 'zh' ? '：' : ': '
    return ` - ${where} [${say({ code: `cause.${gap.cause}` }, lang)}]${colon}${printable(say(gap.detail, lang))}`
  })
  if (gaps.length > GAPS_SHOWN)
    lines.push(`   ${say({ code: 'report.more-places', args: { count: gaps.length } }, lang)}`)
  return lines
}

/** What each rule says to do, once, in order of the reasons. */
export function adviceLines(reasons: readonly Reason[], gaps: readonly Gap[], facts: RunFacts): string[] {
  const { lang } = facts
  const steps = reasons.flatMap((reason) => (reason.rule ? [reason.rule.advice[lang]] : []))
  if (gaps.length > 0) steps.push(say({ code: 'report.gap-advice' }, lang))
  const unique = [...new Set(steps)].map((step, index) => ` ${index + 1}) ${step}`)
  if (unique.length > 0 && facts.contact)
    unique.push(`    ${say({ code: 'report.contact', args: { contact: facts.contact } }, lang)}`)
  return unique
}
