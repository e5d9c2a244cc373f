/** Rules about a document as a whole. */
import type { RuleHead, Trigger } from './rule.js'

/** One kind of evidence for or against something about a whole document; counted over all its pages. */
export interface DocumentClue extends Trigger {
  readonly name: string
  /** `^` and `$` mean the line, cell or paragraph. */
  readonly pattern: string
  /** Set: the pattern is a label and its value must match this, as in `Form.value` or after it on its line. */
  readonly value?: string
  /** What each time adds to the score, for the first `most` times; below 0 it speaks against. */
  readonly weight: number
  readonly most: number
  /** Found fewer times than this, the rule does not hold; 0 where it may be missing. */
  readonly least: number
  /** `head`: only among the first rows of a page, in a title or in a name; `document`: on any page. */
  readonly within?: 'head' | 'document'
  readonly check?: string
}

/** Something said by a document as a whole: a register, a form that has been filled in, a list of people. */
export interface DocumentRule extends RuleHead {
  readonly family: 'document'
  /**
   * The first leads: the finding stands where it was first seen, and the others count only on pages that show it (dates
   * and names stand on most pages), unless they say `within: document`. Only those and the first need keywords.
   */
  readonly clues: readonly DocumentClue[]
  readonly bars: { readonly block: number; readonly review: number }
}
