/** Family `mark`: candidates by their writing, then writing and standing weighed: mark or mention. */
import type { Form, Level, MarkRule, Standing } from '../../types.js'
import { valuesOf } from '../cells.js'
import { readCues, type Reading } from '../cues.js'
import { fieldLabel } from '../field-label.js'
import { type Bench, type Found, type Matcher, matchesIn, type Stretch } from '../matcher.js'
import { type CompiledBeside, compileBeside, findBeside, headStandings, isAboutSecrecy } from '../nearby.js'
import { onEachDay } from '../on-each-day.js'
import { bestOfOverlapping, severity } from '../overlap.js'
import { isInMenu } from '../menu.js'
import { isGlued } from '../segment.js'
import { type Candidate, candidateAt } from '../candidate.js'
import { isAtFoot } from '../region.js'
import { standingsOf } from '../standing.js'
import { Tally } from '../tally.js'
import { explanations, explanationsOf, wordingOf } from '../wording.js'

interface CompiledForm {
  readonly form: Form
  readonly pattern: RegExp
  /** Set where the pattern is a label: what its value must be. */
  readonly value: RegExp | null
  readonly beside: readonly CompiledBeside[]
  /** Level and term, with a star but where the form says 启用前: other words may stand beside it. */
  readonly whole: boolean
  /** The most that words nearby and explanations can add. */
  readonly atBest: number
}

interface Compiled {
  readonly rule: MarkRule
  readonly reading: Reading
}

export function compileMark(rule: MarkRule): Matcher {
  const compiled: Compiled = { rule, reading: readCues(rule.cues) }
  const forms = rule.forms.map((form): CompiledForm => {
    const beside = compileBeside([...rule.beside, ...(form.beside ?? [])])
    const weights = [
      ...beside.map((one) => one.beside.weight),
      ...explanations.map((name) => rule.weights[name]),
    ]
    const atBest = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0)
    const value = form.value ? new RegExp(`^(?:${form.value})$`, 'u') : null
    return { form, pattern: new RegExp(form.pattern, 'gu'), value, beside, whole: isWhole(form), atBest }
  })
  return {
    rule,
    triggers: rule.forms,
    search(bench, woken) {
      return onEachDay(bench, (day) => {
        const found = forms.flatMap((form, index) => searchForm(day, compiled, form, woken[index] ?? []))
        return bestOfOverlapping(found, bench.explain)
      })
    },
  }
}

/** Forms that count only alone are no less so for a term. */
const isWhole = ({ shows, needs }: Form): boolean =>
  shows.includes('level') &&
  shows.includes('term') &&
  (needs === undefined || shows.some((one) => one.startsWith('star')))

/** Company stands beside marks there; elsewhere a blank is one that stands in a sentence. */
const whereCompanyStands: readonly Standing[] = [
  'header',
  'footer',
  'textbox',
  'link',
  'property',
  'first-lines',
  'page-head',
  'top-left',
  'top-right',
  'page-edge',
]

/** What a form found: the stretch to judge, its words, and the label whose value it is. */
interface Written {
  readonly start: number
  readonly end: number
  readonly term: string
  readonly label?: string
}

function* writtenIn(bench: Bench, form: CompiledForm, stretches: readonly Stretch[]): Generator<Written> {
  const { text } = bench.view
  for (const [start, match] of matchesIn(text, form.pattern, stretches)) {
    const end = start + match[0].length
    const term = match.groups?.['term'] ?? match[0]
    if (!form.value) {
      yield { start, end, term }
      continue
    }
    for (const [from, to] of valuesOf(bench, start, end)) {
      const value = to - from > longestValue ? '' : text.slice(from, to)
      if (form.value.test(value)) yield { start: from, end: to, term: `${term}:${value}`, label: term }
    }
  }
}

const longestValue = 200

function searchForm(
  bench: Bench,
  compiled: Compiled,
  form: CompiledForm,
  stretches: readonly Stretch[],
): Found[] {
  const found: Found[] = []
  for (const { start, end, term, label } of writtenIn(bench, form, stretches)) {
    const candidate = candidateAt(bench, start, end)
    const tally = weigh(bench, compiled, form, candidate, label)
    const { rule } = compiled
    const level = tally.fails ? null : levelFor(tally.score, rule, form.form.level)
    const { score, evidence, firm } = tally
    found.push({
      rule,
      level,
      start,
      end: candidate.end,
      term: term.replace(/\s/gu, ''),
      score,
      firm,
      evidence,
    })
  }
  return found
}

/** Cheap facts first: what cannot reach the lower bar any more is not looked at further, unless asked to explain. */
function weigh(
  bench: Bench,
  compiled: Compiled,
  form: CompiledForm,
  candidate: Candidate,
  label?: string,
): Tally {
  const { rule, reading } = compiled
  const { bounded, needs } = form.form
  const tally = new Tally(rule, form.form)
  if (bounded && isGlued(bench, candidate, bounded, reading)) return tally.add('glued').dismiss()
  if (label) tally.add('field-cell', { label })
  const wording = wordingOf(bench, candidate, reading, form.whole)
  const setApart = wording.standings.includes('set-apart')
  const apart = wording.alone || setApart || wording.standings.includes('title-end')
  const standings = standingsOf(bench, candidate, apart)
  for (const name of setApart ? besideCompany(standings) : wording.standings) tally.add(name)
  for (const name of standings) tally.add(name)
  if (!apart && !bench.explain && tally.score + form.atBest < rule.bars.review) return tally.fail()
  for (const name of explanationsOf(bench, candidate, reading, wording.alone)) tally.add(name)
  if (!label && wording.alone) weighSurroundings(bench, candidate, reading, tally)
  if (isAboutSecrecy(bench, candidate, reading)) tally.add('topic')
  if (needs && !needs.some((need) => tally.has(need))) tally.fail()
  for (const beside of form.beside) weighBeside(tally, bench, candidate, beside)
  return tally
}

/** What calls something by a name (a subject, a title, the text for a picture) bears its mark as a file name does. */
function besideCompany(standings: readonly Standing[]): readonly Standing[] {
  if (standings.includes('label')) return ['alone-in-segment']
  return standings.some((name) => whereCompanyStands.includes(name)) ? ['set-apart'] : ['in-sentence']
}

/** What only a candidate that stands alone can have: a label, a head below it, the foot of the page. */
function weighSurroundings(bench: Bench, candidate: Candidate, reading: Reading, tally: Tally): void {
  for (const name of headStandings(bench, candidate, reading)) tally.add(name)
  if (isAtFoot(bench, candidate)) tally.add('at-foot')
  const label = tally.has('listed') ? null : fieldLabel(bench, candidate, reading.label)
  if (label) tally.add('field-cell', { label })
  else if (tally.has('under-title')) return
  else if (isInMenu(bench, candidate, reading, tally.has('official-head'))) tally.add('in-menu')
}

function weighBeside(tally: Tally, bench: Bench, candidate: Candidate, compiled: CompiledBeside): void {
  const { weight, required } = compiled.beside
  const words = findBeside(bench, candidate, compiled)
  if (words !== null) tally.note(weight, words)
  else if (required) tally.dismiss()
}

function levelFor(score: number, rule: MarkRule, cap: Level = rule.level): Level | null {
  if (score < rule.bars.review) return null
  const reached: Level = score >= rule.bars.block ? 'block' : 'review'
  return [reached, cap, rule.level].reduce((one, other) => (severity[other] < severity[one] ? other : one))
}
