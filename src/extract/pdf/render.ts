/** Draws a page or a part of it to RGBA, with annotations and form fields. */
import { Uninspectable } from '../../errors.js'
import { withoutObjects } from './active.js'
import type { Covering } from './covers.js'
import type { Box, Budget, Pixels, Raster, Source } from '../../types.js'
import { isCrash } from './engine.js'
import type { Sheet } from './geometry.js'
import { type OpenPdf, openPdf } from './open.js'
import { hasUndrawnPicture, isAllWhite } from './undrawn.js'

/** FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER (RGBA instead of BGRA) of fpdfview.h. */
const annotated = 0x01
const flags = annotated | 0x10
const none: ReadonlySet<number> = new Set()
/** FPDFBitmap_BGRx: 4 bytes a pixel, no transparency. */
const format = 3
const white = 0xffffffff
/** One drawing is at most this many pixels (256 MB while it is copied out); larger ones come at a smaller scale. */
const mostPixels = 32_000_000
const longestSide = 16_000

/** A page as it is to be drawn: its 0-based index and its upright measures. */
interface DrawnPage extends Sheet {
  readonly index: number
  readonly covering: Covering
  /** Pixels of the largest picture on it: drawing the page decodes all of them, however small they are shown. */
  readonly largestPicture: number
}

/** What is left out of a drawing. */
type Without = 'doubted-text' | 'covers'

/**
 * Pixels of one page. `render` throws Uninspectable: `corrupt` where a picture cannot be drawn, `limit` where the budget
 * or the memory does not reach, `crashed`. They may be asked for at any time: a page that was closed meanwhile is opened again, and so is
 * a document, but it is cheapest before the next piece is asked for. Coordinates: upright page, points.
 */
export function pagePixels(
  source: Source,
  document: OpenPdf,
  budget: Budget,
  page: DrawnPage,
  naturalScale: number,
): Pixels {
  const drawn = async (scale: number, box: Box, without: Without | null): Promise<Raster> => {
    const open = document.isOpen ? document : await openPdf(source)
    try {
      return draw(open, budget, page, box, scale, without)
    } catch (error) {
      if (!isCrash(error)) throw error
      open.abandon()
      throw new Uninspectable('crashed', { code: 'pdf.page-crashed', args: { page: page.index + 1 } })
    } finally {
      if (open !== document) open.release()
    }
  }
  return {
    naturalScale,
    render: (scale, box = [0, 0, page.width, page.height]) => drawn(scale, box, null),
    renderWithout: (what, scale, box) => drawn(scale, box, what),
  }
}

function draw(
  document: OpenPdf,
  budget: Budget,
  page: DrawnPage,
  box: Box,
  wanted: number,
  without: Without | null,
): Raster {
  const { engine } = document
  const { call } = engine
  const handle = document.page(page.index)
  if (handle === 0) throw new Uninspectable('corrupt', { code: 'pdf.page', args: { page: page.index + 1 } })
  const scale = boundedScale(box, wanted)
  const width = Math.max(1, Math.round(box[2] * scale))
  const height = Math.max(1, Math.round(box[3] * scale))
  budget.spend('pixels', Math.max(width * height, page.largestPicture))
  const bitmap = call.FPDFBitmap_CreateEx(width, height, format, 0, 0)
  if (bitmap === 0) throw new Uninspectable('limit', { code: 'pdf.no-bitmap', args: { width, height } })
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    const place = [
      Math.round(-box[0] * scale),
      Math.round(-box[1] * scale),
      Math.round(page.width * scale),
      Math.round(page.height * scale),
    ] as const
    const form = document.form()
    const orders = without === 'covers' ? page.covering.coverOrders : page.covering.textOrders
    const shown = without === 'covers' ? flags & ~annotated : flags
    withoutObjects(engine, handle, without ? orders : none, () => {
      call.FPDF_RenderPageBitmap(bitmap, handle, ...place, page.turned, shown)
    })
    if (form) call.FPDF_FFLDraw(form, bitmap, handle, ...place, page.turned, flags)
    const rgba = copyOut(document, bitmap, width, height)
    if (!without && isAllWhite(rgba) && hasUndrawnPicture(document, handle, page, box)) {
      throw new Uninspectable('corrupt', { code: 'pdf.picture', args: { page: page.index + 1 } })
    }
    return { width, height, scale, rgba }
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}

function boundedScale(box: Box, wanted: number): number {
  const [, , width, height] = box
  const byArea = Math.sqrt(mostPixels / Math.max(1e-6, width * height))
  const bySide = longestSide / Math.max(1e-6, width, height)
  return Math.min(wanted, byArea, bySide)
}

function copyOut(document: OpenPdf, bitmap: number, width: number, height: number): Uint8Array {
  const { call } = document.engine
  const stride = call.FPDFBitmap_GetStride(bitmap)
  const start = call.FPDFBitmap_GetBuffer(bitmap)
  const { u8 } = document.engine.memory()
  const rgba = new Uint8Array(width * height * 4)
  for (let row = 0; row < height; row++) {
    const from = start + row * stride
    rgba.set(u8.subarray(from, from + width * 4), row * width * 4)
  }
  for (let alpha = 3; alpha < rgba.length; alpha += 4) rgba[alpha] = 255
  return rgba
}
