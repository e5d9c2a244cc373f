/** The three headlines over the two verdicts, in words; each reporter gives them their colour. */
import { say } from '../../phrases/index.js'
import type { Tally } from '../../tally.js'
import type { Judged, Lang } from '../../types.js'
import type { RunFacts } from '../stream.js'

export interface Headline {
  readonly tone: 'bad' | 'doubt' | 'good'
  /** Says the same as the colour, for whoever does not see colours. */
  readonly sign: '×' | '!' | '√'
  readonly words: string
}

const signs = { bad: '×', doubt: '!', good: '√' } as const
const headed = (tone: Headline['tone'], words: string): Headline => ({ tone, sign: signs[tone], words })

export function headlineOf({ inspection, verdict }: Judged, lang: Lang): Headline {
  if (verdict.decision === 'publish') return mayPublish(verdict.needsReview, lang)
  const found = inspection.findings.some((finding) => finding.level !== 'note')
  return headed('bad', say({ code: found ? 'report.block' : 'report.block-incomplete' }, lang))
}

function mayPublish(needsReview: number, lang: Lang): Headline {
  return needsReview > 0
    ? headed('doubt', say({ code: 'report.review', args: { count: needsReview } }, lang))
    : headed('good', say({ code: 'report.publish' }, lang))
}

/** Over all files of the run; `beside` says how many of them must not be published. */
export function overallHeadline(
  tally: Tally,
  { lang, missing }: RunFacts,
): Headline & { readonly beside?: string } {
  if (tally.blocked === 0 && missing.length === 0) return mayPublish(tally.needsReview, lang)
  const args = { blocked: tally.blocked, total: tally.inputs }
  return {
    ...headed('bad', say({ code: 'report.block' }, lang)),
    beside: say({ code: 'report.overall-block', args }, lang),
  }
}
