/** Patches without the grain of the paper around them: only an editor of pictures leaves such places. */
import { STILL, hasGrain } from './field.js'
import type { GreyField } from './field.js'
import { patchesOf, slabOf, touchesEdge } from './patches.js'
import type { CellComponent, Slab } from './patches.js'
import { shadeOf } from './shade.js'
import type { Shade } from './shade.js'

export interface FlatPatch extends Slab {
  readonly patch: CellComponent
  readonly shade: Shade
}

/** Share of the calmest paper's spread below which a place has no grain. */
const CALM = 0.35
/** See `isOverEnd`. */
const OVER_END = 0.45
/** A re-saved JPEG leaves ringing of about this much in a filled rectangle. */
const RINGING = 1.2
const LEAST_MM2 = 12
/** Grey levels within which neighbouring cells are of one patch. */
const SAME_SHADE = 3

/** Patches that run over the left or right edge: higher ones are the bed of the scanner. */
const HIGHEST_OVER_EDGE_MM = 45
const LOWEST_OVER_EDGE_MM = 5
/** Of a patch that runs over an edge: the bed of the scanner and torn paper are no rectangles. */
const FULL = 0.85
/** Over the upper or lower edge, only what no dog-ear and no crooked sheet could leave. */
const [WHOLE, WIDEST_SHARE, HIGHEST_SHARE] = [0.97, 0.7, 0.3]

/** Flat patches inside the picture, or drawn over its side; none on a page whose paper has no grain. */
export function flatPatchesOf(field: GreyField): FlatPatch[] {
  if (!hasGrain(field)) return []
  const limit = Math.max(STILL, Math.min(RINGING, CALM * field.calm))
  const core = new Uint8Array(field.mean.length)
  for (let row = 1; row < field.rows - 1; row++)
    for (let at = row * field.columns + 1; at < (row + 1) * field.columns - 1; at++)
      if (field.spread[at]! < limit) core[at] = 1
  const least = LEAST_MM2 * field.perMm ** 2
  const joins = (at: number, other: number) => Math.abs(field.mean[at]! - field.mean[other]!) < SAME_SHADE
  return patchesOf(grown(core, field.columns), field.columns, least, joins)
    .filter((patch) => !touchesEdge(patch, field, 2) || isOverSide(patch, field) || isOverEnd(patch, field))
    .map((patch) => ({ patch, ...slabOf(patch, field.columns), shade: shadeOf(patch, field) }))
    .filter(({ shade }) => !isClipped(shade))
}

/** A bar drawn from beyond the edge of the sheet, or from edge to edge, with the sheet above and below it. */
function isOverSide(patch: CellComponent, { rows, perMm }: GreyField): boolean {
  const [wide, high] = [patch.right - patch.left, patch.bottom - patch.top]
  const inside = patch.top >= 2 * perMm && patch.bottom <= rows - 2 * perMm
  const isBar = high <= HIGHEST_OVER_EDGE_MM * perMm && high >= LOWEST_OVER_EDGE_MM * perMm && wide > high
  return inside && isBar && patch.members.length > FULL * wide * high
}

/** A rectangle that lies over the upper or lower edge, in a corner or not: less sure, for it may be a label. */
function isOverEnd(
  { left, top, right, bottom, members }: CellComponent,
  { rows, columns, perMm }: GreyField,
): boolean {
  const [wide, high] = [right - left, bottom - top]
  const isPart = wide < WIDEST_SHARE * columns && high < HIGHEST_SHARE * rows
  const isLarge = Math.min(wide, high) >= LOWEST_OVER_EDGE_MM * perMm
  return (top < 2 || bottom > rows - 2) && isPart && isLarge && members.length > WHOLE * wide * high
}

/** How sure one may be of a patch at most. */
export function surest({ patch }: FlatPatch, field: GreyField): number {
  return isOverEnd(patch, field) ? OVER_END : 1
}

/** The spread of a cell is that of its neighbours too: what is flat reaches one cell further. */
function grown(core: Uint8Array, columns: number): Uint8Array {
  const mask = new Uint8Array(core.length)
  for (let at = columns + 1; at < core.length - columns - 1; at++) {
    if (core[at] === 0) continue
    for (const line of [at - columns, at, at + columns]) mask[line - 1] = mask[line] = mask[line + 1] = 1
  }
  return mask
}

/** Colour steps up to this are paper painted with paper colour. */
const PAPER_STEP = 4

export function isPaperLike({ shade }: FlatPatch): boolean {
  return shade.step <= PAPER_STEP
}

/** Light too strong or too weak for the camera: paper that is nearly white around a white patch, ink in black. */
function isClipped({ inside, around }: Shade): boolean {
  return (inside > 252 && around > 249) || (inside < 3 && around < 8)
}
