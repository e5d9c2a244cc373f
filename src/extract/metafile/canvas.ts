/** What a metafile paints, as paths of an SVG: filled figures and lines in their colours. */
import type { Box } from '../../types.js'

export type Point = readonly [x: number, y: number]
/** A colour as `#rrggbb`; null paints nothing. */
export type Paint = string | null
interface Figure {
  readonly path: string
  readonly fill: Paint
  readonly stroke: Paint
}

/** Points kept of one drawing; a drawing of more is no writing. */
const MOST_POINTS = 400_000
/** Lines are as wide as this share of the drawing. */
const LINE = 1 / 800

/** A colour as GDI has it: 0x00bbggrr ([MS-WMF] 2.2.1.7). */
export function colourOf(stated: number): string {
  const [red, green, blue] = [stated & 255, (stated >> 8) & 255, (stated >> 16) & 255]
  return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`
}

export class Canvas {
  pen: Paint = '#000000'
  brush: Paint = '#ffffff'
  /** Not everything that was painted is kept. */
  crowded = false
  readonly #figures: Figure[] = []
  #path: string | null = null
  #isOpen = false
  #current: Point = [0, 0]
  #points = 0
  #bounds: [left: number, top: number, right: number, bottom: number] = [
    Infinity,
    Infinity,
    -Infinity,
    -Infinity,
  ]

  get figures(): number {
    return this.#figures.length
  }

  moveTo(point: Point): void {
    this.#current = point
    if (this.#isOpen) this.#path += `M${this.#at(point)}`
  }

  /** From where the last line ended. `curved`: three points make a Bézier curve. */
  lineTo(points: readonly Point[], curved = false): void {
    const start = `M${this.#at(this.#current)}`
    const drawn = this.#along(points, curved)
    this.#current = points.at(-1) ?? this.#current
    if (!this.#isOpen) this.#paint(start + drawn, false, true)
    else this.#path += this.#path === '' ? start + drawn : drawn
  }

  line(points: readonly Point[], curved = false): void {
    if (points.length < 2) return
    const drawn = `M${this.#at(points[0]!)}${this.#along(points.slice(1), curved)}`
    if (this.#isOpen) this.#path += drawn
    else this.#paint(drawn, false, true)
  }

  /** Closed figures painted as one: what lies in two of them is left out. */
  polygons(all: readonly (readonly Point[])[]): void {
    const drawn = all
      .filter((points) => points.length > 1)
      .map((points) => `M${this.#at(points[0]!)}${this.#along(points.slice(1), false)}Z`)
      .join('')
    if (this.#isOpen) this.#path += drawn
    else if (drawn !== '') this.#paint(drawn, true, true)
  }

  beginPath(): void {
    this.#path = ''
    this.#isOpen = true
  }

  closeFigure(): void {
    if (this.#isOpen && this.#path) this.#path += 'Z'
  }

  endPath(): void {
    this.#isOpen = false
  }

  paintPath(filled: boolean, stroked: boolean): void {
    if (this.#path) this.#paint(this.#path, filled, stroked)
    this.#path = null
    this.#isOpen = false
  }

  /** All that is painted lies in it; its sides are above 0. */
  get box(): Box {
    const [left, top, right, bottom] = this.#bounds
    return [left, top, Math.max(right - left, 1e-6), Math.max(bottom - top, 1e-6)]
  }

  /** Paths alone, to be put in an `<svg>`. */
  markup(): string {
    const [, , width, height] = this.box
    const line = Math.max(width, height) * LINE
    return this.#figures
      .map(({ path, fill, stroke }) => {
        const lines = stroke ? ` stroke="${stroke}" stroke-width="${line}"` : ''
        return `<path d="${path}" fill="${fill ?? 'none'}" fill-rule="evenodd"${lines}/>`
      })
      .join('')
  }

  #paint(path: string, filled: boolean, stroked: boolean): void {
    const fill = filled ? this.brush : null
    const stroke = stroked ? this.pen : null
    if (this.crowded || (!fill && !stroke)) return
    this.#figures.push({ path, fill, stroke })
  }

  #along(points: readonly Point[], curved: boolean): string {
    const told = curved ? points.slice(0, points.length - (points.length % 3)) : points
    return told.length > 0 ? `${curved ? 'C' : 'L'}${told.map((point) => this.#at(point)).join(' ')}` : ''
  }

  #at([x, y]: Point): string {
    this.crowded ||= ++this.#points > MOST_POINTS || !Number.isFinite(x) || !Number.isFinite(y)
    if (this.crowded) return '0 0'
    const [left, top, right, bottom] = this.#bounds
    this.#bounds = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)]
    return `${+x.toFixed(2)} ${+y.toFixed(2)}`
  }
}
