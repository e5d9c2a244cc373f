/** Inspection → verdict. Fails closed: a gap blocks as a finding of level `block` does. */
import type { Inspection, Judged, Level, Verdict } from '../types.js'

export interface Strictness {
  /** `--strict`: what a person must look at blocks too. */
  readonly strict: boolean
}

export function judge(inspection: Inspection, { strict }: Strictness): Judged {
  const count = (level: Level) => inspection.findings.filter((finding) => finding.level === level).length
  const complete = inspection.gaps.length === 0
  const needsReview = count('review')
  const blocked = count('block') > 0 || !complete || (strict && needsReview > 0)
  const verdict: Verdict = { decision: blocked ? 'block' : 'publish', needsReview, complete }
  return { inspection, verdict }
}
