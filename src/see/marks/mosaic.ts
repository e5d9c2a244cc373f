/** Mosaic: type replaced by square tiles of its mean shade. */
import type { MarkDetector } from './detector.js'
import { boxOf } from './patches.js'
import { softBandsOf } from './soft.js'
import type { SoftBand } from './soft.js'

/** Share of the edges that lie on the lattice; type keeps to one with less than half of its edges. */
const ON_LATTICE = 0.6
/** A print of a mosaic scanned again keeps less of it, but is soft all the same. */
const RUBBED = 0.45
const RUBBED_SOFT = 0.35
/** Two edges always keep to some lattice: there must be one, of the strong ones, in so many millimetres. */
const MM_A_LINE = 12

export const mosaic: MarkDetector = {
  kind: 'mosaic',
  detect(scene) {
    return softBandsOf(scene)
      .filter(isTiled)
      .map(({ band, lattice, softness }) => ({
        kind: 'mosaic',
        box: boxOf(band.patch, scene.field),
        confidence: lattice.strength > 0.75 && softness < 0.45 ? 0.95 : 0.8,
      }))
  },
}

export function isTiled({ lattice, softness, millimetres }: SoftBand): boolean {
  const regular = lattice.strength > ON_LATTICE || (lattice.strength > RUBBED && softness < RUBBED_SOFT)
  return regular && lattice.lines * MM_A_LINE > millimetres
}
