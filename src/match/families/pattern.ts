/** Family `pattern`: a shape of text that counts wherever it stands, proved by a check. */
import type { Evidence, Level, Line, PatternRule } from '../../types.js'
import { gapsBetween, lineOf, rowAt } from '../../view.js'
import { candidateAt } from '../candidate.js'
import { checks, proofOf } from '../checks/index.js'
import { fieldLabel } from '../standing/field-label.js'
import { isBesidePerson, personName } from '../standing/person-name.js'
import {
  type MatchContext,
  type JudgedCandidate,
  type Matcher,
  matchesIn,
  type SearchRange,
} from '../matcher.js'

export function compilePattern(rule: PatternRule): Matcher {
  const pattern = new RegExp(rule.pattern, 'gu')
  const asRead = rule.asRead ? new RegExp(rule.asRead, 'gu') : null
  const except = rule.except.map((source) => new RegExp(source, 'u'))
  const lowered = rule.lowered ? compileLowered(rule.lowered) : null
  const named = rule.named ? nameOf(rule.named) : null
  const notNamed = rule.notNamed ? nameOf(rule.notNamed) : null
  const person = rule.besidePerson ? personName(rule.besidePerson) : null
  const check = rule.check ? checks[rule.check] : undefined
  const judge = (context: MatchContext, start: number, text: string): JudgedCandidate | null => {
    const checked = check ? check(text) : true
    if (checked === false) return null
    const end = start + text.length
    const around = contextOf(context, start, end)
    if (except.some((one) => one.test(around))) return null
    if (named && !isNamed(context, start, end, named)) return null
    if (notNamed && isNamed(context, start, end, notNamed)) return null
    if (person && !isBesidePerson(context, start, person)) return null
    const [level, evidence] = levelAt(rule, lowered, context, start, end)
    const mask = rule.mask ? { mask: rule.mask } : {}
    const when = checked === true ? {} : { when: checked }
    return {
      rule,
      level,
      start,
      end,
      term: text.replace(/[\s-]/gu, ''),
      score: 0,
      evidence,
      ...mask,
      ...when,
    }
  }
  return {
    rule,
    triggers: [{ keywords: rule.keywords, ...(rule.digits ? { digits: rule.digits } : {}) }],
    search(context, woken) {
      const found: JudgedCandidate[] = []
      for (const [start, text] of shapesIn(context, pattern, asRead, woken[0] ?? [])) {
        const isKnown = found.some((one) => one.start < start + text.length && start < one.end)
        const one = isKnown ? null : judge(context, start, text)
        if (one) found.push(one)
      }
      return found
    },
  }
}

/** What has the shape; after it, on pictures, what has the looser shape of letter-spaced print. */
function* shapesIn(
  context: MatchContext,
  pattern: RegExp,
  asRead: RegExp | null,
  stretches: readonly SearchRange[],
): Generator<readonly [start: number, text: string]> {
  const { view } = context
  for (const [start, { 0: text }] of matchesIn(view.text, pattern, stretches))
    if (!crossesColumns(context, start, start + text.length)) yield [start, text]
  if (!asRead || !view.page.lines.some(isRead)) return
  for (const [start, { 0: text }] of matchesIn(view.text, asRead, stretches))
    if (isRead(lineOf(view, rowAt(view, start)))) yield [start, text]
}

const isRead = ({ spans }: Line): boolean => spans[0]?.channel === 'ocr'

interface Named {
  /** Ends right before the match, but for a few words. */
  readonly before: RegExp
  readonly label: RegExp
}

const nameOf = (words: string): Named => ({
  before: new RegExp(`(?:${words})[^\\n]{0,12}$`, 'u'),
  label: new RegExp(`^(?:[一-龥]{0,6}(?:${words})[一-龥]{0,4}(?:[(（][^)）]*[)）])?)$`, 'u'),
})

/** The words stand before it on its line, or are the label of its cell or column. */
function isNamed(context: MatchContext, start: number, end: number, { before, label }: Named): boolean {
  const { view } = context
  const row = rowAt(view, start)
  if (before.test(view.text.slice(Math.max(view.rows[row]!.start, start - 32), start))) return true
  return fieldLabel(context, candidateAt(context, start, end), label) !== null
}

/** Half-width columns: digits farther apart stand in columns of a table, not in one number. */
const widestGap = 3

function crossesColumns({ view }: MatchContext, start: number, end: number): boolean {
  const [from, to] = gapsBetween(view, start, end)
  for (let gap = from; gap < to; gap += 1) if (view.gapWidth[gap]! > widestGap) return true
  return false
}

/** The match between U+0000 marks, with the name of its line, 24 characters before it and 8 after. */
function contextOf(context: MatchContext, start: number, end: number): string {
  const { view } = context
  const { text } = view
  const { label, part } = lineOf(view, rowAt(view, start))
  const named = part === 'name' ? 'file-name:' : label ? `${label}:` : ''
  const before = `${named}${text.slice(Math.max(0, start - 24), start)}`
  return `${before}\u0000${text.slice(start, end)}\u0000${text.slice(end, end + 8)}`
}

interface Lowered {
  readonly words: RegExp
  /** The same words as the head of its column or the label of its cell. */
  readonly label: RegExp
  readonly level: Level
}

const compileLowered = ({ pattern, level }: NonNullable<PatternRule['lowered']>): Lowered => ({
  words: new RegExp(pattern, 'u'),
  label: new RegExp(`^[^\\s]{0,6}(?:${pattern})[^\\s]{0,6}$`, 'u'),
  level,
})

function levelAt(
  rule: PatternRule,
  lowered: Lowered | null,
  context: MatchContext,
  start: number,
  end: number,
): readonly [Level, Evidence[]] {
  const evidence: Evidence[] = [{ code: proofOf(rule.check, context.view.text.slice(start, end)) }]
  if (!lowered) return [rule.level, evidence]
  const words =
    besideOf(context, start, lowered.words) ??
    fieldLabel(context, candidateAt(context, start, end), lowered.label)
  if (!words) return [rule.level, evidence]
  return [lowered.level, [...evidence, { code: 'match.beside-against', args: { words } }]]
}

/** Words before it on its line and the one above, or in the name of its line. */
function besideOf({ view }: MatchContext, start: number, words: RegExp): string | undefined {
  const row = rowAt(view, start)
  const before = view.text.slice(Math.max(view.rows[Math.max(0, row - 1)]!.start, start - 48), start)
  return words.exec(`${lineOf(view, row).label ?? ''} ${before}`)?.[0]
}
