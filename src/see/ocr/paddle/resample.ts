/** Shrinks or enlarges a window of a picture into the planar floats the models take. */
import type { RgbaPicture, Window } from '../picture.js'
import { tapsFor } from './taps.js'
import type { Tone } from './tone.js'
import type { Taps } from './taps.js'

/** The window scaled to `width` × `height` as three float planes. */
export function planesOf(
  picture: RgbaPicture,
  window: Window,
  width: number,
  height: number,
  tone: Tone,
): Float32Array {
  const across = tapsFor(window.x, picture.width, window.width, width)
  const down = tapsFor(window.y, picture.height, window.height, height)
  const planes = new Float32Array(3 * width * height)
  // Rows already scaled sideways are kept while later target rows still need them.
  const kept = Array.from({ length: down.most }, () => ({ y: -1, row: new Float32Array(3 * width) }))
  const sum = new Float32Array(3 * width)
  for (let y = 0; y < height; y++) {
    sum.fill(0)
    for (let i = 0; i < down.count[y]!; i++) {
      const from = down.start[y]! + i
      const slot = kept[from % down.most]!
      if (slot.y !== from) scaleRow(picture, (slot.y = from), across, width, slot.row)
      const weight = down.weights[y * down.most + i]!
      for (let k = 0; k < sum.length; k++) sum[k]! += slot.row[k]! * weight
    }
    writeRow(planes, sum, y, width, height, tone)
  }
  return planes
}

function scaleRow(picture: RgbaPicture, y: number, across: Taps, width: number, row: Float32Array): void {
  const { rgba } = picture
  const { start, count, weights, most } = across
  const base = y * picture.width
  for (let x = 0; x < width; x++) {
    let red = 0
    let green = 0
    let blue = 0
    let at = (base + start[x]!) * 4
    const end = x * most + count[x]!
    for (let k = x * most; k < end; k++, at += 4) {
      const weight = weights[k]!
      red += rgba[at]! * weight
      green += rgba[at + 1]! * weight
      blue += rgba[at + 2]! * weight
    }
    row[3 * x] = red
    row[3 * x + 1] = green
    row[3 * x + 2] = blue
  }
}

function writeRow(
  planes: Float32Array,
  row: Float32Array,
  y: number,
  width: number,
  height: number,
  tone: Tone,
): void {
  for (let plane = 0; plane < 3; plane++) {
    const { factor, offset, from, to } = tone.curves[plane]!
    let at = plane * width * height + y * width
    for (let i = tone.channels[plane]!; i < row.length; i += 3)
      planes[at++] = Math.min(to, Math.max(from, row[i]!)) * factor + offset
  }
}
