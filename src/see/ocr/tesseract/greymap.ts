/** Writes a window of a picture as a grey PNM file in memory, with the light evened out. */
import { paperOf } from '../paper/brightness.js'
import type { RgbaPicture, Window } from '../picture.js'
import type { Quarters } from '../paper/orientation.js'
import { lumaAt } from '../../../pixels/grey.js'

/** Binary PGM; turned clockwise by quarters and enlarged a whole number of times. */
export function greymap(
  picture: RgbaPicture,
  window: Window,
  turned: Quarters,
  enlarged: number,
): Uint8Array {
  const odd = turned % 2 === 1
  const width = (odd ? window.height : window.width) * enlarged
  const height = (odd ? window.width : window.height) * enlarged
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const bytes = new Uint8Array(head.length + width * height)
  bytes.set(head)
  const source = unturn(window, turned)
  const paper = paperOf(picture, window)
  let at = head.length
  for (let y = 0; y < height; y++) {
    const v = Math.floor(y / enlarged)
    for (let x = 0; x < width; x++) {
      const [px, py] = source(Math.floor(x / enlarged), v)
      const from = 4 * (py * picture.width + px)
      const grey = lumaAt(picture.rgba, from)
      // Dark areas are left dark: a photograph is not paper in the shade.
      bytes[at++] = Math.min(255, (grey * 245) / Math.max(70, paper(px, py)))
    }
  }
  return bytes
}

/** From a place in the turned window back to the raster. Coordinates may be fractional borders as well. */
export function unturn(window: Window, turned: Quarters): (u: number, v: number) => [x: number, y: number] {
  const { x, y, width, height } = window
  if (turned === 1) return (u, v) => [x + v, y + height - 1 - u]
  if (turned === 2) return (u, v) => [x + width - 1 - u, y + height - 1 - v]
  if (turned === 3) return (u, v) => [x + width - 1 - v, y + u]
  return (u, v) => [x + u, y + v]
}
