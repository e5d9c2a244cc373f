/** Rules compiled once, then every page judged: marks become hits, mentions are let through. */
import { holds } from '../condition.js'
import type { Clue, Condition, Hit, Occasion, Place, Rule, Phrase } from '../types.js'
import type { View } from '../view.js'
import { weighClues } from './outcome/clues.js'
import { compileRule } from './families/index.js'
import { type Guard, openGuard } from './guard.js'
import { hitOf } from './outcome/hit.js'
import type { MatchContext, JudgedCandidate, Matcher } from './matcher.js'
import { openScout, type Scout } from './scout.js'

export { personalStretches } from './outcome/quote.js'
export { weighClues } from './outcome/clues.js'
export { settle } from './outcome/settle.js'

/** Rules ready to run. Made in the process that uses it; rules themselves are plain data. */
export interface Matchers {
  readonly rules: readonly Rule[]
  readonly matchers: readonly Matcher[]
  readonly scout: Scout
  readonly guard: Guard
  remark(remark: string, place: Place, detail: Phrase): readonly Hit[]
}

export interface MatchOptions {
  /** Hits about unseen text carry it. */
  readonly reveal?: boolean
  /** A rule of the user took too long on this page: it does not count as searched. */
  readonly onSlow?: (rule: Rule) => void
}

export function compileRules(rules: readonly Rule[]): Matchers {
  const matchers = rules.map(compileRule)
  return {
    rules,
    matchers,
    scout: openScout(matchers.flatMap((matcher) => matcher.triggers)),
    guard: openGuard(),
    remark: (remark, place, detail) => remarkHits(rules, remark, place, detail),
  }
}

/** What one page tells, in reading order. */
export interface Searched {
  readonly hits: Hit[]
  /** To be weighed with those of the other pages of its document. */
  readonly clues: Clue[]
  /** What was let through, with the evidence for and against it; only where explanations were asked for. */
  readonly mentions?: Hit[]
}

export function searchPage(
  view: View,
  matchers: Matchers,
  { explain = false, ...options }: MatchOptions & { readonly explain?: boolean } = {},
): Searched {
  const all = judgePage(view, matchers, options, explain)
  const found = all.filter((one) => one.level !== null)
  const searched = { hits: hitsFrom(view, found, options), clues: cluesFrom(view, found) }
  if (!explain) return searched
  const mentions = curb(all.filter((one) => one.level === null)).map((one) => hitOf(view, one, 'note'))
  return { ...searched, mentions }
}

/** Everything that counts on the occasion on a page that is the whole document. */
export function matchPage(
  view: View,
  matchers: Matchers,
  { day, organs, ...options }: Occasion & MatchOptions,
): Hit[] {
  const { hits, clues } = searchPage(view, matchers, options)
  const counts = ({ when }: { readonly when?: Condition }) => holds(when, { day, organs })
  return [...hits.filter(counts), ...weighClues(clues.filter(({ hit }) => counts(hit)))]
}

function hitsFrom(view: View, found: readonly JudgedCandidate[], { reveal }: MatchOptions): Hit[] {
  return curb(found.filter((one) => !one.clue)).map((one) => hitOf(view, one, one.level!, reveal))
}

function cluesFrom(view: View, found: readonly JudgedCandidate[]): Clue[] {
  return found.flatMap((one) => (one.clue ? [{ ...one.clue, hit: hitOf(view, one, one.level!) }] : []))
}

function judgePage(
  view: View,
  { matchers, scout, guard }: Matchers,
  options: MatchOptions,
  explain: boolean,
): JudgedCandidate[] {
  const context: MatchContext = { view, day: null, edges: new Set(), explain, memory: new Map() }
  const woken = scout.survey(view)
  const found: JudgedCandidate[] = []
  let trigger = 0
  for (const matcher of matchers) {
    const own = woken.slice(trigger, trigger + matcher.triggers.length)
    trigger += matcher.triggers.length
    if (own.length > 0 && own.every((stretches) => stretches.length === 0)) continue
    const search = () => matcher.search(context, own)
    const searched = matcher.rule.unproven ? guard.run(matcher.rule.id, search) : search()
    if (searched) found.push(...searched)
    else options.onSlow?.(matcher.rule)
  }
  return found.toSorted((one, other) => one.start - other.start || (one.rule.id < other.rule.id ? -1 : 1))
}

/** More findings of one rule on one page tell nobody more; the last one kept says how many there were. */
const most = 200

function curb(found: readonly JudgedCandidate[]): JudgedCandidate[] {
  const counts = new Map<Rule, number>()
  for (const { rule } of found) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const seen = new Map<Rule, number>()
  return found.flatMap((one) => {
    const nth = (seen.get(one.rule) ?? 0) + 1
    seen.set(one.rule, nth)
    const count = counts.get(one.rule)!
    if (nth > most) return []
    if (nth < most || count === most) return [one]
    const more = { code: 'match.and-more', args: { count: count - most } } as const
    return [{ ...one, evidence: [...one.evidence, more] }]
  })
}

/** What an extractor remarked, as hits of the rules that name it. */
function remarkHits(rules: readonly Rule[], remark: string, place: Place, detail: Phrase): Hit[] {
  return rules
    .filter((rule) => rule.family === 'remark' && rule.remarks.includes(remark))
    .map((rule) => ({
      rule: rule.id,
      level: rule.level,
      place,
      term: remark,
      quote: '',
      channel: 'metadata',
      sight: 'visible',
      confidence: 1,
      evidence: [detail],
      // A page with thirty pictures elsewhere asks once.
      ...(remark.startsWith('link-') && { folds: true }),
    }))
}
