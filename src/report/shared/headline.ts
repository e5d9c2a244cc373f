/** The three headlines over the two verdicts, in words; each reporter gives them their colour. */
import { say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import type { Tally } from '../../tally.js'
import type { Judged } from '../../types.js'
import type { RunFacts } from '../reporter.js'

export interface Headline {
  readonly tone: 'bad' | 'doubt' | 'good'
  /** Says the same as the colour, for whoever does not see colours. */
  readonly sign: '×' | '!' | '√'
  readonly words: string
}

const signs = { bad: '×', doubt: '!', good: '√' } as const

/** Whatever the headline: rules that do less than they would stand in it. */
function headed(tone: Headline['tone'], words: string, facts: RunFacts): Headline {
  const names = relaxedNames(facts)
  const beside = names === '' ? '' : say({ code: 'report.relaxed', args: { names } }, facts.lang)
  return { tone, sign: signs[tone], words: `${words}${beside}` }
}

function relaxedNames({ lang, relaxed = [] }: RunFacts): string {
  return relaxed.map(({ title }) => title[lang]).join(punctuation[lang].list)
}

export function headlineOf({ inspection, verdict, waived = [] }: Judged, facts: RunFacts): Headline {
  if (verdict.decision === 'publish') return mayPublish(verdict.needsReview, waived.length, facts)
  const found = inspection.findings.some((finding) => finding.level !== 'note')
  return headed('bad', say({ code: found ? 'report.block' : 'report.block-incomplete' }, facts.lang), facts)
}

/** Nothing forbids publication; it is only called good where nobody has to look or to answer for anything. */
function mayPublish(needsReview: number, waived: number, facts: RunFacts): Headline {
  const { lang } = facts
  const names = relaxedNames(facts)
  if (needsReview > 0)
    return headed('doubt', say({ code: 'report.review', args: { count: needsReview } }, lang), facts)
  if (names !== '') {
    const words = say({ code: 'report.publish-relaxed', args: { names } }, lang)
    return { tone: 'doubt', sign: signs.doubt, words }
  }
  if (waived > 0)
    return headed('doubt', say({ code: 'report.publish-waived', args: { count: waived } }, lang), facts)
  return headed('good', say({ code: 'report.publish' }, lang), facts)
}

/** Over all files of the run; `beside` says how many of them must not be published. */
export function overallHeadline(tally: Tally, facts: RunFacts): Headline & { readonly beside?: string } {
  const { lang, missing } = facts
  if (tally.blocked === 0 && missing.length === 0) return mayPublish(tally.needsReview, tally.waived, facts)
  const args = { blocked: tally.blocked, total: tally.inputs }
  return {
    ...headed('bad', say({ code: 'report.block' }, lang), facts),
    beside: say({ code: 'report.overall-block', args }, lang),
  }
}

const kinds = { bad: 'block', doubt: 'review', good: 'publish' } as const

/** For programs: which of the three headlines it is. */
export function headlineJson({ tone, words }: Headline) {
  return { kind: kinds[tone], words }
}
