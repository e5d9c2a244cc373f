/** Inspection → verdict. Fails closed: a gap blocks as a finding of level `block` does. */
import { holds } from '../condition.js'
import type { Finding, Inspection, Judged, Level, Naming, Occasion, Verdict } from '../types.js'
import { weighFacts } from './clues.js'
import { setAside, type Waivers } from './waivers.js'

export type { Waivers } from './waivers.js'

export interface Terms extends Occasion {
  /** `--strict`: what a person must look at blocks too. */
  readonly strict: boolean
  /** What somebody answers for does not count; none when absent. */
  readonly waivers?: Waivers | null
}

/** `name` is what the file's name in this run says; nothing when absent. */
export function judge(found: Inspection, terms: Terms, name?: Naming): Judged {
  const decided = decide(found, terms, name)
  const { strict, waivers } = terms
  const { inspection, ...aside } = waivers ? setAside(decided, waivers, terms.day) : { inspection: decided }
  const count = (level: Level) => inspection.findings.filter((finding) => finding.level === level).length
  const complete = inspection.gaps.length === 0
  const needsReview = count('review')
  const blocked = count('block') > 0 || !complete || (strict && needsReview > 0)
  const verdict: Verdict = { decision: blocked ? 'block' : 'publish', needsReview, complete }
  return { inspection, verdict, ...aside }
}

/** What the inspection left open, settled for the occasion; what the name says comes first. */
function decide(found: Inspection, occasion: Occasion, name?: Naming): Inspection {
  const counts = ({ when }: Pick<Finding, 'when'>) => holds(when, occasion)
  const clues = [...(name?.clues ?? []), ...found.clues].filter(({ finding }) => counts(finding))
  const stated = [...(name?.findings ?? []), ...found.findings].filter(counts)
  const explained = found.explained && {
    explained: [...(name?.explained ?? []), ...found.explained].filter(counts),
  }
  return { ...found, findings: [...stated, ...weighFacts(clues)], clues: [], ...explained }
}
