/** Reads what seals were stamped over, looking through the red. */
import { union } from './level.js'
import type { Look } from './look.js'
import type { Picture, Window } from './picture.js'
import type { Seal } from './seals.js'
import { boxOf, overlapOf } from './strip.js'
import type { Strip } from './strip.js'
import { detectionTone, throughGlass } from './tone.js'
import type { Box } from '../../types.js'

/**
 * The strips with those under seals found again without the red; what only the red shows stays.
 * `scale`: detector pixels per raster pixel.
 */
export async function beneathSeals(
  look: Look,
  strips: readonly Strip[],
  seals: readonly Seal[],
  scale: number,
): Promise<Strip[]> {
  let kept = [...strips]
  for (const { box: seal, glass } of seals) {
    const under = kept.filter((strip) => reachesInto(strip, seal))
    const reach = under.map(boxOf).reduce(union, seal)
    look.meter.tried('seal')
    const found = await look.find(windowOf(reach, look.picture), scale, throughGlass(detectionTone, glass))
    const beside = kept.filter((strip) => !under.includes(strip))
    const fresh = found
      .filter((strip) => reachesInto(strip, seal) && !beside.some((other) => isSame(other, strip)))
      .map((strip) => ({ ...strip, glass }))
    const onlyRed = under.filter((strip) => !fresh.some((other) => isSame(other, strip)))
    kept = [...beside, ...onlyRed, ...fresh]
  }
  return kept
}

/** The seal covers more than the fringe of the strip. */
function reachesInto(strip: Strip, seal: Box): boolean {
  const box = boxOf(strip)
  const height = Math.min(box[1] + box[3], seal[1] + seal[3]) - Math.max(box[1], seal[1])
  const width = Math.min(box[0] + box[2], seal[0] + seal[2]) - Math.max(box[0], seal[0])
  return Math.min(width, height) > 0.25 * Math.min(strip.thickness, strip.length)
}

function isSame(a: Strip, b: Strip): boolean {
  return overlapOf(boxOf(a), boxOf(b)) > 0.3
}

/** Median thickness. */
export function usualHeight(strips: readonly Strip[]): number {
  const heights = strips.map((strip) => Math.min(strip.thickness, strip.length)).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 24
}

/** The box with a little air, in whole pixels inside the picture. */
function windowOf([x, y, width, height]: Box, picture: Picture): Window {
  const air = 16
  const left = Math.max(0, Math.floor(x - air))
  const top = Math.max(0, Math.floor(y - air))
  return {
    x: left,
    y: top,
    width: Math.min(picture.width, Math.ceil(x + width + air)) - left,
    height: Math.min(picture.height, Math.ceil(y + height + air)) - top,
  }
}
