/** How much of what lies beneath a drawn object it lets through, as far as the file tells. */
import type { Engine } from './engine.js'
import type { PageObject } from './objects.js'

/** `none`: it paints nothing over its area (an unfilled frame); `thin`: something may shine through. */
export type Coat = 'none' | 'thin' | 'opaque'

/** Of 255. */
const [faint, full] = [10, 230]
/** A stroke this wide in points hides a line of type as a box does. */
const wideStroke = 4

export function coatOf(engine: Engine, object: PageObject): Coat {
  const { call, scratch } = engine
  if (object.kind === 'image') return call.FPDFPageObj_HasTransparency(object.handle) ? 'thin' : 'opaque'
  const { filled, stroked } = paintingOf(engine, object.handle)
  const fill = filled ? fillOf(engine, object.handle) : null
  if (filled && (!fill || fill[3] > faint)) return fill && fill[3] < full ? 'thin' : 'opaque'
  if (!stroked || !call.FPDFPageObj_GetStrokeWidth(object.handle, scratch)) return 'none'
  return engine.memory().f32[scratch >> 2]! >= wideStroke ? 'opaque' : 'none'
}

/** What a path paints; an object has colours for both all the same. */
export function paintingOf({ call, scratch, memory }: Engine, handle: number) {
  if (!call.FPDFPath_GetDrawMode(handle, scratch, scratch + 4)) return { filled: false, stroked: false }
  const { i32 } = memory()
  return { filled: i32[scratch >> 2]! !== 0, stroked: i32[(scratch >> 2) + 1]! !== 0 }
}

/** RGBA, 0–255, of the fill of an object; null where it has none. */
export function fillOf(engine: Engine, handle: number): readonly [number, number, number, number] | null {
  const { call, scratch } = engine
  if (!call.FPDFPageObj_GetFillColor(handle, scratch, scratch + 4, scratch + 8, scratch + 12)) return null
  const { u32 } = engine.memory()
  const at = scratch >> 2
  return [u32[at]!, u32[at + 1]!, u32[at + 2]!, u32[at + 3]!]
}
