/** Ink turned so that its lines run level, black on white, and the way back to where it stands. */
import type { Box, Raster } from '../../types.js'
import type { InkMap } from './clean.js'

export interface LevelledRaster {
  readonly raster: Raster
  /** A box of the raster as a box of the map with the same centre and sides. */
  back(box: Box): Box
}

/** Radians: lines that slant less are read as they are. */
const level = 0.03
/** Pixels of white around the ink. */
const margin = 12

/** `angle`: of the lines, radians clockwise from the level. */
export function levelled(map: InkMap, angle: number): LevelledRaster {
  const upright = Math.abs(angle) < level || Math.abs(angle) > Math.PI / 2 - level
  const [cos, sin] = upright ? [1, 0] : [Math.cos(angle), Math.sin(angle)]
  const width = Math.ceil(Math.abs(cos) * map.width + Math.abs(sin) * map.height) + 2 * margin
  const height = Math.ceil(Math.abs(sin) * map.width + Math.abs(cos) * map.height) + 2 * margin
  const rgba = new Uint8Array(4 * width * height).fill(255)
  const toMap = (x: number, y: number): [number, number] => {
    const [u, v] = [x - width / 2, y - height / 2]
    return [map.width / 2 + u * cos - v * sin, map.height / 2 + u * sin + v * cos]
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fromX, fromY] = toMap(x + 0.5, y + 0.5)
      const value = 255 - sampled(map, fromX - 0.5, fromY - 0.5)
      if (value < 255) rgba.fill(value, 4 * (y * width + x), 4 * (y * width + x) + 3)
    }
  return {
    raster: { width, height, scale: map.scale, rgba },
    back([left, top, wide, high]) {
      const [x, y] = toMap(left + wide / 2, top + high / 2)
      return [x - wide / 2, y - high / 2, wide, high]
    },
  }
}

/** Between the four pixels around the point; nothing lies outside. */
function sampled({ width, height, ink }: InkMap, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < -1 || top < -1 || left >= width || top >= height) return 0
  const [right, down] = [x - left, y - top]
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= width || row >= height ? 0 : ink[row * width + column]!
  const above = at(left, top) * (1 - right) + (right > 0 ? at(left + 1, top) * right : 0)
  if (down === 0) return Math.round(above)
  const below = at(left, top + 1) * (1 - right) + (right > 0 ? at(left + 1, top + 1) * right : 0)
  return Math.round(above * (1 - down) + below * down)
}
