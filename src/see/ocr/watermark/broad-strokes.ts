/** Finds in the layer without print what may be strokes of letters, and draws them black on white. */
import { openPatchFinder } from '../strip/components.js'
import type { InkComponent } from '../strip/components.js'
import type { RgbaPicture } from '../picture.js'
import type { WatermarkLayer } from './layer.js'
import type { Box } from '../../../types.js'
import { cellBounds } from '../../../plane/box.js'

/** Of 255: fainter ink is the texture of the paper; where that is rougher, so many times its middle depth. */
const [faintest, rougher] = [8, 4]
/** Least extent of a stroke in cells, and least number of cells. */
const [shortest, smallest] = [7, 12]
/** A panel, a photograph, a bar: broader than this many cells and filled to more than this share of its box. */
const [broad, filled] = [24, 0.8]
/** A rule or the frame of a table: longer than this many cells and filled to less than this share of its box, or flat. */
const [long, hollow, flat] = [60, 0.06, 3]
/** Share of all cells from which strokes are worth a look, and above which they are a picture. */
const [least, most] = [0.0004, 0.5]

/** Strokes are of one tone where their depths differ by less than this share. */
const alike = 0.25

/** One connected stretch of ink; `box` in raster pixels. */
export interface InkStroke {
  readonly patch: InkComponent
  readonly box: Box
}

/**
 * Strokes of the layer for which `isKnown` is false, and those of their tone for which it is true: a watermark's own where
 * lines of print run over it. None where they are too few to be letters or a whole picture.
 */
export function strokesIn({ cell, depth }: WatermarkLayer, isKnown: (box: Box) => boolean): InkStroke[] {
  const { columns, rows, values } = depth
  const threshold = Math.max(faintest, rougher * medianOf(values))
  const finder = openPatchFinder(threshold)
  for (let y = 0; y < rows; y++)
    finder.row(Float32Array.from(values.subarray(y * columns, (y + 1) * columns)), 0, columns)
  const all = finder.patches().flatMap((patch): InkStroke[] => {
    if (patch.pixels < smallest) return []
    const [x, y, width, height] = cellBounds(patch.points)
    const box: Box = [x * cell, y * cell, width * cell, height * cell]
    return isStroke(patch.pixels, width, height) ? [{ patch, box }] : []
  })
  const strokes = all.filter(({ box }) => !isKnown(box))
  const share = sizeOf(strokes) / values.length
  if (share < least || share > most) return []
  const tone = strokes.reduce((sum, { patch }) => sum + patch.sum, 0) / sizeOf(strokes)
  return all.filter((stroke) => strokes.includes(stroke) || Math.abs(depthOf(stroke) - tone) < alike * tone)
}

const sizeOf = (strokes: readonly InkStroke[]): number =>
  strokes.reduce((sum, { patch }) => sum + patch.pixels, 0)

const depthOf = ({ patch }: InkStroke): number => patch.sum / patch.pixels

function isStroke(pixels: number, width: number, height: number): boolean {
  const [longer, shorter] = [Math.max(width, height), Math.min(width, height)]
  const fill = pixels / (width * height)
  if (longer < shortest || (shorter > broad && fill > filled)) return false
  return longer < long || (fill > hollow && shorter > flat)
}

function medianOf(values: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (let i = 0; i < values.length; i += 7) counts[values[i]!]!++
  let [below, value] = [0, 0]
  while (value < 255 && (below += counts[value]!) < values.length / 14) value++
  return value
}

/** The strokes as a picture of the layer's cells; faint ones are drawn as black as the others. */
export function drawn({ depth }: WatermarkLayer, strokes: readonly InkStroke[]): RgbaPicture {
  const { columns, rows, values } = depth
  const rgba = new Uint8Array(4 * columns * rows).fill(255)
  for (const { patch } of strokes) {
    const full = 0.8 * (patch.sum / patch.pixels)
    for (const { from, to, y } of patch.runs)
      for (let i = y * columns + from; i <= y * columns + to; i++) {
        const light = 255 * (1 - Math.min(1, values[i]! / full))
        rgba.fill(light, 4 * i, 4 * i + 3)
      }
  }
  return { width: columns, height: rows, rgba }
}
