/** The pixels of a band with its slant taken out, and the two shades between which it lies. */
import type { Band } from './bands.js'
import type { GreyField } from './field.js'

/** How far from ink towards the paper a pixel may be and still count as ink. */
export const HALF = 0.45

export interface LevelPage {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
  /** Mean grey of the paper under the band. */
  readonly paper: number
  /** Grey that a tenth of everything darker than paper lies below. */
  readonly dark: number
}

export function levelled({ patch, slope }: Band, field: GreyField): LevelPage {
  const { grey, cell, raster, ground } = field
  const [left, top] = [patch.left * cell, patch.top * cell]
  const width = Math.min(raster.width, patch.right * cell) - left
  const height = Math.min(raster.height, patch.bottom * cell) - top
  const out = new Uint8Array(width * height)
  for (let u = 0; u < width; u++) {
    const rise = Math.round(slope * (u - width / 2))
    for (let v = 0; v < height; v++) {
      const y = Math.min(raster.height - 1, Math.max(0, top + v + rise))
      out[v * width + u] = grey[y * raster.width + left + u]!
    }
  }
  const paper = patch.members.reduce((sum, at) => sum + ground[at]!, 0) / patch.members.length
  return { width, height, grey: out, paper, dark: darkOf(out, paper) }
}

function darkOf(grey: Uint8Array, paper: number): number {
  const counts = new Int32Array(256)
  for (const value of grey) counts[value]!++
  const darker = Math.floor(paper * 0.9)
  const all = counts.subarray(0, darker).reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (let value = 0; value < darker; value++) {
    seen += counts[value]!
    if (seen * 10 >= all) return value
  }
  return darker
}
