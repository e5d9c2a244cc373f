/** What a page paints besides text, and whether any of it may hide a character or be one. */
import { isNear } from '../ink.js'
import type { Glyph } from '../glyphs.js'
import type { Frame } from './state.js'
import { notPlain } from './values.js'

interface Shape {
  readonly frame: Frame
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

export class Shapes {
  readonly #shapes: Shape[] = []

  /** Throws `notPlain` for what may be a letter drawn as an outline. */
  add(frame: Frame, segments: number, colour: number, after: number): void {
    const thin = Math.min(frame[2] - frame[0], frame[3] - frame[1])
    if (segments >= segmentsOfLetter && thin >= sizeOfLetter) throw notPlain
    if (!(thin >= thinnest)) return
    if (this.#shapes.length >= most) throw notPlain
    this.#shapes.push({ frame, colour, after })
  }

  /** Throws `notPlain` where a character stands under a shape, or on one of about its own colour. */
  check(glyphs: readonly Glyph[]): void {
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

function touches([left, top, right, bottom]: Frame, { x, y, width, height }: Glyph): boolean {
  return x < right && x + width > left && y < bottom && y + height > top
}
