/** Whether what lies beneath a cover can be read through it all the same: highlighters, frames, thin pens hide nothing. */
import type { Box, Raster } from '../types.js'
import { quickLumaAt } from '../pixels/grey.js'

/** Of 255: ink differs this much from the ground around it. */
const inkContrast = 60
/** Share of its contrast that ink keeps where a person still reads it. */
const legible = 0.5
/** Fewer dark pixels in a part of the place are specks. */
const fewest = 6

/** Sums over pixels of ink and of ground, one for each colour channel and drawing. */
interface Sums {
  readonly ink: [number, number, number]
  readonly ground: [number, number, number]
  inked: number
  bare: number
}

const empty = (): Sums => ({ ink: [0, 0, 0], ground: [0, 0, 0], inked: 0, bare: 0 })

/**
 * `shown` and `bare`: the same region with the cover and without it; `box` in page units. The place is looked at in parts
 * as wide as it is high: a cover that hides one of them hides something.
 */
export function showsThrough(shown: Raster, bare: Raster, region: Box, box: Box): boolean {
  const { scale, width, height } = bare
  const left = Math.max(0, Math.ceil((box[0] - region[0]) * scale))
  const top = Math.max(0, Math.ceil((box[1] - region[1]) * scale))
  const right = Math.min(width, Math.floor((box[0] + box[2] - region[0]) * scale))
  const bottom = Math.min(height, Math.floor((box[1] + box[3] - region[1]) * scale))
  const limit = groundOf(bare, left, top, right, bottom) - inkContrast
  const part = Math.max(4, bottom - top)
  let parts = 0
  for (let from = left; from < right; from += part) {
    const to = Math.min(right, from + part)
    const [before, now] = [empty(), empty()]
    for (let y = top; y < bottom; y++)
      for (let at = 4 * (y * width + from), end = 4 * (y * width + to); at < end; at += 4) {
        const isInk = quickLumaAt(bare.rgba, at) < limit
        add(before, bare, at, isInk)
        add(now, shown, at, isInk)
      }
    if (before.inked < fewest) continue
    parts++
    if (contrast(now) < legible * contrast(before)) return false
  }
  return parts > 0
}

/** The most common grey. */
function groundOf(raster: Raster, left: number, top: number, right: number, bottom: number): number {
  const greys = new Uint32Array(256)
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) greys[quickLumaAt(raster.rgba, 4 * (y * raster.width + x))]!++
  return greys.indexOf(Math.max(...greys))
}

function add(sums: Sums, { rgba }: Raster, at: number, isInk: boolean): void {
  const into = isInk ? sums.ink : sums.ground
  for (let channel = 0; channel < 3; channel++) into[channel]! += rgba[at + channel]!
  if (isInk) sums.inked++
  else sums.bare++
}

/** In the channel where it is greatest: black on a yellow ground stands out in red and green. */
function contrast({ ink, ground, inked, bare }: Sums): number {
  if (inked === 0 || bare === 0) return 0
  return Math.max(...ink.map((sum, channel) => ground[channel]! / bare - sum / inked))
}
