/** A picture in a few thousand cells: enough to tell sheets from what they lie on. */
import type { RgbaPicture } from '../picture.js'
import { meanAt } from '../../../pixels/grey.js'

/** Cells across the longer side. */
const finest = 160
/** Samples across one cell. */
const samples = 4

export interface Coarse {
  readonly columns: number
  readonly rows: number
  /** Side of a cell in raster pixels. */
  readonly cell: number
  /** Brightness of each cell, 0–255: nearly the lightest sample, so that print does not count. */
  readonly light: Uint8Array
  /** 1 where every sample of the cell is as good as the same. */
  readonly flat: Uint8Array
}

export function coarse(picture: RgbaPicture): Coarse {
  const cell = Math.max(2, Math.ceil(Math.max(picture.width, picture.height) / finest))
  const columns = Math.ceil(picture.width / cell)
  const rows = Math.ceil(picture.height / cell)
  const light = new Uint8Array(columns * rows)
  const flat = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [darkest, lightest] = extremes(picture, column * cell, row * cell, cell)
      light[row * columns + column] = lightest
      flat[row * columns + column] = lightest - darkest < 8 ? 1 : 0
    }
  return { columns, rows, cell, light, flat }
}

function extremes(picture: RgbaPicture, left: number, top: number, cell: number): [number, number] {
  const { width, height, rgba } = picture
  const step = Math.max(1, cell / samples)
  let [darkest, lightest] = [255, 0]
  for (let y = top; y < Math.min(height, top + cell); y += step)
    for (let x = left; x < Math.min(width, left + cell); x += step) {
      const at = 4 * (Math.floor(y) * width + Math.floor(x))
      const value = meanAt(rgba, at)
      darkest = Math.min(darkest, value)
      lightest = Math.max(lightest, value)
    }
  return [darkest, lightest]
}

/** Brightness that parts paper from a darker ground (Otsu), or null where there is no such ground. */
export function bright({ light, columns, rows }: Coarse): number | null {
  const counts = new Float64Array(256)
  for (const value of light) counts[value]!++
  const total = light.length
  const all = counts.reduce((sum, count, value) => sum + count * value, 0)
  let best = { threshold: 0, between: 0, gap: 0, dark: 0 }
  let dark = 0
  let darkSum = 0
  for (let value = 0; value < 255; value++) {
    dark += counts[value]!
    darkSum += counts[value]! * value
    if (dark === 0 || dark === total) continue
    const gap = (all - darkSum) / (total - dark) - darkSum / dark
    const between = dark * (total - dark) * gap * gap
    if (between > best.between) best = { threshold: value, between, gap, dark: dark / total }
  }
  if (best.gap < 50 || best.dark < 0.08) return null
  const edge = [...light].filter((_, i) => isEdge(i, columns, rows))
  const darkEdge = edge.filter((value) => value <= best.threshold).length
  return darkEdge > 0.4 * edge.length ? best.threshold : null
}

function isEdge(index: number, columns: number, rows: number): boolean {
  const x = index % columns
  const y = Math.floor(index / columns)
  return x === 0 || y === 0 || x === columns - 1 || y === rows - 1
}

/** Which cells differ from the one flat brightness most of a screenshot's ground has; null without one. */
export function unlike({ light, flat }: Coarse): ((index: number) => boolean) | null {
  const counts = new Float64Array(256)
  light.forEach((value, i) => (counts[value]! += flat[i]!))
  const ground = counts.indexOf(Math.max(...counts))
  if (counts[ground]! < 0.15 * light.length) return null
  return (index) => flat[index] === 0 || Math.abs(light[index]! - ground) > 3
}
