/** Patches without the grain of the paper around them: only an editor of pictures leaves such places. */
import { hasGrain } from './field.js'
import type { Field } from './field.js'
import { patchesOf, slabOf, touchesEdge } from './patches.js'
import type { Patch, Slab } from './patches.js'
import { shadeOf } from './shade.js'
import type { Shade } from './shade.js'

export interface FlatPatch extends Slab {
  readonly patch: Patch
  readonly shade: Shade
}

/** Share of the calmest paper's spread below which a place has no grain. */
const STILL = 0.35
/** A re-saved JPEG leaves ringing of about this much in a filled rectangle. */
const RINGING = 1.2
const LEAST_MM2 = 12

/** Flat patches not joined to the edge of the picture; none on a page whose paper has no grain. */
export function flatPatchesOf(field: Field): FlatPatch[] {
  if (!hasGrain(field)) return []
  const limit = Math.min(RINGING, STILL * field.calm)
  const core = new Uint8Array(field.mean.length)
  for (let row = 1; row < field.rows - 1; row++)
    for (let at = row * field.columns + 1; at < (row + 1) * field.columns - 1; at++)
      if (field.spread[at]! < limit) core[at] = 1
  const least = LEAST_MM2 * field.perMm ** 2
  return patchesOf(grown(core, field.columns), field.columns, least)
    .filter((patch) => !touchesEdge(patch, field, 2))
    .map((patch) => ({ patch, ...slabOf(patch, field.columns), shade: shadeOf(patch, field) }))
    .filter(({ shade }) => !isClipped(shade))
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

/** Light too strong or too weak for the camera: paper that is nearly white around a white patch, ink in black. */
function isClipped({ inside, around }: Shade): boolean {
  return (inside > 252 && around > 249) || (inside < 3 && around < 8)
}
