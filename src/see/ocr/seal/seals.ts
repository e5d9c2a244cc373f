/** Finds seals whose ink differs from print: red ones, and grey ones on a copy. */
import type { Box } from '../../../types.js'
import { openPatchFinder } from '../strip/components.js'
import type { RgbaPicture } from '../picture.js'
import { radiusAt } from './ring-shape.js'
import type { Ring } from './rings.js'
import type { ColourFilter } from '../paddle/tone.js'
import { cellBounds, overlapShare, union } from '../../../plane/box.js'
import { median, quantile } from '../../../plane/quantile.js'

/** Cells across the longer side when looking for red. */
const cells = 320
/** A seal is at least this many lines high, and no more of its box is red than this. */
const lines = 2.6
const fill = 0.6

/** Where a seal stands, in raster pixels, and the glass that makes it vanish. */
export interface RasterSeal {
  readonly box: Box
  readonly glass: ColourFilter
}

/** `height`: thickness of a usual line in raster pixels; `rings`: what was found by its shape. */
export function sealsIn(picture: RgbaPicture, height: number, rings: readonly Ring[]): RasterSeal[] {
  const red = redSeals(picture, height)
  const told = rings.filter((ring) => isTold(picture, ring))
  const others = told.map((ring) => ({ box: around(ring), glass: glassOf(picture, ring)! }))
  return [...red, ...others.filter(({ box }) => !red.some((seal) => overlapShare(seal.box, box) > 0.5))]
}

/** Whether the ink of a ring can be told from print. */
export function isTold(picture: RgbaPicture, ring: Ring): boolean {
  return glassOf(picture, ring) !== null
}

function around({ x, y, radius }: Ring): Box {
  return [x - 1.05 * radius, y - 1.05 * radius, 2.1 * radius, 2.1 * radius]
}

/** Print is this much darker than the ink of a seal, in red light. */
const darker = 40

/** From the brightness of the stroke and of the darkest print in the ring; null where they are the same. */
function glassOf(picture: RgbaPicture, ring: Ring): ColourFilter | null {
  const stroke: number[] = []
  for (let theta = 0; theta < 2 * Math.PI; theta += 0.02) {
    const far = radiusAt(ring, theta)
    const red = redAt(picture, ring.x + far * Math.cos(theta), ring.y + far * Math.sin(theta))
    if (red !== null) stroke.push(red)
  }
  const middle = median(stroke)
  const print = darkestIn(picture, ring)
  return middle - print > darker ? { black: Math.max(print, 0.55 * middle), white: 0.93 * middle } : null
}

/** Nearly the darkest place within the ring. */
function darkestIn(picture: RgbaPicture, { x, y, radius }: Ring): number {
  const values: number[] = []
  for (let v = -0.9; v < 0.9; v += 0.015)
    for (let u = -0.9; u < 0.9; u += 0.015) {
      const red = u * u + v * v < 0.8 ? redAt(picture, x + u * radius, y + v * radius) : null
      if (red !== null) values.push(red)
    }
  return quantile(values, 0.004, 255)
}

function redAt({ width, height, rgba }: RgbaPicture, x: number, y: number): number | null {
  const [px, py] = [Math.floor(x), Math.floor(y)]
  return px < 0 || py < 0 || px >= width || py >= height ? null : rgba[4 * (py * width + px)]!
}

function redSeals(picture: RgbaPicture, height: number): RasterSeal[] {
  const cell = Math.max(1, Math.ceil(Math.max(picture.width, picture.height) / cells))
  const columns = Math.ceil(picture.width / cell)
  const finder = openPatchFinder(0.5)
  for (let y = 0; y < picture.height; y += cell) finder.row(redRow(picture, y, cell, columns), 0, columns)
  const blobs = finder.patches().map(({ points, pixels }) => ({ box: cellBounds(points), pixels }))
  return together(blobs)
    .filter(({ box, pixels }) => {
      const [, , width, height_] = box
      const round = width < 1.7 * height_ && height_ < 1.7 * width
      return round && Math.min(width, height_) * cell > lines * height && pixels < fill * width * height_
    })
    .map(({ box }) => {
      const inPixels: Box = [box[0] * cell, box[1] * cell, box[2] * cell, box[3] * cell]
      return { box: inPixels, glass: glassFor(picture, inPixels) }
    })
}

/** The middle brightness of the seal's ink in red light counts as white; what is a good deal darker is print. */
function glassFor(picture: RgbaPicture, [left, top, width, height]: Box): ColourFilter {
  const values: number[] = []
  for (let y = top; y < Math.min(picture.height, top + height); y += 2)
    for (let x = left; x < Math.min(picture.width, left + width); x += 2) {
      const at = 4 * (y * picture.width + x)
      if (isRed(picture.rgba, at)) values.push(picture.rgba[at]!)
    }
  const middle = median(values, 200)
  return { black: 0.55 * middle, white: 0.95 * middle }
}

/** 1 for every cell of a row that has a red pixel among those looked at. */
function redRow(picture: RgbaPicture, top: number, cell: number, columns: number): Float32Array {
  const row = new Float32Array(columns)
  const step = Math.max(1, Math.floor(cell / 3))
  for (let y = top; y < Math.min(picture.height, top + cell); y += step)
    for (let x = 0; x < picture.width; x += step)
      if (isRed(picture.rgba, 4 * (y * picture.width + x))) row[Math.floor(x / cell)] = 1
  return row
}

function isRed(rgba: Uint8Array, at: number): boolean {
  const red = rgba[at]!
  return red > 90 && red - rgba[at + 1]! > 55 && red - rgba[at + 2]! > 45
}

interface Blob {
  readonly box: Box
  readonly pixels: number
}

/** A ring broken by the text over it, and the star inside it, are one seal. */
function together(blobs: readonly Blob[]): Blob[] {
  const merged: Blob[] = []
  for (const blob of [...blobs].sort((a, b) => b.box[2] * b.box[3] - a.box[2] * a.box[3])) {
    const host = merged.findIndex((other) => overlapShare(other.box, blob.box) > 0.2)
    if (host < 0) merged.push(blob)
    else {
      const { box, pixels } = merged[host]!
      merged[host] = { box: union(box, blob.box), pixels: pixels + blob.pixels }
    }
  }
  return merged
}
