/** The weighing of one candidate: a score, and the evidence that made it. */
import type { Evidence, Form, MarkRule, Standing } from '../types.js'

export class EvidenceTally {
  readonly evidence: Evidence[] = []
  readonly #rule: MarkRule
  readonly #ignored: readonly Standing[]
  readonly #held = new Set<Standing>()
  score: number
  /** Something it cannot do without is missing: a mention, whatever the score. */
  fails = false
  /** False: the form does not apply here at all. */
  firm = true

  constructor(rule: MarkRule, form: Form) {
    this.#rule = rule
    this.#ignored = form.ignores ?? []
    this.score = form.strength
    for (const shown of form.shows) this.evidence.push({ code: `match.shows-${shown}` })
  }

  add(standing: Standing, args?: Readonly<Record<string, string>>): this {
    this.#held.add(standing)
    const weight = this.#ignored.includes(standing) ? 0 : this.#rule.weights[standing]
    if (weight === 0) return this
    this.score += weight
    this.evidence.push({ code: `match.${standing}`, ...(args ? { args } : {}) })
    return this
  }

  /** Words nearby and what they weigh. */
  note(weight: number, words: string): void {
    this.score += weight
    this.evidence.push({ code: weight < 0 ? 'match.beside-against' : 'match.beside', args: { words } })
  }

  has(standing: Standing): boolean {
    return this.#held.has(standing)
  }

  fail(): this {
    this.fails = true
    return this
  }

  dismiss(): this {
    this.firm = false
    return this.fail()
  }
}
