/** From a hit on one page to the verdict on one input. */
import type { Condition } from './condition.js'
import type { Document, Gap } from './extract.js'
import type { Channel, HiddenBy, Sight } from './page.js'
import type { Box, Place, Phrase } from './place.js'

export type Level = 'block' | 'review' | 'note'

/** Why a candidate counts as a mark (or was let through as a mention). */
export type Evidence = Phrase

/** The place of a finding as a person sees it, upright, personal data painted out. Never part of JSON. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly type: 'image/jpeg'
  readonly width: number
  readonly height: number
  /** The finding in it, as fractions of its width and height. */
  readonly box: Box
}

/** A matched text with its way home, made in a worker. Crosses the process border. */
export interface Hit {
  readonly rule: string
  readonly level: Level
  /** Normalised matched text; never printed, only hashed into the id. */
  readonly term: string
  /** Already masked where the rule asks for it. */
  readonly quote: string
  readonly place: Place
  readonly channel: Channel | 'pixels'
  readonly sight: Sight
  readonly hiddenBy?: HiddenBy
  readonly confidence: number
  readonly evidence: readonly Evidence[]
  /** The heading it stands under and the words before it, where no page number tells the place. */
  readonly heading?: string
  readonly before?: string
  /** Only when pictures were asked for. */
  readonly picture?: Picture
  /** Unseen text no quote may hold; only with `--reveal`. */
  readonly revealed?: string
  /** One finding tells of all hits of its rule in a document. */
  readonly folds?: true
  /** Further places of a hit that tells of several. */
  readonly others?: readonly Place[]
  /** Counts on some occasions only. */
  readonly when?: Condition
}

/**
 * What one page adds to the evidence for a rule about whole documents. It carries the terms of its rule, so that it can
 * be weighed where no rules are at hand.
 */
export interface Clue {
  /** The place where it was first seen, at the highest level its rule may reach. */
  readonly hit: Hit
  readonly name: string
  readonly count: number
  readonly weight: number
  readonly most: number
  readonly terms: ClueTerms
}
export interface ClueTerms {
  readonly bars: { readonly block: number; readonly review: number }
  /** Clues by name in the order of the rule, with how many times each must be found. */
  readonly least: Readonly<Record<string, number>>
}

/** Evidence without words of the document: its arguments are counts only. */
export interface Fact {
  readonly code: Evidence['code']
  readonly args?: Readonly<Record<string, number>>
}

/** What a rule found, as facts: no text of the document and no picture. */
export interface Finding {
  /** Stable fingerprint; holds no text. */
  readonly id: string
  readonly rule: string
  readonly level: Level
  readonly channel: Channel | 'pixels'
  readonly sight: Sight
  readonly hiddenBy?: HiddenBy
  readonly confidence: number
  readonly evidence: readonly Fact[]
  /** Its excerpt quotes the document. */
  readonly quoted: boolean
  readonly places: readonly [Place, ...Place[]] // first is primary
  /** Counts on some occasions only; decided when it is judged. */
  readonly when?: Condition
  /** Ids of the clues it was weighed from, in the order of its evidence. */
  readonly clues?: readonly string[]
}

/** A clue as facts, to be weighed when the document is judged: what it counts on may depend on the occasion. */
export interface ClueFact {
  /** Its excerpt stands under this id. */
  readonly id: string
  /** What the finding would be, at the highest level its rule may reach. */
  readonly finding: Finding
  readonly name: string
  readonly count: number
  readonly weight: number
  readonly most: number
  readonly terms: ClueTerms
}

/** What a finding shows of the document, in words and pixels. */
export interface Excerpt {
  /** The mark itself with a little around it, personal data masked; empty where no quote may stand. */
  readonly quote: string
  /** The evidence with the words it rests on. */
  readonly evidence: readonly Evidence[]
  /** The heading it stands under and the words before it, where no page number tells the place. */
  readonly heading?: string
  readonly before?: string
  readonly picture?: Picture
  /** Unseen text no quote may hold; only with `--reveal`. */
  readonly revealed?: string
}

/** Excerpts by the id of their finding. */
export type Excerpts = ReadonlyMap<string, Excerpt>

/** All that is known about one input before anyone judges it: the same for the same bytes, rules and engine. */
export interface Inspection {
  readonly source: Place
  readonly hash: string
  readonly documents: readonly Document[]
  readonly findings: readonly Finding[]
  /** Evidence for rules about whole documents, not yet weighed. */
  readonly clues: readonly ClueFact[]
  readonly gaps: readonly Gap[]
  /** Mentions let through, with the evidence for and against them; only when asked for. */
  readonly explained?: readonly Finding[]
  readonly inert: readonly { readonly place: Place; readonly detail: Phrase }[]
  /** Files beside it were looked into or looked for: the same bytes elsewhere may come to something else. */
  readonly beside?: true
}

/** What the name a file has in this run says; the same bytes may have another name elsewhere. */
export interface Naming {
  readonly findings: readonly Finding[]
  readonly clues: readonly ClueFact[]
  readonly explained?: readonly Finding[]
}

/** Somebody answers for one finding or gap, until a day. The id ends with the document: other bytes, another id. */
export interface Waiver {
  readonly id: string
  /** The written decision it rests on; a mark is not waived without. */
  readonly basis?: string
  readonly reason: string
  readonly by: string
  /** ISO date, the last day on which it counts. */
  readonly until: string
  readonly note?: string
  /** File and line it stands in. */
  readonly where: string
}

export interface Waived {
  readonly waiver: Waiver
  readonly what: Finding | Gap
}

/** Why a waiver did not count. `unmet`: nothing in this run has its id. */
export type StaleCause = 'expired' | 'no-basis' | 'unmet'

export type Decision = 'publish' | 'block'
export interface Verdict {
  readonly decision: Decision
  readonly needsReview: number
  readonly complete: boolean
}
export interface Judged {
  /** Without what is waived. */
  readonly inspection: Inspection
  readonly verdict: Verdict
  readonly waived?: readonly Waived[]
  /** Waivers of something here that do not count. */
  readonly refused?: readonly { readonly id: string; readonly cause: StaleCause }[]
}
