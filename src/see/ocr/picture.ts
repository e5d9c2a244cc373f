/** A block of RGBA pixels and the windows cut from it. */
import type { Raster } from '../../types.js'

/** RGBA, row by row, no padding; a Raster without its scale. */
export type RgbaPicture = Pick<Raster, 'width' | 'height' | 'rgba'>

/** Left, top, width, height in whole pixels of a picture. */
export interface Window {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function wholeOf(picture: RgbaPicture): Window {
  return { x: 0, y: 0, width: picture.width, height: picture.height }
}
