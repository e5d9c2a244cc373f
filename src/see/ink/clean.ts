/** Ink alone on its ground as a map of how much of it is ink, whatever its colour and paleness. */
import type { Raster } from '../../types.js'

export interface InkMap {
  readonly width: number
  readonly height: number
  /** Pixels per page unit. */
  readonly scale: number
  /** 0: ground; 255: ink. */
  readonly ink: Uint8Array
}

/** Of 255: what differs less from its ground is seen by nobody. */
const faintest = 12
/** Share of the pixels that must reach the full strength of the ink; less is a speck. */
const leastShare = 0.0004
/** Of 255: above it a pixel is ink. */
export const inked = 110

/** Null: nothing stands out from the ground. */
export function inkMap({ width, height, scale, rgba }: Raster, ground: 'white' | 'black'): InkMap | null {
  const count = width * height
  const ink = new Uint8Array(count)
  const levels = new Uint32Array(256)
  for (let pixel = 0; pixel < count; pixel++) {
    const at = 4 * pixel
    const [red, green, blue] = [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!]
    const level = ground === 'white' ? 255 - Math.min(red, green, blue) : Math.max(red, green, blue)
    ink[pixel] = level
    levels[level]!++
  }
  const usual = levels.indexOf(levels.reduce((most, share) => Math.max(most, share), 0))
  const strength = strengthOf(levels, usual, Math.max(4, leastShare * count))
  if (strength < faintest) return null
  const stretched = Uint8Array.from(levels, (_, level) =>
    Math.min(255, Math.round((255 * Math.abs(level - usual)) / strength)),
  )
  for (let pixel = 0; pixel < count; pixel++) ink[pixel] = stretched[ink[pixel]!]!
  return { width, height, scale, ink }
}

/** The greatest difference from the ground that enough pixels have. */
function strengthOf(levels: Uint32Array, usual: number, enough: number): number {
  let reached = 0
  for (let strength = 255; strength > 0; strength--) {
    reached += (levels[usual + strength] ?? 0) + (levels[usual - strength] ?? 0)
    if (reached >= enough) return strength
  }
  return 0
}
