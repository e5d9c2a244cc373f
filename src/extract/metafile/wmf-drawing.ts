/** The records of a Windows metafile that paint or say how ([MS-WMF] 2.3.3 to 2.3.5). */
import type { Bytes } from '../shared/bytes.js'
import { Canvas, colourOf, type Paint, type Point } from './canvas.js'
import { type Plane, placed, plainPlane } from './plane.js'

export type WmfTool = { readonly pen: Paint } | { readonly brush: Paint }

const [NO_BRUSH, NO_PEN] = [1, 5]
/** The window is drawn this many units wide: programs state it in units of any size. */
const WIDE = 10_000
const makers = { pen: 0x02fa, brush: 0x02fc, pattern: 0x0142, patternBrush: 0x01f9 } as const

/** What a record makes that figures are painted with; null: something else. */
export function toolOf(type: number, body: Bytes): WmfTool | null {
  const style = body.uint16(0)
  if (type === makers.pen) return { pen: (style & 15) === NO_PEN ? null : colourOf(body.uint32(6)) }
  if (type === makers.brush) return { brush: style === NO_BRUSH ? null : colourOf(body.uint32(2)) }
  return type === makers.pattern || type === makers.patternBrush ? { brush: '#808080' } : null
}

export class WmfDrawing {
  readonly canvas = new Canvas()
  #plane: Plane = plainPlane
  /** Height by width of the first window. */
  #ratio = 0

  use(tool: WmfTool): void {
    if ('brush' in tool) this.canvas.brush = tool.brush
    else this.canvas.pen = tool.pen
  }

  take(type: number, body: Bytes): void {
    if (type === 0x0324) this.canvas.polygons([this.#list(body, 2, body.int16(0))])
    else if (type === 0x0325) this.canvas.line(this.#list(body, 2, body.int16(0)))
    else if (type === 0x0538) this.#several(body)
    else if (type === 0x0213) this.canvas.lineTo([this.#at(body, 2, 0)])
    else if (type === 0x0214) this.canvas.moveTo(this.#at(body, 2, 0))
    else if (type === 0x041b) this.#rectangle(body)
    else if (type === 0x020b) this.#plane = { ...this.#plane, from: [body.int16(2), body.int16(0)] }
    else if (type === 0x020c) this.#window([body.int16(2), body.int16(0)])
  }

  #window(extent: Point): void {
    this.#ratio ||= Math.abs(extent[1] / (extent[0] || 1)) || 1
    this.#plane = { ...this.#plane, extent, shown: [WIDE, WIDE * this.#ratio] }
  }

  /** META_POLYPOLYGON (2.3.3.16): how many, how many points each has, the points. */
  #several(body: Bytes): void {
    const count = Math.min(body.uint16(0), body.length >> 1)
    let at = 2 + 2 * count
    const all: Point[][] = []
    for (let index = 0; index < count; index++) {
      const points = this.#list(body, at, body.uint16(2 + 2 * index))
      at += 4 * points.length
      all.push(points)
    }
    this.canvas.polygons(all)
  }

  #rectangle(body: Bytes): void {
    // Bottom, right, top, left.
    const corners = [[6, 4], [2, 4], [2, 0], [6, 0]] as const // prettier-ignore
    this.canvas.polygons([corners.map(([x, y]) => this.#at(body, x, y))])
  }

  #list(body: Bytes, from: number, stated: number): Point[] {
    const count = Math.max(0, Math.min(stated, (body.length - from) >> 2))
    return Array.from({ length: count }, (_, index) => this.#at(body, from + 4 * index, from + 4 * index + 2))
  }

  #at(body: Bytes, x: number, y: number): Point {
    return placed(this.#plane, [body.int16(x), body.int16(y)])
  }
}
