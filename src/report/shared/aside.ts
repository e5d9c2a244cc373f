/** What stands beside the verdict: relaxed rules, waivers, and mentions that were let through. */
import { say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import type { Finding, Gap, Inspection, Lang, Relaxed, RuleHead, Waived } from '../../types.js'
import type { Ending, RunFacts } from '../reporter.js'
import { placeWords } from './place-words.js'
import { causeWords, type Reason, reasonsFrom } from './reasons.js'

/** Mentions of one rule that are told; JSON has them all. */
export const MENTIONS_SHOWN = 20

/** By rule; what is let through breaks no law, so none is cited. */
export function explainedReasons({ explained = [] }: Inspection, rules: RunFacts['rules']): Reason[] {
  return reasonsFrom(explained, rules).map(({ rule, findings }) => {
    const { basis: _basis, ...head } = rule ?? {}
    return { rule: rule && (head as RuleHead), findings }
  })
}

export function relaxedLine({ rule, title, from, to, reason, by, where }: Relaxed, lang: Lang): string {
  const [before, now] = [say({ code: `level.${from}` }, lang), say({ code: `level.${to}` }, lang)]
  const args = { rule, title: title[lang], from: before, to: now, reason, by, where }
  return say({ code: 'report.relaxed-line', args }, lang)
}

export function waivedLine({ waiver, what }: Waived, { lang, rules }: RunFacts): string {
  const { by, reason, until, basis } = waiver
  const args = { what: whatWords(what, lang, rules), by, reason, until }
  const told = say({ code: 'report.waived-line', args }, lang)
  return basis === undefined ? told : `${told}${say({ code: 'report.waived-basis', args: { basis } }, lang)}`
}

function whatWords(what: Finding | Gap, lang: Lang, rules: RunFacts['rules']): string {
  const [title, place] =
    'rule' in what
      ? [rules.get(what.rule)?.title[lang] ?? what.rule, what.places[0]]
      : [causeWords(what, lang), what.place]
  return `${title}${punctuation[lang].comma}${placeWords(place, lang)}`
}

/** Waivers that did not count, one line each. */
export function staleLines(stale: Ending['stale'], lang: Lang): string[] {
  return stale.map(({ waiver: { id, by, until, where }, cause }) =>
    say({ code: `waiver.${cause}`, args: { id, by, until, where } }, lang),
  )
}
