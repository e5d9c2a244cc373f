/** The three headlines over the two verdicts. */
import type { Tally } from '../../tally.js'
import { say } from '../../phrases/index.js'
import type { Judged } from '../../types.js'
import type { RunFacts } from '../stream.js'
import type { Ink } from './ink.js'

export function headline({ inspection, verdict }: Judged, { lang }: RunFacts, ink: Ink): string {
  const review = say({ code: 'report.review', args: { count: verdict.needsReview } }, lang)
  if (verdict.decision === 'publish')
    return verdict.needsReview > 0
      ? ink.doubt(`! ${review}`)
      : ink.good(`√ ${say({ code: 'report.publish' }, lang)}`)
  const found = inspection.findings.some((finding) => finding.level !== 'note')
  return ink.bad(`× ${say({ code: found ? 'report.block' : 'report.block-incomplete' }, lang)}`)
}

export function overallLine(tally: Tally, facts: RunFacts, ink: Ink): string {
  const { lang } = facts
  const name = say({ code: 'report.overall' }, lang)
  const lead = lang === 'zh' ? `${name}：` : `${name}: `
  if (tally.blocked > 0 || facts.missing.length > 0) {
    const args = { blocked: tally.blocked, total: tally.inputs }
    return ink.bad(
      `${lead}${say({ code: 'report.block' }, lang)}（${say({ code: 'report.overall-block', args }, lang)}）`,
    )
  }
  if (tally.needsReview > 0)
    return ink.doubt(`${lead}${say({ code: 'report.review', args: { count: tally.needsReview } }, lang)}`)
  return ink.good(`${lead}${say({ code: 'report.publish' }, lang)}`)
}
