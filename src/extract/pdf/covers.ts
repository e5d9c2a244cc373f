/** What may hide text or parts of pictures: shapes, pictures and annotations drawn later, and text in the colour of its ground. */
import type { Box, Cover } from '../../types.js'
import type { Overlay } from './annotations.js'
import { isBlank } from './characters.js'
import { copiesOfDoubted } from './drawn-again.js'
import type { Engine } from './engine.js'
import type { UprightPage } from './geometry.js'
import type { PdfGlyph } from './glyphs.js'
import { doubtColours } from './ink.js'
import type { PageObject, PageObjects } from './objects.js'
import { doubtClipped } from './clipped-text.js'
import { type CoverCandidate, candidatesOf, ordersOf } from './cover-candidates.js'
import { overlapArea } from '../../plane/box.js'

export interface PageCovers {
  readonly covers: readonly Cover[]
  /** Positions in drawing order of the text objects that have doubts, and of the covers. */
  readonly textOrders: ReadonlySet<number>
  readonly coverOrders: ReadonlySet<number>
}

export const nothingCovered: PageCovers = { covers: [], textOrders: new Set(), coverOrders: new Set() }
/** Covers that can be told apart in a `Span.doubts`. */
const most = 254
/** A character is in doubt when this much of its box stands under covers. */
const enough = 0.5

/** Notes in each glyph what puts it in doubt. Pages without candidates are done after one look at their objects. */
export function findCovers(
  engine: Engine,
  sheet: UprightPage,
  glyphs: readonly PdfGlyph[],
  drawn: PageObjects,
  overlays: readonly Overlay[],
): PageCovers {
  const candidates = candidatesOf(engine, sheet, drawn, overlays)
  const used = candidates.length > 0 ? doubtCovered(glyphs, drawn, candidates) : []
  const grounds: CoverCandidate[] = []
  doubtColours(engine, glyphs, drawn, (object) => numberOf(sheet, object, used, grounds))
  doubtClipped(glyphs, drawn)
  const textOrders = new Set(copiesOfDoubted(engine, sheet, glyphs, drawn))
  for (const glyph of glyphs) {
    if (glyph.doubt > 0) textOrders.add(drawn.textOrders.get(glyph.object) ?? 0)
  }
  if (used.length === 0 && textOrders.size === 0) return nothingCovered
  const coverOrders = new Set(used.flatMap(ordersOf))
  const covers = [...used, ...grounds].map(({ order: _order, first: _first, ...cover }) => cover)
  return { covers, textOrders, coverOrders }
}

/** One more than the place of a ground among all covers, which it joins; 0: there are too many. */
function numberOf(
  sheet: UprightPage,
  object: PageObject,
  used: readonly CoverCandidate[],
  grounds: CoverCandidate[],
): number {
  const known = grounds.findIndex(({ order }) => order === object.order)
  if (known >= 0) return used.length + known + 1
  if (used.length + grounds.length >= most) return 0
  const { box, order } = object
  const share = overlapArea(box, [0, 0, sheet.width, sheet.height]) / (sheet.width * sheet.height || 1)
  return used.length + grounds.push({ kind: 'ground', box, opaque: true, share, overPicture: false, order })
}

/** Height in points of the bands candidates are sorted into, so that a character meets only those near it. */
const band = 24

function doubtCovered(
  glyphs: readonly PdfGlyph[],
  drawn: PageObjects,
  candidates: readonly CoverCandidate[],
): CoverCandidate[] {
  const bands = intoBands(candidates)
  const used = new Map<CoverCandidate, number>()
  const number = (candidate: CoverCandidate): number => {
    if (!used.has(candidate) && used.size < most) used.set(candidate, used.size + 1)
    return used.get(candidate) ?? most
  }
  for (const candidate of candidates) if (candidate.overPicture) number(candidate)
  for (const glyph of glyphs) {
    const near = bands.get(Math.floor((glyph.y + glyph.height / 2) / band))
    if (!near || glyph.style.hiddenBy !== null || isBlank(glyph.text)) continue
    const top = topmost(glyph, near, drawn.textOrders.get(glyph.object) ?? 0)
    if (top) glyph.doubt = number(top)
  }
  return [...used.keys()]
}

function intoBands(candidates: readonly CoverCandidate[]): Map<number, CoverCandidate[]> {
  const bands = new Map<number, CoverCandidate[]>()
  for (const candidate of candidates) {
    const [, y, , height] = candidate.box
    const last = Math.min(Math.floor((y + height) / band), 1000)
    for (let at = Math.max(0, Math.floor(y / band)); at <= last; at++) {
      const list = bands.get(at)
      if (list) list.push(candidate)
      else bands.set(at, [candidate])
    }
  }
  return bands
}

function topmost(glyph: PdfGlyph, near: readonly CoverCandidate[], order: number): CoverCandidate | null {
  const box: Box = [glyph.x, glyph.y, glyph.width, glyph.height]
  const area = glyph.width * glyph.height
  let covered = 0
  let top: CoverCandidate | null = null
  for (const candidate of near) {
    if (candidate.order <= order) continue
    const shared = overlapArea(candidate.box, box)
    if (shared === 0) continue
    covered += shared
    if (!top || candidate.order >= top.order) top = candidate
  }
  return covered >= enough * area ? top : null
}
