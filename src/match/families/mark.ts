/** Family `mark`: candidates by their writing, then writing and standing weighed: mark or mention. */
import type { Level, MarkRule, Standing } from '../../types.js'
import { readCues, type CuePatterns } from '../cues.js'
import { type CompiledForm, compileForm, writtenIn } from '../form.js'
import { fieldLabel } from '../standing/field-label.js'
import { type MatchContext, type JudgedCandidate, type Matcher, type SearchRange } from '../matcher.js'
import { type CompiledBeside, findBeside, headStandings, isAboutSecrecy } from '../standing/nearby.js'
import { onEachDay } from '../on-each-day.js'
import { bestOfOverlapping, severity } from '../outcome/overlap.js'
import { isInMenu } from '../standing/menu.js'
import { isGlued } from '../standing/segment.js'
import { type Candidate, candidateAt } from '../candidate.js'
import { isAtFoot } from '../standing/region.js'
import { standingsOf } from '../standing.js'
import { EvidenceTally } from '../tally.js'
import { explanationsOf, wordingOf } from '../standing/wording.js'

interface Compiled {
  readonly rule: MarkRule
  readonly reading: CuePatterns
}

export function compileMark(rule: MarkRule): Matcher {
  const compiled: Compiled = { rule, reading: readCues(rule.cues) }
  const forms = rule.forms.map((form) => compileForm(rule, form))
  return {
    rule,
    triggers: rule.forms,
    search(context, woken) {
      return onEachDay(context, (day) => {
        const found = forms.flatMap((form, index) => searchForm(day, compiled, form, woken[index] ?? []))
        return bestOfOverlapping(found, context.explain)
      })
    },
  }
}

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

function searchForm(
  context: MatchContext,
  compiled: Compiled,
  form: CompiledForm,
  stretches: readonly SearchRange[],
): JudgedCandidate[] {
  const found: JudgedCandidate[] = []
  for (const { start, end, term, label } of writtenIn(context, form, stretches)) {
    const candidate = candidateAt(context, start, end)
    const tally = weigh(context, compiled, form, candidate, label)
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
  context: MatchContext,
  compiled: Compiled,
  form: CompiledForm,
  candidate: Candidate,
  label?: string,
): EvidenceTally {
  const { rule, reading } = compiled
  const { bounded, needs } = form.form
  const tally = new EvidenceTally(rule, form.form)
  if (bounded && isGlued(context, candidate, bounded, reading)) return tally.add('glued').dismiss()
  if (label) tally.add('field-cell', { label })
  const wording = wordingOf(context, candidate, reading, form.whole)
  const setApart = wording.standings.includes('set-apart')
  const apart = wording.alone || setApart || wording.standings.includes('title-end')
  const standings = standingsOf(context, candidate, apart)
  for (const name of setApart ? besideCompany(standings) : wording.standings) tally.add(name)
  for (const name of standings) tally.add(name)
  if (!apart && !context.explain && tally.score + form.atBest < rule.bars.review) return tally.fail()
  for (const name of explanationsOf(context, candidate, reading, wording.alone)) tally.add(name)
  if (!label && wording.alone) weighSurroundings(context, candidate, reading, tally)
  if (isAboutSecrecy(context, candidate, reading)) tally.add('topic')
  if (needs && !needs.some((need) => tally.has(need))) tally.fail()
  for (const beside of form.beside) weighBeside(tally, context, candidate, beside)
  return tally
}

/** What calls something by a name (a subject, a title, the text for a picture) bears its mark as a file name does. */
function besideCompany(standings: readonly Standing[]): readonly Standing[] {
  if (standings.includes('label')) return ['alone-in-segment']
  return standings.some((name) => whereCompanyStands.includes(name)) ? ['set-apart'] : ['in-sentence']
}

/** What only a candidate that stands alone can have: a label, a head below it, the foot of the page. */
function weighSurroundings(
  context: MatchContext,
  candidate: Candidate,
  reading: CuePatterns,
  tally: EvidenceTally,
): void {
  for (const name of headStandings(context, candidate, reading)) tally.add(name)
  if (isAtFoot(context, candidate)) tally.add('at-foot')
  const label = tally.has('listed') ? null : fieldLabel(context, candidate, reading.label)
  if (label) tally.add('field-cell', { label })
  else if (tally.has('under-title')) return
  else if (isInMenu(context, candidate, reading, tally.has('official-head'))) tally.add('in-menu')
}

function weighBeside(
  tally: EvidenceTally,
  context: MatchContext,
  candidate: Candidate,
  compiled: CompiledBeside,
): void {
  const { weight, required } = compiled.beside
  const words = findBeside(context, candidate, compiled)
  if (words !== null) tally.note(weight, words)
  else if (required) tally.dismiss()
}

function levelFor(score: number, rule: MarkRule, cap: Level = rule.level): Level | null {
  if (score < rule.bars.review) return null
  const reached: Level = score >= rule.bars.block ? 'block' : 'review'
  return [reached, cap, rule.level].reduce((one, other) => (severity[other] < severity[one] ? other : one))
}
