/** Inspection → verdict. Fails closed: a gap blocks as a finding of level `block` does. */
import type { Inspection, Judged, Level, Verdict } from '../types.js'
import { setAside, type Waivers } from './waivers.js'

export type { Waivers } from './waivers.js'

export interface Strictness {
  /** `--strict`: what a person must look at blocks too. */
  readonly strict: boolean
  /** What somebody answers for does not count; none when absent. */
  readonly waivers?: Waivers | null
}

export function judge(found: Inspection, { strict, waivers }: Strictness): Judged {
  const { inspection, ...aside } = waivers ? setAside(found, waivers) : { inspection: found }
  const count = (level: Level) => inspection.findings.filter((finding) => finding.level === level).length
  const complete = inspection.gaps.length === 0
  const needsReview = count('review')
  const blocked = count('block') > 0 || !complete || (strict && needsReview > 0)
  const verdict: Verdict = { decision: blocked ? 'block' : 'publish', needsReview, complete }
  return { inspection, verdict, ...aside }
}
