/** Lines that belong on one page: running text, a sheet, a slide, its notes, what a master shows. */
import type { Box, HiddenBy, Line, Part, Step } from '../../types.js'

export interface Block {
  readonly kind: 'flow' | 'sheet' | 'slide' | 'notes' | 'master'
  /** Sheet name, slide name, master name. */
  readonly name: string
  /** 1-based among its kind. */
  readonly number: number
  readonly lines: Line[]
}

/** What holds for the text inside an element. */
export interface OdfContext {
  readonly part?: Part
  readonly label?: string
  readonly hiddenBy?: HiddenBy
  readonly at?: Partial<Step>
  readonly cell?: NonNullable<Line['cell']>
  /** Of the frame the text stands in, in points. */
  readonly box?: Box
  /** Style of the sheet's cell: what its paragraphs look like. */
  readonly cellStyle?: string
  /** Colour behind the text. */
  readonly ground?: string
}
