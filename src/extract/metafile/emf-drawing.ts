/** The records of an enhanced metafile that paint or say how ([MS-EMF] 2.3.5 to 2.3.12). */
import type { Bytes } from '../shared/bytes.js'
import { Canvas, colourOf, type Paint, type Point } from './canvas.js'
import { joined, type Plane, placed, plainPlane, type Transformation } from './plane.js'

interface State {
  readonly pen: Paint
  readonly brush: Paint
  readonly plane: Plane
}
type Tool = { readonly pen: Paint } | { readonly brush: Paint }

const [NO_BRUSH, NO_PEN] = [1, 5]
const [MOST_TOOLS, MOST_SAVED] = [10_000, 256]
/** Stock objects (2.1.31). */
const stock: Readonly<Record<number, Tool>> = {
  0: { brush: '#ffffff' },
  1: { brush: '#c0c0c0' },
  2: { brush: '#808080' },
  3: { brush: '#404040' },
  4: { brush: '#000000' },
  5: { brush: null },
  6: { pen: '#ffffff' },
  7: { pen: '#000000' },
  8: { pen: null },
}

/** Records of points → in halves of a word, curved, what is done. */
const pointRecords: Readonly<
  Record<number, readonly [wide: boolean, curved: boolean, how: 'line' | 'to' | 'figure']>
> = {
  2: [true, true, 'line'],
  3: [true, false, 'figure'],
  4: [true, false, 'line'],
  5: [true, true, 'to'],
  6: [true, false, 'to'],
  85: [false, true, 'line'],
  86: [false, false, 'figure'],
  87: [false, false, 'line'],
  88: [false, true, 'to'],
  89: [false, false, 'to'],
}

export class EmfDrawing {
  readonly canvas = new Canvas()
  #plane = plainPlane
  readonly #tools = new Map<number, Tool>()
  readonly #saved: State[] = []

  take(type: number, record: Bytes): void {
    const points = pointRecords[type]
    if (points) this.#points(record, ...points)
    else if (type === 7 || type === 8 || type === 90 || type === 91) this.#several(type, record)
    else if (type === 27) this.canvas.moveTo(this.#at(record, 8, true))
    else if (type === 54) this.canvas.lineTo([this.#at(record, 8, true)])
    else if (type === 43) this.#rectangle(record)
    else if (type === 59) this.canvas.beginPath()
    else if (type === 60) this.canvas.endPath()
    else if (type === 61) this.canvas.closeFigure()
    else if (type >= 62 && type <= 64) this.canvas.paintPath(type !== 64, type !== 62)
    else if (!this.#tool(type, record)) this.#place(type, record)
  }

  #tool(type: number, record: Bytes): boolean {
    const number = record.uint32(8)
    const keep = (tool: Tool) => void (this.#tools.size < MOST_TOOLS && this.#tools.set(number, tool))
    if (type === 37) this.#use(number & 0x8000_0000 ? stock[number & 0xff] : this.#tools.get(number))
    else if (type === 38) keep({ pen: penOf(record.uint32(12), record.uint32(24)) })
    else if (type === 95) keep({ pen: penOf(record.uint32(28), record.uint32(40)) })
    else if (type === 39) keep({ brush: record.uint32(12) === NO_BRUSH ? null : colourOf(record.uint32(16)) })
    else if (type === 93 || type === 94) keep({ brush: '#808080' })
    else if (type === 40) this.#tools.delete(number)
    else return false
    return true
  }

  #use(tool: Tool | undefined): void {
    if (!tool) return
    if ('brush' in tool) this.canvas.brush = tool.brush
    else this.canvas.pen = tool.pen
  }

  #place(type: number, record: Bytes): void {
    const point: Point = [record.int32(8), record.int32(12)]
    const plane = this.#plane
    if (type === 9) this.#plane = { ...plane, extent: point }
    else if (type === 10) this.#plane = { ...plane, from: point }
    else if (type === 11) this.#plane = { ...plane, shown: point }
    else if (type === 12) this.#plane = { ...plane, to: point }
    else if (type === 35) this.#plane = { ...plane, world: transformationOf(record) }
    else if (type === 36) this.#plane = { ...plane, world: modified(plane.world, record) }
    else if (type === 33) this.#save()
    else if (type === 34) this.#restore(record.int32(8))
  }

  #save(): void {
    const { pen, brush } = this.canvas
    if (this.#saved.length < MOST_SAVED) this.#saved.push({ pen, brush, plane: this.#plane })
  }

  /** `which`: −1 is the last that was saved. */
  #restore(which: number): void {
    const index = which < 0 ? this.#saved.length + which : which - 1
    const state = this.#saved[index]
    if (!state) return
    this.#saved.length = index
    Object.assign(this.canvas, { pen: state.pen, brush: state.brush })
    this.#plane = state.plane
  }

  #points(record: Bytes, wide: boolean, curved: boolean, how: 'line' | 'to' | 'figure'): void {
    const points = this.#list(record, 28, record.uint32(24), wide)
    if (how === 'figure') this.canvas.polygons([points])
    else if (how === 'to') this.canvas.lineTo(points, curved)
    else this.canvas.line(points, curved)
  }

  #several(type: number, record: Bytes): void {
    const wide = type < 10
    const count = Math.min(record.uint32(24), record.length >> 2)
    const all: Point[][] = []
    let at = 32 + 4 * count
    for (let index = 0; index < count; index++) {
      const points = this.#list(record, at, record.uint32(32 + 4 * index), wide)
      at += points.length * (wide ? 8 : 4)
      all.push(points)
    }
    if (type === 8 || type === 91) this.canvas.polygons(all)
    else for (const points of all) this.canvas.line(points)
  }

  #rectangle(record: Bytes): void {
    const [left, top, right, bottom] = [8, 12, 16, 20].map((at) => record.int32(at)) as [number, number, number, number] // prettier-ignore
    const corners: Point[] = [[left, top], [right, top], [right, bottom], [left, bottom]] // prettier-ignore
    this.canvas.polygons([corners.map((corner) => placed(this.#plane, corner))])
  }

  #list(record: Bytes, from: number, stated: number, wide: boolean): Point[] {
    const size = wide ? 8 : 4
    const count = Math.max(0, Math.min(stated, Math.floor((record.length - from) / size)))
    return Array.from({ length: count }, (_, index) => this.#at(record, from + index * size, wide))
  }

  #at(record: Bytes, at: number, wide: boolean): Point {
    const point: Point = wide
      ? [record.int32(at), record.int32(at + 4)]
      : [record.int16(at), record.int16(at + 2)]
    return placed(this.#plane, point)
  }
}

const penOf = (style: number, colour: number): Paint => ((style & 15) === NO_PEN ? null : colourOf(colour))

function transformationOf(record: Bytes): Transformation {
  const data = Buffer.from(record.slice(8, 32))
  if (data.length < 24) return plainPlane.world
  return [0, 4, 8, 12, 16, 20].map((at) => data.readFloatLE(at)) as unknown as Transformation
}

/** MWT_IDENTITY, MWT_LEFTMULTIPLY, MWT_RIGHTMULTIPLY, MWT_SET (2.1.24). */
function modified(world: Transformation, record: Bytes): Transformation {
  const mode = record.uint32(32)
  const stated = transformationOf(record)
  if (mode === 1) return plainPlane.world
  if (mode === 4) return stated
  return mode === 2 ? joined(stated, world) : joined(world, stated)
}
