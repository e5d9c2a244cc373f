/** Draws a page or a part of it to RGBA, with annotations and form fields. */
import { Uninspectable } from '../../errors.js'
import { withoutObjects } from './active.js'
import { asRgba, onCanvas } from './canvas.js'
import type { PageCovers } from './covers.js'
import type { Box, Budget, Pixels, Raster, Source } from '../../types.js'
import { isCrash } from './engine.js'
import { type OpenPdf, openPdf } from './open.js'
import { type InkPage, renderInk } from './render-ink.js'
import { hasUndrawnPicture, isAllWhite } from './undrawn.js'
import type { DrawnInk } from './unread-ink.js'

/** FPDF_ANNOT of fpdfview.h. */
const annotated = 0x01
const none: ReadonlySet<number> = new Set()

/** A page as it is to be drawn: its 0-based index and its upright measures. */
interface DrawnPage extends InkPage {
  readonly covering: PageCovers
  readonly ink: readonly DrawnInk[]
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
  const drawn = async (draw: (open: OpenPdf) => Raster): Promise<Raster> => {
    const open = document.isOpen ? document : await openPdf(source)
    try {
      if (open.page(page.index) === 0) throw unreadable(page)
      return draw(open)
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
    render: (scale, box = [0, 0, page.width, page.height]) =>
      drawn((open) => drawAll(open, budget, page, box, scale)),
    renderWithout: (what, scale, box) => drawn((open) => drawPage(open, budget, page, box, scale, what)),
    renderInk: (index, scale, box, ground) =>
      drawn((open) => renderInk(open, budget, page, page.ink[index]!, box, scale, ground)),
  }
}

function unreadable({ index }: DrawnPage): Uninspectable {
  return new Uninspectable('corrupt', { code: 'pdf.page', args: { page: index + 1 } })
}

function drawAll(document: OpenPdf, budget: Budget, page: DrawnPage, box: Box, scale: number): Raster {
  const raster = drawPage(document, budget, page, box, scale, null)
  const { rgba } = raster
  if (isAllWhite(rgba) && hasUndrawnPicture(document, document.page(page.index), page, box)) {
    throw new Uninspectable('corrupt', { code: 'pdf.picture', args: { page: page.index + 1 } })
  }
  return raster
}

function drawPage(
  document: OpenPdf,
  budget: Budget,
  page: DrawnPage,
  box: Box,
  scale: number,
  without: Without | null,
): Raster {
  const { engine } = document
  const { call } = engine
  const handle = document.page(page.index)
  return onCanvas(engine, budget, page, box, scale, 'white', page.largestPicture, ({ bitmap, place }) => {
    const form = document.form()
    const { coverOrders, textOrders } = page.covering
    const orders = without === 'covers' ? coverOrders : without ? textOrders : none
    const shown = without === 'covers' ? asRgba : asRgba | annotated
    withoutObjects(engine, handle, orders, () => {
      call.FPDF_RenderPageBitmap(bitmap, handle, ...place, page.turned, shown)
    })
    if (form) call.FPDF_FFLDraw(form, bitmap, handle, ...place, page.turned, asRgba | annotated)
  })
}
