/**
 * The nouns of secscan. Everything that crosses a stage is one of these: plain, readonly, cloneable
 * (only `Source`, `Pixels` and `Work` carry functions; they never leave the process that made them).
 *
 * Offsets are 0-based and half-open, in UTF-16 units. Pages, lines and columns are 1-based. Boxes are in page
 * units (points for PDF, pixels for pictures) with the origin at the top-left of the upright page.
 */
export type * from './types/place.js'
export type * from './types/condition.js'
export type * from './types/page.js'
export type * from './types/extract.js'
export type * from './types/ocr.js'
export type * from './types/result.js'
export type * from './types/rule.js'
export type * from './types/rule-seen.js'
export type * from './types/rule-document.js'
export type * from './types/ruleset.js'
