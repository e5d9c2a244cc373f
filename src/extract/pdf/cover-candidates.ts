/** What may hide text or parts of pictures on a PDF page: shapes, pictures, strokes and annotations drawn after them. */
import type { Box, Cover } from '../../types.js'
import type { Overlay } from './annotations.js'
import { shownBox } from './clip.js'
import { coatOf } from './coat.js'
import type { Engine } from './engine.js'
import type { UprightPage } from './geometry.js'
import type { PageObject, PageObjects } from './objects.js'
import { strokeOf } from './stroke.js'
import { strokeRuns } from './stroke-runs.js'
import { overlapArea } from '../../plane/box.js'

export interface CoverCandidate extends Cover {
  /** Infinity: an annotation, above everything the page draws. */
  readonly order: number
  /** Where it is drawn in several strokes, the order of the first. */
  readonly first?: number
}

/** Narrower than this in points hides no line of type: rules, underlines, frames. */
const narrowest = 3
/** From this share of the page a picture is the page itself, and text beneath it its text layer. */
const wholePage = 0.6
/** Share of the page above which a picture over another is a part of the page, not a patch on it. */
const largestPatch = 0.06
/** Candidates looked at: a drawing with more is no redaction. */
const mostCandidates = 20_000
/** Of a cover over a picture, this much must stand over it. */
const enough = 0.5

/** Positions in drawing order of all that makes up a cover. */
export function ordersOf({ first, order }: CoverCandidate): number[] {
  return first === undefined ? [order] : Array.from({ length: order - first + 1 }, (_, at) => first + at)
}

export function candidatesOf(
  engine: Engine,
  sheet: UprightPage,
  drawn: PageObjects,
  overlays: readonly Overlay[],
): CoverCandidate[] {
  const [first = Infinity] = drawn.textOrders.values()
  const images = drawn.objects.filter(
    (object) => object.kind === 'image' && object.box[2] * object.box[3] > 400,
  )
  const earliest = Math.min(first, images[0]?.order ?? Infinity)
  const found: CoverCandidate[] = []
  for (const object of drawn.objects) {
    if (object.order <= earliest || object.kind === 'shading') continue
    if (Math.min(object.box[2], object.box[3]) < narrowest) continue
    const coat = coatOf(engine, object)
    if (coat === 'none') continue
    const box = shownBox(engine, { ...object, box: strokeOf(engine, object)?.box ?? object.box })
    if (!box || Math.min(box[2], box[3]) < narrowest) continue
    const { order } = object
    const cover = coverOf(sheet, box, object.kind === 'image' ? 'picture' : 'shape', coat === 'opaque')
    if (cover.kind === 'picture' && cover.share > wholePage) continue
    const isSmall = cover.kind === 'shape' || cover.share < largestPatch
    const overPicture = isSmall && cover.opaque && standsOver(images, box, order)
    found.push({ ...cover, order, overPicture })
    if (found.length >= mostCandidates) break
  }
  const taken = new Set(found.map(({ order }) => order))
  const later = drawn.objects.filter(({ order }) => order > earliest && !taken.has(order))
  for (const { box, first: from, order } of strokeRuns(engine, later)) {
    const cover = coverOf(sheet, box, 'shape', true)
    found.push({ ...cover, order, first: from, overPicture: standsOver(images, box, from) })
  }
  for (const { kind, box } of overlays) {
    const overPicture = standsOver(images, box, Infinity)
    found.push({ ...coverOf(sheet, box, kind, true), order: Infinity, overPicture })
  }
  return found
}

function coverOf(
  sheet: UprightPage,
  box: Box,
  kind: Cover['kind'],
  opaque: boolean,
): Omit<Cover, 'overPicture'> {
  const share = overlapArea(box, [0, 0, sheet.width, sheet.height]) / (sheet.width * sheet.height || 1)
  return { kind, box, opaque, share }
}

function standsOver(images: readonly PageObject[], box: Box, order: number): boolean {
  const area = box[2] * box[3]
  return images.some((image) => image.order < order && overlapArea(image.box, box) > enough * area)
}
