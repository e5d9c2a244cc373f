/** Finds ink that looks like a short line of type and that nothing was read from. */
import { openPatchFinder } from '../strip/components.js'
import type { RgbaPicture } from '../picture.js'
import type { Box } from '../../../types.js'
import { quantile } from '../../../plane/quantile.js'

/** Cells across the height of a line. */
const cells = 8
/** Print is this much darker than paper, in red light: seals, red rules and red heads do not count. */
const contrast = 80
/** Height of type in cells, least and most; shorter patches are rules and specks, higher ones pictures and pens. */
const [lowest, highest] = [3, 10]
/** At least two characters, at most a long mark. */
const [narrowest, widest] = [1.6, 16]
/** A line of type fills at least this share of its box once the gaps between characters are bridged. */
const solid = 0.55

/**
 * Boxes on the level page (turned by −`angle`) inside `zone`, none of them within `read`.
 * `height`: of a usual line, in raster pixels.
 */
export function unseenInk(
  picture: RgbaPicture,
  zone: Box,
  angle: number,
  read: readonly Box[],
  height: number,
): Box[] {
  const cell = height / cells
  const [columns, rows] = [Math.floor(zone[2] / cell), Math.floor(zone[3] / cell)]
  const light = lightOf(picture, zone, angle, cell)
  const paper = quantile(light, 0.7, 255)
  const finder = openPatchFinder(0.5)
  const isRead = (x: number, y: number): boolean =>
    read.some((box) => x > box[0] && x < box[0] + box[2] && y > box[1] && y < box[1] + box[3])
  for (let y = 0; y < rows; y++) {
    const row = new Float32Array(columns)
    for (let x = 0; x < columns; x++) {
      if (light[y * columns + x]! > paper - contrast) continue
      if (!isRead(zone[0] + (x + 0.5) * cell, zone[1] + (y + 0.5) * cell)) row[x] = 1
    }
    finder.row(bridged(row), 0, columns)
  }
  return finder.patches().flatMap(({ points, pixels }): Box[] => {
    const xs = points.filter((_, i) => i % 2 === 0)
    const ys = points.filter((_, i) => i % 2 === 1)
    const [left, top] = [Math.min(...xs), Math.min(...ys)]
    const [wide, high] = [Math.max(...xs) - left + 1, Math.max(...ys) - top + 1]
    if (high < lowest || high > highest || wide < narrowest * high || wide > widest * high) return []
    if (pixels < solid * wide * high) return []
    return [[zone[0] + left * cell, zone[1] + top * cell, wide * cell, high * cell]]
  })
}

/** The darkest of four samples of each cell, in red light; what lies outside the picture is white. */
function lightOf(picture: RgbaPicture, zone: Box, angle: number, cell: number): Uint8Array {
  const [columns, rows] = [Math.floor(zone[2] / cell), Math.floor(zone[3] / cell)]
  const light = new Uint8Array(columns * rows)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let darkest = 255
      for (const [u, v] of quarters) {
        const along = zone[0] + (x + u) * cell
        const across = zone[1] + (y + v) * cell
        const px = Math.floor(along * cos - across * sin)
        const py = Math.floor(along * sin + across * cos)
        if (px < 0 || py < 0 || px >= picture.width || py >= picture.height) continue
        darkest = Math.min(darkest, picture.rgba[4 * (py * picture.width + px)]!)
      }
      light[y * columns + x] = darkest
    }
  return light
}

const quarters = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const

/** Ink and everything within half a line's height of it to both sides. */
function bridged(row: Float32Array): Float32Array {
  const reach = cells / 2
  const out = new Float32Array(row.length)
  let last = -Infinity
  for (let x = 0; x < row.length; x++) {
    if (row[x] === 0) continue
    if (x - last <= reach) out.fill(1, last, x)
    out[x] = 1
    last = x
  }
  return out
}
