/** The forms of writing of a rule: compiled once a rule, and where each stands in a text. */
import type { Form, MarkRule } from '../types.js'
import { valuesOf } from './page/cells.js'
import { type MatchContext, matchesIn, type SearchRange } from './matcher.js'
import { type CompiledBeside, compileBeside } from './standing/nearby.js'
import { explanations } from './standing/wording.js'

export interface CompiledForm {
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

export function compileForm(rule: MarkRule, form: Form): CompiledForm {
  const beside = compileBeside([...rule.beside, ...(form.beside ?? [])])
  const weights = [
    ...beside.map((one) => one.beside.weight),
    ...explanations.map((name) => rule.weights[name]),
  ]
  const atBest = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0)
  const value = form.value ? new RegExp(`^(?:${form.value})$`, 'u') : null
  return { form, pattern: new RegExp(form.pattern, 'gu'), value, beside, whole: isWhole(form), atBest }
}

/** Forms that count only alone are no less so for a term. */
const isWhole = ({ shows, needs }: Form): boolean =>
  shows.includes('level') &&
  shows.includes('term') &&
  (needs === undefined || shows.some((one) => one.startsWith('star')))

/** What a form found: the stretch to judge, its words, and the label whose value it is. */
export interface WrittenForm {
  readonly start: number
  readonly end: number
  readonly term: string
  readonly label?: string
}

export function* writtenIn(
  context: MatchContext,
  form: CompiledForm,
  stretches: readonly SearchRange[],
): Generator<WrittenForm> {
  const { text } = context.view
  for (const [start, match] of matchesIn(text, form.pattern, stretches)) {
    const end = start + match[0].length
    const term = match.groups?.['term'] ?? match[0]
    if (!form.value) {
      yield { start, end, term }
      continue
    }
    for (const [from, to] of valuesOf(context, start, end)) {
      const value = to - from > longestValue ? '' : text.slice(from, to)
      if (form.value.test(value)) yield { start: from, end: to, term: `${term}:${value}`, label: term }
    }
  }
}

const longestValue = 200
