/** What may be kept of a file once it was judged: facts alone, so that whatever stores them cannot leak the document. */
import type { GapCause, Judged, Level, Verdict } from '../types.js'

/** JSON through and through; ids and hashes tell what is meant, nothing shows it. */
export interface FileRecord {
  /** Name of the input as it was given. */
  readonly name: string
  /** SHA-256 of its bytes; empty where they could not be read. */
  readonly hash: string
  /** ISO date it was judged by. */
  readonly day: string
  /** Hash of the rules it was judged by. */
  readonly rules: string
  readonly verdict: Verdict
  readonly findings: readonly FindingRecord[]
  readonly gaps: readonly { readonly id: string; readonly cause: GapCause }[]
  /** Ids of what was let through, and who answers for it. */
  readonly waived: readonly { readonly id: string; readonly by: string; readonly until: string }[]
  readonly pages: number
}

export interface FindingRecord {
  readonly id: string
  readonly rule: string
  readonly level: Level
  readonly places: number
}

/** Built field by field: what is added to a result later does not slip in. */
export function recordOf(
  { inspection, verdict, waived = [] }: Judged,
  { day, rules }: Pick<FileRecord, 'day' | 'rules'>,
): FileRecord {
  const { source, hash, documents, findings, gaps } = inspection
  const { decision, needsReview, complete } = verdict
  return {
    name: source[0].name,
    hash,
    day,
    rules,
    verdict: { decision, needsReview, complete },
    findings: findings.map(({ id, rule, level, places }) => ({ id, rule, level, places: places.length })),
    gaps: gaps.map(({ id, cause }) => ({ id, cause })),
    waived: waived.map(({ waiver: { id, by, until } }) => ({ id, by, until })),
    pages: documents.reduce((sum, { pages }) => sum + pages, 0),
  }
}
