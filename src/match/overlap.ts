/** Of candidates that overlap, the one to keep. */
import type { Level } from '../types.js'
import type { Found } from './matcher.js'

export const severity: Readonly<Record<Level, number>> = { block: 2, review: 1, note: 0 }

const rank = (one: Found): number => (one.level === null ? -1 : severity[one.level])

/** The one that judged most severely, then the highest score, then the longest, then the first. */
export function bestOfOverlapping(found: readonly Found[]): Found[] {
  const ranked = found.toSorted(
    (one, other) =>
      rank(other) - rank(one) ||
      other.score - one.score ||
      other.end - other.start - (one.end - one.start) ||
      one.start - other.start,
  )
  const kept: Found[] = []
  /** What is kept, by blocks of 256 characters it touches. */
  const taken = new Map<number, Found[]>()
  for (const one of ranked) {
    const blocks = [...new Set([one.start >> 8, one.end >> 8])]
    const clashes = (other: Found): boolean => one.start < other.end && other.start < one.end
    if (blocks.some((block) => taken.get(block)?.some(clashes))) continue
    kept.push(one)
    for (const block of blocks) taken.set(block, [...(taken.get(block) ?? []), one])
  }
  return kept
}
