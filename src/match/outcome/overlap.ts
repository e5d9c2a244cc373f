/** Of candidates that overlap, the one to keep. */
import type { Level } from '../../types.js'
import type { JudgedCandidate } from '../matcher.js'

export const severity: Readonly<Record<Level, number>> = { block: 2, review: 1, note: 0 }

const rank = (one: JudgedCandidate): number => (one.level === null ? -1 : severity[one.level])

/**
 * A part of a longer candidate that was judged does not count beside it: `机密★` in `机密★20年`. Of the others
 * the one that judged most severely, then the highest score, then the longest, then the first. Mentions are
 * kept only where `mentions` asks for them.
 */
export function bestOfOverlapping(found: readonly JudgedCandidate[], mentions: boolean): JudgedCandidate[] {
  const whole = found.length > 1 ? withoutParts(found) : found
  const asked = mentions ? whole : whole.filter((one) => one.level !== null)
  return asked.length > 1 ? apart(asked) : [...asked]
}

function apart(found: readonly JudgedCandidate[]): JudgedCandidate[] {
  const ranked = found.toSorted(
    (one, other) =>
      rank(other) - rank(one) ||
      other.score - one.score ||
      other.end - other.start - (one.end - one.start) ||
      one.start - other.start,
  )
  const kept: JudgedCandidate[] = []
  /** What is kept, by blocks of 256 characters it touches. */
  const taken = new Map<number, JudgedCandidate[]>()
  for (const one of ranked) {
    const blocks = [...new Set([one.start >> 8, one.end >> 8])]
    const clashes = (other: JudgedCandidate): boolean => one.start < other.end && other.start < one.end
    if (blocks.some((block) => taken.get(block)?.some(clashes))) continue
    kept.push(one)
    for (const block of blocks) taken.set(block, [...(taken.get(block) ?? []), one])
  }
  return kept
}

function withoutParts(found: readonly JudgedCandidate[]): readonly JudgedCandidate[] {
  const byStart = found.toSorted((one, other) => one.start - other.start || other.end - one.end)
  let longest: JudgedCandidate | null = null
  return byStart.filter((one) => {
    const part: boolean =
      longest !== null &&
      one.start >= longest.start &&
      one.end <= longest.end &&
      one.end - one.start < longest.end - longest.start
    if (!part && one.firm && (longest === null || one.end > longest.end)) longest = one
    return !part
  })
}
