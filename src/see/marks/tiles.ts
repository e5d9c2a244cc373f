/** Tiles: a mosaic put on in an editor of pictures and not scanned since, told by its lattice at whatever scale. */
import type { Box } from '../../types.js'
import type { Cells } from './cells.js'
import type { MarkDetector } from './detector.js'
import { type Junction, junctionsOf } from './junctions.js'
import { median } from '../../plane/quantile.js'

/** Corners of one mosaic lie closer together than this many pixels. */
const NEAR = 56
/** Fewer corners keep to some lattice by chance. */
const FEWEST = 8
/** Side of a tile in pixels. */
const [SMALLEST, LARGEST] = [4, 48]
/** Length of the mean direction of all corners wound around the side of a tile: 1 where all keep to it. */
const REGULAR = 0.86
/** Shades of type made coarse lie between ink and paper; drawn tiles, codes and boards have a few shades. */
const SHADE = 10
const FEWEST_SHADES = 6
/** Type is grey on light paper: colours are maps and pixel art, light on dark are digits of data sets. */
const [MOST_COLOUR, DIMMEST] = [40, 96]
/** Share of the corners of the extent that are seen. */
const SEEN = 0.16
/** Pixels between two shades: none or one on each side in the picture as it was saved, more where it has been enlarged. */
const GAPS = [1, 3] as const
const SMALL = 500_000

export const tiles: MarkDetector = {
  kind: 'mosaic',
  detect({ field }) {
    if (field.bilevel) return []
    const { width, height } = field.raster
    const gaps = width * height < SMALL ? GAPS : GAPS.slice(0, 1)
    for (const gap of gaps) {
      const boxes = groupsOf(junctionsOf(field, gap))
        .map((group) => mosaicOf(group, field))
        .filter((box) => box !== null)
      if (boxes.length > 0)
        return boxes.map((box) => ({ kind: 'mosaic', box, confidence: 0.95, tells: ['tiles'] }))
    }
    return []
  },
}

/** Corners in company, found by squares of a grid that hold some and touch. */
function groupsOf(junctions: readonly Junction[]): Junction[][] {
  const squares = new Map<string, Junction[]>()
  const key = (column: number, row: number) => `${column} ${row}`
  const side = NEAR / 2
  for (const one of junctions) {
    const name = key(Math.floor(one.x / side), Math.floor(one.y / side))
    squares.set(name, [...(squares.get(name) ?? []), one])
  }
  const groups: Junction[][] = []
  for (const [start, first] of squares) {
    if (!squares.delete(start)) continue
    const group = [...first]
    for (const names = [start]; names.length > 0;) {
      const [column, row] = names.pop()!.split(' ').map(Number) as [number, number]
      for (let v = row - 1; v <= row + 1; v++)
        for (let u = column - 1; u <= column + 1; u++) {
          const near = squares.get(key(u, v))
          if (!near) continue
          squares.delete(key(u, v))
          for (const each of near) group.push(each)
          names.push(key(u, v))
        }
    }
    groups.push(group)
  }
  return groups
}

/** The extent of the mosaic whose corners these are, a tile more on each side; null where they are none. */
function mosaicOf(group: readonly Junction[], field: Cells): Box | null {
  if (group.length < FEWEST) return null
  const side = sideOf(group)
  if (side === null || !isCoarseType(group, field)) return null
  const [xs, ys] = [group.map(({ x }) => x), group.map(({ y }) => y)]
  const [left, right, top, bottom] = [
    least(xs),
    -least(xs.map((x) => -x)),
    least(ys),
    -least(ys.map((y) => -y)),
  ]
  const corners = ((right - left) / side + 1) * ((bottom - top) / side + 1)
  if (group.length < SEEN * corners) return null
  const [x, y] = [Math.max(0, left - side), Math.max(0, top - side)]
  const { width, height } = field.raster
  return [x, y, Math.min(width, right + side) - x, Math.min(height, bottom + side) - y]
}

const least = (values: readonly number[]) => values.reduce((low, value) => Math.min(low, value), Infinity)

/** The largest side to whose lattice the corners keep both ways. */
function sideOf(group: readonly Junction[]): number | null {
  for (let side = LARGEST; side >= SMALLEST; side -= side > 16 ? 0.25 : 0.125)
    if (regularity(group, side, 'x') > REGULAR && regularity(group, side, 'y') > REGULAR) return side
  return null
}

function regularity(group: readonly Junction[], side: number, way: 'x' | 'y'): number {
  let [across, along] = [0, 0]
  for (const one of group) {
    const turn = (2 * Math.PI * one[way]) / side
    across += Math.cos(turn)
    along += Math.sin(turn)
  }
  return Math.hypot(across, along) / group.length
}

function isCoarseType(group: readonly Junction[], { raster }: Cells): boolean {
  const shades = group.flatMap((one) => one.shades)
  const middle = median(shades)
  if (middle < DIMMEST) return false
  if (new Set(shades.map((shade) => Math.round(shade / SHADE))).size < FEWEST_SHADES) return false
  const colours = group.map(({ x, y }) => colourAt(raster.rgba, 4 * ((y - 2) * raster.width + x - 2)))
  return median(colours) < MOST_COLOUR
}

/** Greatest difference of the channels of one pixel. */
function colourAt(rgba: Uint8Array, at: number): number {
  const [red, green, blue] = [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!]
  return Math.max(red, green, blue) - Math.min(red, green, blue)
}
