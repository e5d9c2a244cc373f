/** What a compiled rule is: triggers that wake it, and a search of the stretches they woke. */
import type { Evidence, HiddenBy, Level, Place, Rule, Sight, Trigger, Channel } from '../types.js'
import type { View } from '../view.js'

/** A stretch of `View.text`: one passage that holds a trigger. */
export type Stretch = readonly [start: number, end: number]

/** What is the same for every candidate of one page. */
export interface Bench {
  readonly view: View
  /** ISO date; exam years are held against it. */
  readonly today: string
  /** Facts about the page computed once, by name. */
  readonly memory: Map<string, unknown>
}

/** A judged candidate; `level` null is a mention that was let through. */
export interface Found {
  readonly rule: Rule
  readonly level: Level | null
  readonly start: number
  readonly end: number
  /** The part of the match that makes the identity; the whole when absent. */
  readonly term: string
  readonly score: number
  readonly evidence: readonly Evidence[]
  readonly mask?: 'identity' | 'phone' | 'card'
  /** Not from text: a mark in pixels. */
  readonly seen?: { readonly place: Place; readonly confidence: number }
}

export interface Matcher {
  readonly rule: Rule
  readonly triggers: readonly Trigger[]
  /** `woken[n]` are the stretches where trigger n was seen; called only if there are any, or no triggers. */
  search(bench: Bench, woken: readonly (readonly Stretch[])[]): Found[]
}

export interface Origin {
  readonly channel: Channel | 'pixels'
  readonly sight: Sight
  readonly hiddenBy?: HiddenBy
  readonly confidence: number
}

/** A fact worth computing once a page. */
export function remember<T>(bench: Bench, name: string, compute: () => T): T {
  if (!bench.memory.has(name)) bench.memory.set(name, compute())
  return bench.memory.get(name) as T
}
