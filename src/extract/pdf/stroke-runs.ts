/** Thin strokes that together hide what one would not: hatching, a pen back and forth, hairlines stacked to a bar. */
import type { Box } from '../../types.js'
import { shownBox } from './clip.js'
import { fillOf } from './coat.js'
import type { Engine } from './engine.js'
import type { PageObject } from './objects.js'
import { mostEnds, strokeOf } from './stroke.js'
import { union } from '../../plane/box.js'

/** Strokes drawn one after the other, side by side. */
export interface StrokeRun {
  readonly box: Box
  /** Drawing order of the first and of the last of them. */
  readonly first: number
  readonly order: number
}

interface Run {
  box: Box
  readonly first: number
  order: number
  ink: number
}

type Inked = Pick<Run, 'box' | 'ink'>

/** Of the area they extend over: strokes of frames, tables and charts leave nearly all of it bare. */
const leastInk = 0.5
/** Strokes further apart than this in points do not hide one thing together. */
const nearest = 3
/** Shapes narrower than this in points are strokes too. */
const narrowest = 3
/** Ends of lines and curves measured on one page; a page with more is a drawing. */
const mostOnPage = 20_000
/** Of 255. */
const solid = 230

/** Those that leave hardly anything of their ground bare. */
export function strokeRuns(engine: Engine, objects: readonly PageObject[]): StrokeRun[] {
  const runs: Run[] = []
  let left = mostOnPage
  for (const object of objects) {
    if (object.kind !== 'path') continue
    if (left <= 0) break
    left -= Math.min(mostEnds, engine.call.FPDFPath_CountSegments(object.handle))
    const inked = inkedOf(engine, object)
    const box = inked && shownBox(engine, { ...object, box: inked.box })
    if (!inked || !box) continue
    const last = runs[runs.length - 1]
    if (last && last.order + 1 === object.order && isNear(last.box, box)) {
      last.box = union(last.box, box)
      last.order = object.order
      last.ink += inked.ink
    } else runs.push({ box, first: object.order, order: object.order, ink: inked.ink })
  }
  return runs.filter(({ box, ink }) => ink > leastInk * box[2] * box[3])
}

/** Null for broad shapes, which are covers by themselves, and for what lets something through. */
function inkedOf(engine: Engine, object: PageObject): Inked | null {
  const { handle, box } = object
  const stroke = strokeOf(engine, object)
  if (stroke) return strokeAlpha(engine, handle) >= solid ? stroke : null
  if (Math.min(box[2], box[3]) >= narrowest || (fillOf(engine, handle)?.[3] ?? 0) < solid) return null
  return { box, ink: box[2] * box[3] }
}

function strokeAlpha({ call, scratch, memory }: Engine, path: number): number {
  if (!call.FPDFPageObj_GetStrokeColor(path, scratch, scratch + 4, scratch + 8, scratch + 12)) return 0
  return memory().u32[(scratch >> 2) + 3]!
}

function isNear(one: Box, other: Box): boolean {
  const across = Math.max(one[0], other[0]) - Math.min(one[0] + one[2], other[0] + other[2])
  const down = Math.max(one[1], other[1]) - Math.min(one[1] + one[3], other[1] + other[3])
  return across < nearest && down < nearest
}
