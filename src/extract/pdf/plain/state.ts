/** The graphics state of a page being read (ISO 32000-1, 8.4 and 9.3), in upright coordinates. */
import type { PlainFont } from './font.js'
import type { Matrix } from '../../../plane/matrix.js'

/** Left, top, right, bottom on the upright page. */
export type ClipBounds = readonly [number, number, number, number]

export interface State {
  /** From user space to the upright page. */
  matrix: Matrix
  /** What is drawn outside is not seen; null: an outline that is no upright rectangle. */
  clip: ClipBounds | null
  /** Fill colour as 0xRRGGBB; -1: not a plain one. */
  ink: number
  /** Components of the colour space in use for `sc`; 0: not a plain one. */
  inks: number
  lineWidth: number
  font: PlainFont | null
  size: number
  characterSpacing: number
  wordSpacing: number
  /** Share of the stated width. */
  stretch: number
  leading: number
  rise: number
  /** Drawn bold: filled and stroked. */
  stroked: boolean
}

export function firstState(toUpright: Matrix, clip: ClipBounds): State {
  return {
    matrix: toUpright,
    clip,
    ink: 0,
    inks: 1,
    lineWidth: 1,
    font: null,
    size: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    stroked: false,
  }
}

/** 0xRRGGBB of grey, RGB or CMYK components between 0 and 1. */
export function colourOf(components: readonly number[]): number {
  const [one = 0, two = 0, three = 0, black] = components
  if (components.length === 1) return packed(one, one, one)
  if (black === undefined) return packed(one, two, three)
  return packed((1 - one) * (1 - black), (1 - two) * (1 - black), (1 - three) * (1 - black))
}

function packed(red: number, green: number, blue: number): number {
  const byte = (share: number) => Math.round(255 * Math.min(1, Math.max(0, share)))
  return (byte(red) << 16) | (byte(green) << 8) | byte(blue)
}
