/** Pictures PDFium leaves out without a word, because their data are missing or too large to unpack. */
import type { Box } from '../../types.js'
import type { UprightPage } from './geometry.js'
import { readObjects } from './objects.js'
import type { OpenPdf } from './open.js'
import { overlapArea } from '../../plane/box.js'

/** Asked only of a drawing that came out empty: unpacking every picture twice would cost as much as drawing it. */
export function hasUndrawnPicture({ engine }: OpenPdf, page: number, sheet: UprightPage, box: Box): boolean {
  const { call } = engine
  return readObjects(engine, page, sheet).objects.some((object) => {
    if (object.kind !== 'image' || overlapArea(object.box, box) <= 0) return false
    const bitmap = call.FPDFImageObj_GetBitmap(object.handle)
    if (bitmap !== 0) call.FPDFBitmap_Destroy(bitmap)
    return bitmap === 0
  })
}

export function isAllWhite(rgba: Uint8Array): boolean {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length >> 2)
  return words.every((pixel) => pixel === 0xffffffff)
}
