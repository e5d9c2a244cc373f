/** What a page paints besides text, and whether any of it may hide a character or be one. */
import { type Fragment, fragmentedText, isFragment } from '../fragments.js'
import { isNear } from '../ink.js'
import type { Box } from '../../../types.js'
import type { PdfGlyph } from '../glyphs.js'
import type { ClipBounds } from './state.js'
import { notPlain } from './values.js'

interface Shape {
  readonly frame: ClipBounds
  /** -1: not known. */
  readonly colour: number
  /** Characters drawn before it. */
  readonly after: number
}

/** Thinner than this in points hides no line of type: rules, underlines, frames. As in `covers.ts`. */
export const thinnest = 3
/** From so many segments on, and this large in points, a filled shape may be a character. As in `outlines.ts`. */
const [segmentsOfLetter, sizeOfLetter] = [8, 4]
/** A page with more is a drawing. */
const most = 300
/** A page with more strokes and specks of the size of letters and their parts is a drawing. */
const mostFragments = 20_000
/** Thin strokes side by side that leave less of their ground bare hide it together. As in `stroke-runs.ts`. */
const [leastInk, nearest] = [0.5, 3]

/** Thin strokes drawn one after the other. */
interface Hatching {
  readonly frame: ClipBounds
  readonly after: number
  readonly ink: number
}

export class PlainShapes {
  readonly #shapes: Shape[] = []
  readonly #fragments: Fragment[] = []
  #hatching: Hatching | null = null

  /** Throws `notPlain` for what may be a letter drawn as an outline. */
  add(frame: ClipBounds, segments: number, colour: number, after: number): void {
    const thin = Math.min(frame[2] - frame[0], frame[3] - frame[1])
    if (segments >= segmentsOfLetter && thin >= sizeOfLetter) throw notPlain
    if (thin < thinnest) return this.stroke(frame, thin, 2, after)
    this.#note(frame)
    this.#add({ frame, colour, after })
  }

  /** A line of `width` points; one that bends often may take up any part of its frame. */
  stroke(frame: ClipBounds, width: number, segments: number, after: number): void {
    this.#note(frame)
    const [wide, high] = [frame[2] - frame[0], frame[3] - frame[1]]
    const ink = segments < segmentsOfLetter ? Math.hypot(wide, high) * width : wide * high
    const before = this.#hatching
    if (before && before.after === after && isBeside(before.frame, frame)) {
      this.#hatching = { frame: around(before.frame, frame), after, ink: before.ink + ink }
    } else {
      this.#close()
      this.#hatching = { frame, after, ink }
    }
  }

  #note([left, top, right, bottom]: ClipBounds): void {
    const box: Box = [left, top, right - left, bottom - top]
    if (!isFragment(box)) return
    if (this.#fragments.length >= mostFragments) throw notPlain
    this.#fragments.push({ box, order: this.#fragments.length })
  }

  #close(): void {
    if (!this.#hatching) return
    const { frame, ink, after } = this.#hatching
    const [wide, high] = [frame[2] - frame[0], frame[3] - frame[1]]
    if (Math.min(wide, high) >= thinnest && ink > leastInk * wide * high)
      this.#add({ frame, colour: -1, after })
    this.#hatching = null
  }

  #add(shape: Shape): void {
    if (this.#shapes.length >= most) throw notPlain
    this.#shapes.push(shape)
  }

  /** Throws `notPlain` where a character stands under a shape or on one of about its own colour, or shapes may be one. */
  check(glyphs: readonly PdfGlyph[]): void {
    this.#close()
    if (fragmentedText(this.#fragments).length > 0) throw notPlain
    if (this.#shapes.length === 0) return
    glyphs.forEach((glyph, index) => {
      for (const shape of this.#shapes) {
        if (!touches(shape.frame, glyph)) continue
        const beneath = index < shape.after || shape.colour < 0
        if (beneath || isNear(shape.colour, glyph.style.ink)) throw notPlain
      }
    })
  }
}

function around(one: ClipBounds, other: ClipBounds): ClipBounds {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ]
}

function isBeside(one: ClipBounds, other: ClipBounds): boolean {
  const across = Math.max(one[0], other[0]) - Math.min(one[2], other[2])
  const down = Math.max(one[1], other[1]) - Math.min(one[3], other[3])
  return across < nearest && down < nearest
}

function touches([left, top, right, bottom]: ClipBounds, { x, y, width, height }: PdfGlyph): boolean {
  return x < right && x + width > left && y < bottom && y + height > top
}
