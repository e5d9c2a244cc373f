/** Draws one ink of a page alone: on the page itself, from an annotation, or from a layer that is switched off. */
import { Uninspectable } from '../../errors.js'
import type { Box, Budget, Raster } from '../../types.js'
import { onlyObjects } from './active.js'
import { asRgba, type GroundColour, onCanvas } from './canvas.js'
import { withCopy } from './copy.js'
import type { UprightPage } from './geometry.js'
import type { OpenPdf } from './open.js'
import type { DrawnInk } from './unread-ink.js'

/** A page as it is to be drawn: its 0-based index and its upright measures. */
export interface InkPage extends UprightPage {
  readonly index: number
  /** Pixels of the largest picture on it: drawing the page decodes all of them, however small they are shown. */
  readonly largestPicture: number
}

/** Coordinates: upright page, points. Throws Uninspectable `corrupt` where the page cannot be opened by itself. */
export function renderInk(
  document: OpenPdf,
  budget: Budget,
  page: InkPage,
  ink: DrawnInk,
  box: Box,
  scale: number,
  ground: GroundColour,
): Raster {
  const { engine } = document
  const leastCost = ink.copied ? page.largestPicture : 0
  const from = (handle: number): Raster =>
    onCanvas(engine, budget, page, box, scale, ground, leastCost, ({ bitmap, place }) => {
      onlyObjects(engine, handle, ink.orders, () => {
        engine.call.FPDF_RenderPageBitmap(bitmap, handle, ...place, page.turned, asRgba)
      })
    })
  if (!ink.copied) return from(document.page(page.index))
  const whole = withCopy(document, page.index, ink.copied.annotations, ({ handle }) => from(handle))
  if (!whole) throw new Uninspectable('corrupt', { code: 'pdf.page', args: { page: page.index + 1 } })
  return ink.copied.without ? added(whole, from(document.page(page.index)), ground) : whole
}

/** Of 255: drawings that differ less show the same. */
const noticeable = 8

/** What the one shows and the other does not. */
function added(one: Raster, other: Raster, ground: GroundColour): Raster {
  const { rgba } = one
  const bare = ground === 'white' ? 255 : 0
  for (let at = 0; at < rgba.length; at += 4) {
    const isSame = [0, 1, 2].every((c) => Math.abs(rgba[at + c]! - other.rgba[at + c]!) < noticeable)
    if (isSame) rgba.fill(bare, at, at + 3)
  }
  return one
}
