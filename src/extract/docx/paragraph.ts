/** A paragraph of a story, its runs and the fields they stand in. */
import type { HiddenBy, Line, Part } from '../../types.js'
import type { AnchoredCover } from './anchored.js'
import type { DocxRunProperties } from './run-properties.js'

export interface DocxRun {
  /** What is seen; line breaks as `\n`, tabs as `\t`. */
  readonly text: string
  /** As stored, before symbol fonts are taken into account. */
  readonly raw: string
  readonly hiddenBy?: HiddenBy
  /** Hidden by something opaque of about its own size. */
  readonly fitted?: boolean
  readonly size?: number
  readonly bold?: boolean
  readonly deleted: boolean
  /** Put in by a tracked change: it did not stand there before. */
  readonly inserted?: true
  /** The field in whose code, not result, the run stands. */
  readonly field?: DocxField
}

/** A paragraph with its runs, or an aside: one text that belongs to no paragraph. */
export interface DocxParagraph {
  runs: DocxRun[]
  part: Part
  label?: string
  author?: string
  cell?: NonNullable<Line['cell']>
  /** Not part of the flow of text that a second reader would give. */
  aside?: true
  /** Empty coloured shapes that may lie over its text. */
  covers?: AnchoredCover[]
  /** Ruby: the letters above its line. */
  above?: DocxRun[]
  /** The same text stood in the other branch of an alternative. */
  dropped?: true
}

export interface DocxField {
  code: string
  inCode: boolean
  closed: boolean
  /** `w:fldSimple`: an element with its code in an attribute. */
  readonly simple?: true
  /** How the letters of the code are set; what it shows is set alike. */
  look?: DocxRunProperties
  /** Where its result begins: a paragraph, and how many runs stood in it before. */
  result?: { readonly paragraph: DocxParagraph; readonly from: number }
}

export const textOf = (runs: readonly DocxRun[]): string => runs.map(({ text }) => text).join('')
export const squash = (text: string): string => text.replace(/\s+/g, '')
