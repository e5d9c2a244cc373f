/** Findings folded into reasons: one rule is told once, with its first places; and what to do about them. */
import { say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import type { Excerpt, Finding, Gap, Inspection, Lang, Level, RuleHead } from '../../types.js'
import type { RunFacts } from '../reporter.js'

/** Places of one rule that are told in full. */
export const PLACES_SHOWN = 3

export interface Reason {
  readonly rule: RuleHead | null
  readonly findings: readonly [Finding, ...Finding[]]
}

/** Reasons of one level, in order of first appearance. */
function reasonsOf({ findings }: Inspection, level: Level, rules: RunFacts['rules']): Reason[] {
  return reasonsFrom(
    findings.filter((finding) => finding.level === level),
    rules,
  )
}

/** Findings folded by rule, in order of first appearance; what a text says comes before that nobody can see it. */
export function reasonsFrom(findings: readonly Finding[], rules: RunFacts['rules']): Reason[] {
  const byRule = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const known = byRule.get(finding.rule)
    if (known) known.push(finding)
    else byRule.set(finding.rule, [finding])
  }
  const reasons = [...byRule].map(([id, found]) => ({ rule: rules.get(id) ?? null, findings: found }))
  return reasons.sort((one, other) => Number(isOfSight(one)) - Number(isOfSight(other)))
}

function isOfSight({ findings }: Reason): boolean {
  return findings.every(
    ({ quoted, evidence }) =>
      !quoted && evidence.some(({ code }) => /^match\.(unseen|deleted|comment)$/.test(code)),
  )
}

/** About text that no quote may hold: unseen on the page, or a comment. Not what was only remarked of a file. */
export function isAboutText({ channel, quoted, evidence }: Finding): boolean {
  return quoted || (channel !== 'pixels' && evidence.some(({ code }) => code.startsWith('match.')))
}

/** The three lists of reasons with their headings, the gravest first; empty ones are left out. */
export function reasonLists(inspection: Inspection, rules: RunFacts['rules']) {
  const lists = [
    { level: 'block', heading: 'report.reasons' },
    { level: 'review', heading: 'report.to-check' },
    { level: 'note', heading: 'report.notes' },
  ] as const
  return lists
    .map((list) => ({ ...list, reasons: reasonsOf(inspection, list.level, rules) }))
    .filter(({ reasons }) => reasons.length > 0)
}

export function titleOf({ rule, findings }: Reason, lang: Lang): string {
  return rule?.title[lang] ?? findings[0].rule
}

/** Why the finding counts, in one sentence; empty where nothing is said. */
export function becauseWords({ evidence }: Excerpt, lang: Lang): string {
  return evidence.map((said) => say(said, lang)).join(punctuation[lang].semicolon)
}

/** What each rule says to do, once, in order of the reasons. */
export function adviceSteps(inspection: Inspection, { lang, rules }: RunFacts): string[] {
  const grave = (['block', 'review'] as const).flatMap((level) => reasonsOf(inspection, level, rules))
  const steps = grave.flatMap(({ rule }) => (rule ? [rule.advice[lang]] : []))
  if (inspection.gaps.length > 0) steps.push(say({ code: 'report.gap-advice' }, lang))
  return [...new Set(steps)]
}

export function causeWords(gap: Gap, lang: Lang): string {
  return say({ code: `cause.${gap.cause}` }, lang)
}
