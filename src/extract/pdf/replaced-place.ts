/** Where text with /ActualText stands when it is drawn inside a form (ISO 32000-1, 8.10 and 14.9.4). */
import type { Engine } from './engine.js'
import { compose, type Matrix } from '../../plane/matrix.js'

/** In units of user space. */
const same = 0.02

/**
 * PDFium tells origin and box of replaced characters in the space of the form they are drawn in, of all others in that
 * of the page. Chromium writes such text for characters that share a glyph (月, 用, 一) and puts whole pages into a form
 * where something is blended. @returns the way from the form to the page, null where none is to be gone.
 */
export function formOfReplaced(
  { call, scratch, memory }: Engine,
  textPage: number,
  index: number,
  object: number,
): Matrix | null {
  if (object === 0 || call.FPDFPageObj_CountMarks(object) < 1) return null
  call.FPDFText_GetCharOrigin(textPage, index, scratch, scratch + 8)
  call.FPDFText_GetMatrix(textPage, index, scratch + 16)
  call.FPDFPageObj_GetMatrix(object, scratch + 40)
  const { f32, f64 } = memory()
  const [x, y] = f64.subarray(scratch >> 3, (scratch >> 3) + 2)
  const at = scratch >> 2
  const [a, b, c, d, e, f] = f32.subarray(at + 4, at + 10) as unknown as Matrix
  if (Math.abs(x! - e) < same && Math.abs(y! - f) < same) return null
  const [oa, ob, oc, od, oe, of] = f32.subarray(at + 10, at + 16) as unknown as Matrix
  const area = oa * od - ob * oc
  if (Math.abs(x! - oe) > same || Math.abs(y! - of) > same || area === 0) return null
  // The object's own matrix undone, then the one that leads to the page.
  const undone: Matrix = [
    od / area,
    -ob / area,
    -oc / area,
    oa / area,
    (oc * of - od * oe) / area,
    (ob * oe - oa * of) / area,
  ]
  return compose(undone, [a, b, c, d, e, f])
}
