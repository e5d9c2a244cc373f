/** What the clip paths of the page let through of a drawn object (ISO 32000-1, 8.5.4). */
import type { Box } from '../../types.js'
import type { Engine } from './engine.js'
import { uprightBox } from './geometry.js'
import type { PageObject } from './objects.js'
import type { Matrix } from '../../plane/matrix.js'
import { intersection, union } from '../../plane/box.js'

/** Segments looked at in one path; a clip with more is taken as letting everything through. */
const mostSegments = 2_000

/** What shows of an object through the clips around it; null: nothing. */
export function shownBox(engine: Engine, { handle, box, frame }: PageObject): Box | null {
  const within = frame.window && intersection(box, frame.window)
  return within && clipped(engine, handle, frame.toUpright, within)
}

export function isClipped({ call }: Engine, handle: number): boolean {
  const clip = call.FPDFPageObj_GetClipPath(handle)
  return clip !== 0 && call.FPDFClipPath_CountPaths(clip) > 0
}

/** The box around what the object's own clip lets through of `box`, on the upright page; null: nothing. */
export function clipped(engine: Engine, handle: number, matrix: Matrix, box: Box): Box | null {
  const { call } = engine
  const clip = call.FPDFPageObj_GetClipPath(handle)
  const paths = clip === 0 ? 0 : call.FPDFClipPath_CountPaths(clip)
  let left: Box | null = box
  for (let index = 0; index < paths && left; index++) {
    const path = boxOf(engine, clip, index, matrix)
    if (path) left = intersection(left, path)
  }
  return left
}

function boxOf({ call, scratch, memory }: Engine, clip: number, path: number, matrix: Matrix): Box | null {
  const count = call.FPDFClipPath_CountPathSegments(clip, path)
  if (count < 1 || count > mostSegments) return null
  let box: Box | null = null
  for (let index = 0; index < count; index++) {
    const segment = call.FPDFClipPath_GetPathSegment(clip, path, index)
    if (!call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)) return null
    const [x = 0, y = 0] = memory().f32.subarray(scratch >> 2, (scratch >> 2) + 2)
    const point = uprightBox(matrix, x, y, x, y)
    box = box ? union(box, point) : point
  }
  return box
}
