/** Bars of one shade, dark or coloured, that lie on the paper like a strip over a line of type. */
import type { Field } from './field.js'
import { patchesOf, slabOf, touchesEdge } from './patches.js'
import type { Patch, Slab } from './patches.js'
import { shadeOf } from './shade.js'
import type { Shade } from './shade.js'

export interface SolidPatch extends Slab {
  readonly patch: Patch
  readonly shade: Shade
}

/** Grey levels by which a bar differs from the paper. */
const STEP = 45
/** A strip over one to three lines of type. Longer and higher ones are banners, pictures, table rows. */
const HIGHEST_MM = 25
const LONGEST_MM = 140
const LEAST_MM2 = 14

export function solidPatchesOf(field: Field): SolidPatch[] {
  const { mean, ground, deviation, noise, perMm, columns } = field
  const limit = Math.max(4, 2.2 * noise + 1.5)
  const mask = new Uint8Array(mean.length)
  for (let at = 0; at < mask.length; at++)
    if (deviation[at]! < limit && Math.abs(mean[at]! - ground[at]!) > STEP) mask[at] = 1
  return patchesOf(mask, columns, LEAST_MM2 * perMm ** 2)
    .filter((patch) => !touchesEdge(patch, field, 2))
    .map((patch) => ({ patch, ...slabOf(patch, columns), shade: shadeOf(patch, field) }))
    .filter((found) => isStrip(found, field) && isEven(found.patch, field))
}

/** Longer than high, and not as round as a punched hole. */
function isStrip({ length, height }: Slab, { perMm }: Field): boolean {
  return length > 1.15 * height && height < HIGHEST_MM * perMm && length < LONGEST_MM * perMm
}

/** One shade from end to end; a photograph or a shadow has many. */
function isEven({ members }: Patch, { mean, noise }: Field): boolean {
  let sum = 0
  let squares = 0
  for (const at of members) {
    sum += mean[at]!
    squares += mean[at]! ** 2
  }
  const average = sum / members.length
  return Math.sqrt(Math.max(0, squares / members.length - average ** 2)) < 5 + noise
}
