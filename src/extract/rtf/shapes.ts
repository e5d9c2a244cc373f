/** Shapes drawn over the text of an RTF file (1.9.1, "Word 97 through Word 2007 RTF for drawing objects"). */
import { ART_OPAQUE, isThinType, PICTURE_FRAME } from '../shared/office-art/shapes.js'
import type { LineShape } from '../shared/cover/over-line.js'

const TWIP = 1 / 20

interface Shape {
  readonly sides: Record<string, number>
  readonly properties: Map<string, number>
  behind: boolean
  wrap: number
  /** It has words of its own, or another shape in it. */
  filled: boolean
}

export class RtfShapes {
  readonly #open: Shape[] = []

  begin(): void {
    for (const outer of this.#open) outer.filled = true
    this.#open.push({ sides: {}, properties: new Map(), behind: false, wrap: 3, filled: false })
  }

  /** A control word whose name begins with `shp`. */
  word(word: string, parameter: number): void {
    const shape = this.#open.at(-1)
    if (!shape) return
    if (/^shp(left|top|right|bottom)$/.test(word)) shape.sides[word.slice(3)] = parameter * TWIP
    else if (word === 'shpfblwtxt') shape.behind = parameter === 1
    else if (word === 'shpwr') shape.wrap = parameter
    // Older than the properties that may follow: from page or margin, not from the paragraph.
    else if (/^shpby(page|margin)$/.test(word)) shape.properties.set('posrelv', 1)
  }

  property(name: string, value: string): void {
    this.#open.at(-1)?.properties.set(name, Number(value))
  }

  said(): void {
    for (const shape of this.#open) shape.filled = true
  }

  /** Where it lies over its paragraph; null where it hides nothing. */
  end(): LineShape | null {
    const shape = this.#open.pop()
    if (!shape || shape.behind || shape.filled || shape.wrap !== 3) return null
    const value = (name: string, usual: number) => shape.properties.get(name) ?? usual
    const isPainted = value('fFilled', 1) === 1 && value('fillOpacity', 65_536) >= ART_OPAQUE
    const type = value('shapeType', 1)
    if (!isPainted || value('fBehindDocument', 0) === 1 || type === PICTURE_FRAME || isThinType(type))
      return null
    if (value('posrelv', 2) < 2) return null
    const { left = 0, top = 0, right = 0, bottom = 0 } = shape.sides
    const fromText = value('posrelh', 2) >= 2
    return { top, width: right - left, height: bottom - top, ...(fromText && { left }) }
  }
}
