/** Finds the separate sheets in one picture: papers on a darker desk, a page pictured in a screenshot. */
import { bright, coarse, unlike } from './coarse.js'
import type { Coarse } from './coarse.js'
import { openPatchFinder } from '../strip/components.js'
import type { RgbaPicture } from '../picture.js'
import { inReadingOrder } from '../strip/reading-order.js'
import type { Strip } from '../strip/strip.js'
import type { Box } from '../../../types.js'
import { overlapShare } from '../../../plane/box.js'
import { median } from '../../../plane/quantile.js'

/** A sheet covers at least this share of the picture, and fills its own box at least so far. */
const least = 0.04
const solid = 0.62
/** Type in a pictured page is smaller than that around it. */
const smaller = 0.75

/** The strips parted by the sheet they stand on; the first part holds what stands on none. */
export function partBySheet(picture: RgbaPicture, strips: readonly Strip[]): Strip[][] {
  const grid = coarse(picture)
  const papers = papersOn(grid, strips)
  const boxes = papers.length > 1 ? papers : panelsOn(grid, strips)
  const sheets = inReadingOrder(boxes.map((level) => ({ level }))).map(({ level }) => level)
  const parts: Strip[][] = [[], ...sheets.map((): Strip[] => [])]
  for (const strip of strips) parts[1 + sheets.findIndex((sheet) => isOn(strip, sheet))]!.push(strip)
  return parts.filter((part) => part.length > 0)
}

function isOn(strip: Strip, [x, y, width, height]: Box): boolean {
  return strip.x >= x && strip.x < x + width && strip.y >= y && strip.y < y + height
}

/** Bright areas on a dark ground that carry text. */
function papersOn(grid: Coarse, strips: readonly Strip[]): Box[] {
  const threshold = bright(grid)
  if (threshold === null) return []
  const areas = areasOf(grid, (i) => grid.light[i]! > threshold)
  return areas.filter((area) => strips.filter((strip) => isOn(strip, area)).length >= 3)
}

/** Areas unlike the flat ground of a screenshot, with type smaller than the rest. */
function panelsOn(grid: Coarse, strips: readonly Strip[]): Box[] {
  const ground = unlike(grid)
  if (ground === null) return []
  return areasOf(grid, ground).filter((area) => {
    const inside = strips.filter((strip) => isOn(strip, area))
    const outside = strips.filter((strip) => !isOn(strip, area))
    return inside.length >= 4 && outside.length >= 1 && heightOf(inside) < smaller * heightOf(outside)
  })
}

function heightOf(strips: readonly Strip[]): number {
  return median(strips.map((strip) => Math.min(strip.thickness, strip.length)))
}

/** Boxes, in raster pixels, of the connected cells that pass; those inside another are left out. */
function areasOf(grid: Coarse, passes: (index: number) => boolean): Box[] {
  const { columns, rows, cell } = grid
  const finder = openPatchFinder(0.5)
  const row = new Float32Array(columns)
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) row[x] = passes(y * columns + x) ? 1 : 0
    finder.row(row, 0, columns)
  }
  const areas = finder.patches().flatMap(({ points, pixels }): Box[] => {
    const xs = points.filter((_, i) => i % 2 === 0)
    const ys = points.filter((_, i) => i % 2 === 1)
    const [left, top] = [lowest(xs), lowest(ys)]
    const [width, height] = [highest(xs) - left + 1, highest(ys) - top + 1]
    if (pixels < least * columns * rows || pixels < solid * width * height) return []
    if (width * height > 0.9 * columns * rows) return []
    return [[left * cell, top * cell, width * cell, height * cell]]
  })
  const bySize = areas.sort((a, b) => b[2] * b[3] - a[2] * a[3])
  return bySize.filter((area, i) => !bySize.slice(0, i).some((other) => overlapShare(other, area) > 0.8))
}

const lowest = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b))
const highest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b))
