/** A rule of any family, and what settings did to one. */
import type { Bilingual } from './place.js'
import type { Level } from './result.js'
import type { DocumentRule } from './rule-document.js'
import type { HeadRule, PixelRule, SightRule } from './rule-seen.js'
import type { MarkRule, PatternRule, RemarkRule } from './rule.js'

export type Rule = MarkRule | PatternRule | RemarkRule | PixelRule | HeadRule | SightRule | DocumentRule

/** A rule that comes with secscan, lowered or switched off by settings. Stands in every headline. */
export interface Relaxed {
  readonly rule: string
  readonly title: Bilingual
  readonly from: Level
  readonly to: Level | 'off'
  readonly reason: string
  readonly by: string
  /** File and line. */
  readonly where: string
}
