/** Erased: paper painted over in the colour of paper, told by the grain that is missing there. */
import type { MarkDetector } from './detector.js'
import { flatPatchesOf, isPaperLike, surest } from './flat.js'
import type { FlatPatch } from './flat.js'
import { boxOf } from './patches.js'

/** A brush leaves rounder patches than a rectangle tool. */
const HALF_FULL = 0.5
const LEAST_MM2 = 30
const LOWEST_MM = 2.6
const SHORTEST_MM = 7
/**
 * Thrifty JPEGs lose the grain here and there by themselves: where this share of the paper has none, or patches are
 * many, only one that is much larger than any other is somebody's doing.
 */
const WORN = 0.012
const FEW = 3
const LARGER = 2.5

export const erased: MarkDetector = {
  kind: 'erased',
  detect({ field }) {
    const { perMm } = field
    const flat = flatPatchesOf(field)
    return flat
      .filter((found) => (field.still < WORN && flat.length <= FEW) || standsOut(found, flat))
      .filter((found) => isPaperLike(found) || found.fill <= 0.8)
      .filter(
        ({ patch, length, height, fill }) =>
          fill > HALF_FULL &&
          patch.members.length >= LEAST_MM2 * perMm ** 2 &&
          height >= LOWEST_MM * perMm &&
          Math.max(length, height) >= SHORTEST_MM * perMm,
      )
      .map((found) => ({
        kind: 'erased',
        box: boxOf(found.patch, field),
        confidence: Math.min(surest(found, field), found.fill > 0.8 ? 0.9 : 0.75),
      }))
  },
}

function standsOut({ patch }: FlatPatch, all: readonly FlatPatch[]): boolean {
  const others = all.filter((other) => other.patch !== patch).map((other) => other.patch.members.length)
  return patch.members.length > LARGER * Math.max(1, ...others)
}
