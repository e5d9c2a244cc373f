/** Rules as plain data, the way they are sent to the processes that run them. */
import type { Bilingual } from './place.js'
import type { Level } from './result.js'

/** What every rule says about itself, whatever its family. Plain data: it is sent to child processes. */
export interface RuleHead {
  readonly id: string
  readonly pack: string
  readonly level: Level
  readonly title: Bilingual
  readonly why: Bilingual
  /** Instrument, year and article; absent where nothing verified can be cited. */
  readonly basis?: Bilingual
  readonly advice: Bilingual
  /** From a folder of the user's: its patterns run against the clock. */
  readonly unproven?: boolean
}

/** Standings that speak for a mark or against it; each has a phrase `match.<name>` and a weight in the rules. */
export type Standing =
  | 'alone-on-line'
  | 'alone-in-cell'
  | 'alone-in-segment'
  | 'set-apart'
  | 'first-lines'
  | 'page-head'
  | 'top-left'
  | 'top-right'
  | 'page-edge'
  | 'header'
  | 'footer'
  | 'file-name'
  | 'property'
  | 'comment'
  | 'hidden'
  | 'deleted'
  | 'covered'
  | 'textbox'
  | 'label'
  | 'large-type'
  | 'bold'
  | 'official-head'
  | 'under-title'
  | 'copy-number'
  | 'title-end'
  | 'field-cell'
  | 'at-foot'
  | 'in-sentence'
  | 'in-comment-sentence'
  | 'quoted'
  | 'work-title'
  | 'listed'
  | 'example'
  | 'introduced'
  | 'running'
  | 'in-menu'
  | 'numbered'
  | 'topic'
  | 'code'
  | 'link'
  | 'glued'

/** What a form of writing shows by itself. */
export type FormCue =
  | 'level'
  | 'star'
  | 'star-substitute'
  | 'star-misread'
  | 'term'
  | 'misread'
  | 'field'
  | 'brackets'
  | 'portion'
  | 'phrase'
  | 'number'
  | 'head'
  | 'partial'
  | 'banner'

/** Words near a candidate that speak for it or against it. */
export interface Beside {
  /** Source of a regular expression over normalised text. */
  readonly pattern: string
  /** `row`: same line; `near`: twelve rows either way; `above`/`below`: eight rows; `page`: anywhere on it. */
  readonly within: 'row' | 'near' | 'above' | 'below' | 'page'
  readonly weight: number
  /** Without these words the candidate is a mention. */
  readonly required?: boolean
  /** A named check every match must pass for the words to count. */
  readonly check?: string
}

/** What sets a matcher off: words that must occur, or a run of this many digits. */
export interface Trigger {
  readonly keywords: readonly string[]
  readonly digits?: number
}

/** One way a mark is written. */
export interface Form extends Trigger {
  readonly name: string
  /** A group named `term` is what the mark says; without one the whole match is. */
  readonly pattern: string
  readonly shows: readonly FormCue[]
  /** What the writing alone is worth before its standing is looked at. */
  readonly strength: number
  /** The highest level this form can reach; the rule's own when absent. */
  readonly level?: Level
  /** At least one of these must hold, or it is a mention. */
  readonly needs?: readonly Standing[]
  /** Standings that do not count for this form. */
  readonly ignores?: readonly Standing[]
  /** Ends that may not touch another character of a word. */
  readonly bounded?: 'start' | 'end' | 'both'
  /**
   * The pattern is a label that ends its line or cell; what counts is its value, in the cell to the right, in the
   * column below or on the next line, if it matches this from end to end.
   */
  readonly value?: string
  readonly beside?: readonly Beside[]
}

export type Weights = Readonly<Record<Standing, number>>

/** A mark or a mention: the writing and the standing are weighed against each other. */
export interface MarkRule extends RuleHead {
  readonly family: 'mark'
  readonly forms: readonly Form[]
  readonly weights: Weights
  /** Scores from which a candidate counts. */
  readonly bars: { readonly block: number; readonly review: number }
  readonly beside: readonly Beside[]
  readonly cues: Cues
}

/** Wording that tells standing, as sources of regular expressions over normalised text. */
export interface Cues {
  /** What may stand on the line of a mark without making it a sentence: copy number, urgency, an organ. */
  readonly companions: string
  /** What else stands beside a mark, but only after a blank: 严禁上网. */
  readonly handling: string
  /** Labels whose cell gives the value in the next cell its meaning; empty: none. */
  readonly labels: string
  /** Words of which three in successive rows, or two joined by 、, make a list and no mark; empty: none. */
  readonly peers: string
  readonly example: string
  /** Words of texts that teach how marks are written. */
  readonly lesson: string
  readonly introduction: string
  readonly explained: string
  readonly numbering: string
  /** Words of texts about secrecy; three different ones make the page such a text. */
  readonly topic: string
  readonly officialHead: string
  readonly copyNumber: string
  /** A whole line that is the title of a document or a map. */
  readonly title: string
  /** Words of navigation bars and tag clouds. */
  readonly menu: string
}

/** A shape of text that counts wherever it stands: numbers with checksums. */
export interface PatternRule extends RuleHead, Trigger {
  readonly family: 'pattern'
  readonly pattern: string
  /** The shape as OCR reads it, letter-spaced; counts on pictures only. */
  readonly asRead?: string
  readonly check?: string
  readonly mask?: 'identity' | 'phone' | 'card'
  /** Text around the match (24 characters before, 8 after) that rules it out. */
  readonly except: readonly string[]
  /** It counts only where these words stand up to 12 characters before it, or are the label of its cell or column. */
  readonly named?: string
  /** It does not count where these words do so. */
  readonly notNamed?: string
  /** It counts only where a name of this shape stands in its row, or is told a few rows above. */
  readonly besidePerson?: string
  /** One finding tells of all that a document holds, with their number. */
  readonly folds?: true
  /** Words before the match in its row or in the label of its column that change the level. */
  readonly lowered?: { readonly pattern: string; readonly level: Level }
}

/** Reported by extractors and detectors under these names; nothing is matched in text. */
export interface RemarkRule extends RuleHead {
  readonly family: 'remark'
  readonly remarks: readonly string[]
}
