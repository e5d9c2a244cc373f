/** What a page draws that may be letters though no text and no picture says so: gathered into places to be looked at. */
import type { Box, Ink } from '../../types.js'
import type { Engine } from './engine.js'
import type { PdfFacts } from './facts.js'
import { fragmentedText } from './fragments.js'
import type { UprightPage } from './geometry.js'
import type { PdfGlyph } from './glyphs.js'
import type { PageObject, PageObjects } from './objects.js'
import { type Outlines, outlinedText } from './outlines.js'
import { stencilled } from './stencils.js'
import { grown, intersection, overlapArea, union } from '../../plane/box.js'

/** Ink drawn by objects of the page, told by their positions in drawing order. */
export interface DrawnInk extends Ink {
  readonly orders: ReadonlySet<number>
  /**
   * Set: they are positions in a copy of the page on which no layer is switched off and into which these annotations
   * are drawn; `without`: what the page itself shows of them is left out.
   */
  readonly copied?: { readonly annotations: ReadonlySet<number>; readonly without: boolean }
}

export interface UnreadInk {
  readonly apart: readonly DrawnInk[]
  /** Outlines of the size of type that stand clear of all text: looked at with the page, as pictures are. */
  readonly words: readonly Box[]
}

/** In points: higher letters are a watermark or a banner, whose angle and paleness ask for a look of their own. */
const largeType = 40
/** In points: places nearer to one another are looked at together. */
const nearest = 12
/** Places of one page; more are looked at as one. */
const most = 8

/** `taken`: pictures that are looked at as such. */
export function unreadInk(
  engine: Engine,
  sheet: UprightPage,
  glyphs: readonly PdfGlyph[],
  drawn: PageObjects,
  facts: PdfFacts,
  taken: ReadonlySet<PageObject>,
): UnreadInk {
  const outlines = outlinedText(engine, drawn.objects)
  const words = outlines.filter(({ box }) => !isLarge(box) && !isWrittenOver(box, glyphs))
  const page: Box = [0, 0, sheet.width, sheet.height]
  const found = [
    ...outlines.filter((word) => !words.includes(word)),
    ...fragmentedText(drawn.objects.filter(({ kind }) => kind === 'path')),
    ...stencils(engine, drawn.objects, facts, taken),
  ].flatMap(({ box, orders }): DrawnInk[] => {
    const shown = intersection(box, page)
    return shown ? [{ box: shown, orders: new Set(orders) }] : []
  })
  return { apart: gathered(found), words: words.map(({ box }) => box) }
}

function stencils(
  engine: Engine,
  objects: readonly PageObject[],
  facts: PdfFacts,
  taken: ReadonlySet<PageObject>,
): Outlines[] {
  return objects.flatMap((object): Outlines[] => {
    const box = taken.has(object) ? null : stencilled(engine, object, facts)
    return box ? [{ box, orders: [object.order] }] : []
  })
}

function isLarge([, , width, height]: Box): boolean {
  return Math.min(width, height) >= largeType
}

function isWrittenOver(box: Box, glyphs: readonly PdfGlyph[]): boolean {
  return glyphs.some(
    ({ x, y, width, height, style }) =>
      style.hiddenBy === null && overlapArea([x, y, width, height], box) > 0,
  )
}

function gathered(found: readonly DrawnInk[]): DrawnInk[] {
  const joined: DrawnInk[] = []
  for (const ink of found) {
    let whole = ink
    for (let index = joined.length - 1; index >= 0; index--) {
      if (!isNear(joined[index]!.box, whole.box)) continue
      whole = together(joined[index]!, whole)
      joined.splice(index, 1)
    }
    joined.push(whole)
    if (joined.length > most) joined.splice(0, joined.length, joined.reduce(together))
  }
  return joined
}

function together(one: DrawnInk, other: DrawnInk): DrawnInk {
  const [larger, smaller] = one.orders.size > other.orders.size ? [one, other] : [other, one]
  const orders = larger.orders as Set<number>
  for (const order of smaller.orders) orders.add(order)
  return { box: union(one.box, other.box), orders }
}

function isNear(one: Box, other: Box): boolean {
  return overlapArea(one, grown(other, nearest)) > 0
}
