/** What a compiled rule is: triggers that wake it, and a search of the stretches they woke. */
import type {
  Clue,
  Condition,
  Evidence,
  HiddenBy,
  Level,
  Place,
  Rule,
  Sight,
  Trigger,
  Channel,
} from '../types.js'
import type { View } from '../view.js'

/** Where a trigger was seen: search from `from` to `to` within the passage `start`–`end` of `View.text`. */
export interface SearchRange {
  readonly start: number
  readonly end: number
  readonly from: number
  to: number
}

/** All matches of a global pattern in a stretch, with their offset in `View.text`. Anchors mean the passage. */
export function* matchesIn(
  text: string,
  pattern: RegExp,
  stretches: readonly SearchRange[],
): Generator<readonly [start: number, match: RegExpExecArray]> {
  for (const { start, end, from, to } of stretches) {
    const passage = text.slice(start, Math.min(end, to + reach))
    pattern.lastIndex = from - start
    for (let match = pattern.exec(passage); match; match = pattern.exec(passage)) {
      if (match[0] === '') pattern.lastIndex += 1
      else yield [start + match.index, match]
    }
  }
}

/** Characters after a trigger that a pattern may still need. */
export const reach = 80
/** Characters before a trigger where a match may begin. */
export const runUp = 32

/** What is the same for every candidate of one page. */
export interface MatchContext {
  readonly view: View
  /** The ISO day words nearby are held against; null before any day on which one of them begins to count. */
  readonly day: string | null
  /** Days on which words nearby begin to count, as they are met. */
  readonly edges: Set<string>
  /** True: mentions are wanted too; else whatever cannot become a mark may be dropped early. */
  readonly explain: boolean
  /** Facts about the page computed once, by name. */
  readonly memory: Map<string, unknown>
}

/** A judged candidate; `level` null is a mention that was let through. */
export interface JudgedCandidate {
  readonly rule: Rule
  readonly level: Level | null
  readonly start: number
  readonly end: number
  /** The part of the match that makes the identity; the whole when absent. */
  readonly term: string
  readonly score: number
  /** The form applies here, whatever came of it: shorter readings of the same characters do not count. */
  readonly firm?: boolean
  readonly evidence: readonly Evidence[]
  readonly mask?: 'identity' | 'phone' | 'card'
  /** Counts on some occasions only. */
  readonly when?: Condition
  /** Set: no finding by itself, but evidence about the document. */
  readonly clue?: Omit<Clue, 'hit'>
  /** Not from text: a mark in pixels. */
  readonly seen?: { readonly place: Place; readonly confidence: number }
}

export interface Matcher {
  readonly rule: Rule
  readonly triggers: readonly Trigger[]
  /** `woken[n]` are the stretches where trigger n was seen; called only if there are any, or no triggers. */
  search(context: MatchContext, woken: readonly (readonly SearchRange[])[]): JudgedCandidate[]
}

export interface PassageOrigin {
  readonly channel: Channel | 'pixels'
  readonly sight: Sight
  readonly hiddenBy?: HiddenBy
  readonly confidence: number
}

/** A fact worth computing once a page. */
export function remember<T>(context: MatchContext, name: string, compute: () => T): T {
  if (!context.memory.has(name)) context.memory.set(name, compute())
  return context.memory.get(name) as T
}
