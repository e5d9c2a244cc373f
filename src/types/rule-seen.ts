/** Rules about what is seen, or cannot be seen, on a page, whatever the text says. */
import type { HiddenBy, Sight } from './page.js'
import type { Part } from './place.js'
import type { Level } from './result.js'
import type { RuleHead } from './rule.js'

/** Seen in pixels or drawing commands: `Mark.kind` is one of these. */
export interface PixelRule extends RuleHead {
  readonly family: 'pixels'
  readonly kinds: readonly string[]
  /**
   * `marking-area`: only where marks stand on a page laid out as an official document; `elsewhere`: only where they do
   * not; anywhere when absent.
   */
  readonly where?: 'marking-area' | 'elsewhere'
  /** Rows of such a page's head; given with `where`. */
  readonly officialHead?: string
  /** Rows of which one alone makes a page official; else two of its head must be there. */
  readonly firmHead?: string
  /** Only where something tells that it hides something: the pixels, or how it stands in the print around it. */
  readonly needsTell?: boolean
  /** Detectors less certain than this give the level beside it. */
  readonly doubtful?: {
    readonly below: number
    readonly level: Level
    /** At least this certain, and standing as a line of the head does, they have the rule's own level all the same. */
    readonly inLine?: number | undefined
  }
  /** Words beside the place, or over its column, that say what was hidden; only where nothing can be read beneath. */
  readonly lowered?: { readonly pattern: string; readonly level: Level }
}

/** Tells in the head of an official page that something was taken out of it. */
export interface HeadRule extends RuleHead {
  readonly family: 'head'
  /** Level of one tell alone; two or more have the rule's own. */
  readonly alone: Level
  /** How the parts of a head are written, as sources of regular expressions over normalised rows. */
  readonly words: Readonly<Record<HeadPart, string>>
}
export type HeadPart =
  'organ' | 'number' | 'copyNumber' | 'urgency' | 'term' | 'level' | 'telegram' | 'telegramField'

/** Text of this visibility, whatever it says. */
export interface SightRule extends RuleHead {
  readonly family: 'sight'
  readonly sights: readonly Sight[]
  readonly hiddenBy?: readonly HiddenBy[]
  /** Only in these parts of a document. */
  readonly parts?: readonly Part[]
  /** True: only under covers that fit the text as a redaction does; false: only under others. */
  readonly fitted?: boolean
  /** Text that may lie there unseen: dates under seals, page numbers. */
  readonly except?: string
  /** Fewer characters than this say nothing. */
  readonly least: number
}
