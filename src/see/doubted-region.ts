/** The part of a page that has to be drawn to decide which of its text is seen. */
import type { Box, Page } from '../types.js'

/** Pixels per point: 110 dpi, where type of 5 points is 8 pixels high. */
export const scale = 110 / 72

/** Around everything in doubt, on whole pixels, so that both drawings and the boxes agree; null: nothing is. */
export function doubtedRegion(page: Page): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { spans } of page.lines) {
    for (const { doubts, glyphs } of spans) {
      if (!doubts || !glyphs) continue
      for (let unit = 0; unit < doubts.length; unit++) {
        if (doubts[unit] === 0) continue
        const at = 4 * unit
        left = Math.min(left, glyphs[at]!)
        top = Math.min(top, glyphs[at + 1]!)
        right = Math.max(right, glyphs[at]! + glyphs[at + 2]!)
        bottom = Math.max(bottom, glyphs[at + 1]! + glyphs[at + 3]!)
      }
    }
  }
  const x = Math.floor(Math.max(0, left) * scale - 1)
  const y = Math.floor(Math.max(0, top) * scale - 1)
  const width = Math.ceil(Math.min(page.width ?? right, right) * scale + 1) - x
  const height = Math.ceil(Math.min(page.height ?? bottom, bottom) * scale + 1) - y
  if (!(width > 0 && height > 0)) return null
  return [x / scale, y / scale, width / scale, height / scale]
}
