/** Floating drawings: where they stand, and what of the page they can cover. */
import type { HiddenBy } from '../../types.js'

/** Where a floating drawing stands, in EMU (12,700 to the point). */
export interface Anchor {
  left?: number
  top?: number
  width: number
  height: number
  hidden?: true
  /** Its offset from above is counted from the paragraph it stands in. */
  byParagraph?: true
  /** Its offset from the left is counted from the text. */
  byText?: true
  /** Text makes room for it. */
  wrapped?: true
}

/** Something empty and opaque in front of the text it is anchored in. */
export interface AnchoredCover {
  readonly anchor: Anchor
  readonly kind: 'shape' | 'picture'
}

export interface AnchoredShape {
  /** Colour inside the shape, where it is plain. */
  ground: string
  /** Nothing shines through it; absent: not said. */
  opaque?: boolean
  /** A line, a bracket, an arrow: no shape to cover text with. */
  thin?: true
  /** Letters or a picture stand in it. */
  filled?: true
  /** Its own, where it is not that of the drawing around it. */
  readonly anchor?: Anchor
  /** Why the shape shows nowhere. */
  readonly hiddenBy?: HiddenBy
}
