/** Shrinks or enlarges a window of a picture into the planar floats the models take. */
import type { Picture, Window } from './picture.js'
import { tapsFor } from './taps.js'
import type { Taps } from './taps.js'

/** Which byte of a pixel each plane is taken from, and what becomes of it: value × factor + offset. */
export interface Tone {
  /** 0 red, 1 green, 2 blue. */
  readonly channels: readonly [number, number, number]
  readonly factor: readonly [number, number, number]
  readonly offset: readonly [number, number, number]
}

/** The blue-green-red order and these means are what PP-OCR's detector was trained with. */
export const detectionTone: Tone = toneOf([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
export const recognitionTone: Tone = toneOf([0.5, 0.5, 0.5], [0.5, 0.5, 0.5])

function toneOf(mean: [number, number, number], deviation: [number, number, number]): Tone {
  const factor = deviation.map((value) => 1 / (255 * value)) as [number, number, number]
  const offset = mean.map((value, plane) => -value / deviation[plane]!) as [number, number, number]
  return { channels: [2, 1, 0], factor, offset }
}

/** The same picture seen through a red glass: red ink and seals vanish, black stays. */
export function throughRed(tone: Tone): Tone {
  return { ...tone, channels: [0, 0, 0] }
}

/** The window scaled to `width` × `height` as three float planes. */
export function planesOf(
  picture: Picture,
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

function scaleRow(picture: Picture, y: number, across: Taps, width: number, row: Float32Array): void {
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
    const factor = tone.factor[plane]!
    const offset = tone.offset[plane]!
    let at = plane * width * height + y * width
    for (let from = tone.channels[plane]!; from < row.length; from += 3)
      planes[at++] = row[from]! * factor + offset
  }
}
