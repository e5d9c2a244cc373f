/** Family `mark`: candidates by their writing, then the writing and the standing weighed: mark or mention. */
import type { Beside, Evidence, Form, Level, MarkRule, Standing } from '../../types.js'
import type { Bench, Found, Matcher, Stretch } from '../matcher.js'
import {
  type CompiledBeside,
  compileBeside,
  fieldLabel,
  findBeside,
  headStandings,
  isAboutSecrecy,
} from '../nearby.js'
import { type Candidate, candidateAt, isAtFoot, standingsOf } from '../standing.js'
import { isGlued, readCues, type Reading, wordingOf } from '../wording.js'

interface CompiledForm {
  readonly form: Form
  readonly pattern: RegExp
  readonly beside: readonly CompiledBeside[]
}

interface Compiled {
  readonly rule: MarkRule
  readonly reading: Reading
}

export function compileMark(rule: MarkRule): Matcher {
  const compiled: Compiled = { rule, reading: readCues(rule.cues) }
  const forms = rule.forms.map((form): CompiledForm => ({
    form,
    pattern: new RegExp(form.pattern, 'gu'),
    beside: compileBeside([...rule.beside, ...(form.beside ?? [])]),
  }))
  return {
    rule,
    triggers: rule.forms,
    search(bench, woken) {
      const found = forms.flatMap((form, index) => searchForm(bench, compiled, form, woken[index] ?? []))
      return bestOfOverlapping(found)
    },
  }
}

function searchForm(
  bench: Bench,
  compiled: Compiled,
  form: CompiledForm,
  stretches: readonly Stretch[],
): Found[] {
  const found: Found[] = []
  for (const [from, to] of stretches) {
    for (const match of bench.view.text.slice(from, to).matchAll(form.pattern)) {
      if (match[0] === '') continue
      const start = from + match.index
      const candidate = candidateAt(bench, start, start + match[0].length)
      found.push(weigh(bench, compiled, form, candidate, match.groups?.['term'] ?? match[0]))
    }
  }
  return found
}

interface Weighed {
  score: number
  evidence: Evidence[]
  fails: boolean
}

function weigh(
  bench: Bench,
  compiled: Compiled,
  form: CompiledForm,
  candidate: Candidate,
  term: string,
): Found {
  const { rule } = compiled
  const tally: Weighed = { score: form.form.strength, evidence: [], fails: false }
  for (const shown of form.form.shows) tally.evidence.push({ code: `match.shows-${shown}` })
  const standings = gatherStandings(bench, compiled, form.form, candidate)
  for (const standing of standings) count(tally, rule, form.form, standing)
  const { needs } = form.form
  if (needs && !needs.some((need) => standings.some((standing) => nameOf(standing) === need)))
    tally.fails = true
  for (const beside of form.beside) countBeside(tally, bench, candidate, beside)
  const level = tally.fails ? null : levelFor(tally.score, rule, form.form.level)
  return {
    rule,
    level,
    start: candidate.start,
    end: candidate.end,
    term: term.replace(/\s/gu, ''),
    score: tally.score,
    evidence: tally.evidence,
  }
}

const nameOf = (evidence: Evidence): Standing => evidence.code.slice('match.'.length) as Standing

function gatherStandings(bench: Bench, compiled: Compiled, form: Form, candidate: Candidate): Evidence[] {
  const { reading } = compiled
  if (form.bounded && isGlued(bench, candidate, form.bounded, reading)) return [{ code: 'match.glued' }]
  const wording = wordingOf(bench, candidate, reading)
  const apart = wording.alone || wording.standings.includes('title-end')
  const names = [...standingsOf(bench, candidate, apart), ...wording.standings]
  if (wording.alone) names.push(...headStandings(bench, candidate, reading))
  if (isAboutSecrecy(bench, candidate, reading)) names.push('topic')
  if (wording.alone && isAtFoot(bench, candidate)) names.push('at-foot')
  const found = names.map((name): Evidence => ({ code: `match.${name}` }))
  const label = wording.alone && !names.includes('listed') ? fieldLabel(bench, candidate, reading) : null
  return label ? [...found, label] : found
}

function count(tally: Weighed, rule: MarkRule, form: Form, standing: Evidence): void {
  const name = nameOf(standing)
  if (form.ignores?.includes(name)) return
  const weight = rule.weights[name]
  if (weight === 0) return
  tally.score += weight
  tally.evidence.push(standing)
}

function countBeside(tally: Weighed, bench: Bench, candidate: Candidate, compiled: CompiledBeside): void {
  const { beside }: { beside: Beside } = compiled
  const words = findBeside(bench, candidate, compiled)
  if (words === null) {
    if (beside.required) tally.fails = true
    return
  }
  tally.score += beside.weight
  const code = beside.weight < 0 ? 'match.beside-against' : 'match.beside'
  tally.evidence.push({ code, args: { words } })
}

const rank: Readonly<Record<Level, number>> = { block: 2, review: 1, note: 0 }

function levelFor(score: number, rule: MarkRule, cap: Level = rule.level): Level | null {
  if (score < rule.bars.review) return null
  const reached: Level = score >= rule.bars.block ? 'block' : 'review'
  return [reached, cap, rule.level].reduce((one, other) => (rank[other] < rank[one] ? other : one))
}

/** Of matches that overlap, the one that judged most severely, then the highest score, then the longest. */
function bestOfOverlapping(found: Found[]): Found[] {
  const severity = (one: Found): number => (one.level === null ? -1 : rank[one.level])
  const ranked = found.toSorted(
    (one, other) =>
      severity(other) - severity(one) ||
      other.score - one.score ||
      other.end - other.start - (one.end - one.start) ||
      one.start - other.start,
  )
  const kept: Found[] = []
  const taken = new Map<number, Found[]>()
  for (const one of ranked) {
    const blocks = [one.start >> 8, one.end >> 8]
    const clash = blocks.some((block) =>
      taken.get(block)?.some((other) => one.start < other.end && other.start < one.end),
    )
    if (clash) continue
    kept.push(one)
    for (const block of new Set(blocks)) taken.set(block, [...(taken.get(block) ?? []), one])
  }
  return kept
}
