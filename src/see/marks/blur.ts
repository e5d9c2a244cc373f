/** Blur: type softened until its letters flow together. */
import type { MarkDetector } from './detector.js'
import { isTiled } from './mosaic.js'
import { boxOf } from './patches.js'
import { softBandsOf } from './soft.js'
import type { SoftBand } from './soft.js'

/** Type on the same scan is seldom below half of the usual sharpness, and tiles rub off to this. */
const BLURRED = 0.22
/** A corner out of focus is soft all over; a smeared line has sharp neighbours. */
const BESIDE = 0.3
/** Steps downwards against steps sideways: only smearing from top to bottom leaves so few of the first, whatever is beside it. */
const UPRIGHT = 0.12

export const blur: MarkDetector = {
  kind: 'blur',
  detect(scene) {
    return softBandsOf(scene)
      .filter((soft) => soft.softness < BLURRED && standsOut(soft) && !isTiled(soft))
      .map(({ band, softness }) => ({
        kind: 'blur',
        box: boxOf(band.patch, scene.field),
        confidence: softness < 0.1 ? 0.92 : 0.8,
      }))
  },
}

function standsOut({ beside, band }: SoftBand): boolean {
  return beside < BESIDE || band.lie < UPRIGHT
}
