/** What tracked changes took out of a paragraph, with what stood around it where that makes the meaning. */

/** A stretch of a paragraph, and what tracked changes say of it. */
export interface TrackedRun {
  readonly text: string
  readonly deleted: boolean
  /** Put in by a tracked change: it did not stand there before. */
  readonly inserted?: true
}

/**
 * The deleted runs as one line. Where one of them was cut out of the middle of a word or sentence, the paragraph as it
 * was before: a level struck out of 涉及机密事项 was a mention, and 密★10年 behind a kept 机 was a mark. Deleted text
 * with a sign in it (★) says enough to be told by itself as well.
 */
export function formerLines<Run extends TrackedRun>(runs: readonly Run[]): readonly (readonly Run[])[] {
  const deleted = runs.filter((run) => run.deleted)
  if (!deleted.some(({ text }) => text.trim())) return []
  const former = runs.filter((run) => run.deleted || !run.inserted)
  if (!former.some((run, index) => isCutOut(run, former[index + 1]))) return [deleted]
  return deleted.some(({ text }) => /\p{S}/u.test(text)) ? [deleted, former] : [former]
}

/** One of two neighbours was deleted and the other kept, and letters meet where they join. */
function isCutOut(run: TrackedRun, next: TrackedRun | undefined): boolean {
  if (!next || run.deleted === next.deleted) return false
  return /[\p{L}\p{N}]$/u.test(run.text) && /^[\p{L}\p{N}]/u.test(next.text)
}
