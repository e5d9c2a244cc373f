/** Shrinks or enlarges a window of a picture into the planar floats the models take. */
import type { Picture, Window } from './picture.js'

/** Per-plane offset and factor: value × factor + offset, planes in the order blue, green, red. */
export interface Tone {
  readonly factor: readonly [number, number, number]
  readonly offset: readonly [number, number, number]
}

/** The blue-green-red order and these means are what PP-OCR's detector was trained with. */
export const detectionTone: Tone = toneOf([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
export const recognitionTone: Tone = toneOf([0.5, 0.5, 0.5], [0.5, 0.5, 0.5])

function toneOf(mean: [number, number, number], deviation: [number, number, number]): Tone {
  const factor = deviation.map((value) => 1 / (255 * value)) as [number, number, number]
  const offset = mean.map((value, plane) => -value / deviation[plane]!) as [number, number, number]
  return { factor, offset }
}

/** Weighted source pixels for each target pixel of one axis. */
interface Taps {
  readonly start: Int32Array
  readonly count: Int32Array
  readonly weights: Float32Array
  readonly most: number
}

/** Triangle filter: bilinear when enlarging, an average over the covered pixels when shrinking. */
function tapsFor(from: number, size: number, length: number, target: number): Taps {
  const step = length / target
  const reach = Math.max(1, step)
  const most = Math.ceil(reach * 2) + 1
  const start = new Int32Array(target)
  const count = new Int32Array(target)
  const weights = new Float32Array(target * most)
  for (let at = 0; at < target; at++) {
    const centre = from + (at + 0.5) * step - 0.5
    const first = Math.max(0, Math.min(size - 1, Math.ceil(centre - reach)))
    const last = Math.max(first, Math.min(size - 1, Math.floor(centre + reach)))
    start[at] = first
    count[at] = last - first + 1
    let sum = 0
    for (let i = first; i <= last; i++) {
      const weight = Math.max(1e-6, 1 - Math.abs(i - centre) / reach)
      weights[at * most + i - first] = weight
      sum += weight
    }
    for (let i = 0; i <= last - first; i++) weights[at * most + i]! /= sum
  }
  return { start, count, weights, most }
}

/** The window scaled to `width` × `height` as three float planes [blue, green, red]. */
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
  const rows = new Map<number, Float32Array>()
  for (let y = 0; y < height; y++) {
    const first = down.start[y]!
    const count = down.count[y]!
    for (const kept of rows.keys()) if (kept < first) rows.delete(kept)
    const sum = new Float32Array(3 * width)
    for (let i = 0; i < count; i++) {
      const row = rows.get(first + i) ?? scaledRow(picture, first + i, across, width)
      rows.set(first + i, row)
      const weight = down.weights[y * down.most + i]!
      for (let k = 0; k < sum.length; k++) sum[k]! += row[k]! * weight
    }
    writeRow(planes, sum, y, width, height, tone)
  }
  return planes
}

function scaledRow(picture: Picture, y: number, across: Taps, width: number): Float32Array {
  const { rgba } = picture
  const row = new Float32Array(3 * width)
  const base = y * picture.width
  for (let x = 0; x < width; x++) {
    let red = 0
    let green = 0
    let blue = 0
    let at = (base + across.start[x]!) * 4
    const end = x * across.most + across.count[x]!
    for (let k = x * across.most; k < end; k++, at += 4) {
      const weight = across.weights[k]!
      red += rgba[at]! * weight
      green += rgba[at + 1]! * weight
      blue += rgba[at + 2]! * weight
    }
    row[3 * x] = blue
    row[3 * x + 1] = green
    row[3 * x + 2] = red
  }
  return row
}

function writeRow(
  planes: Float32Array,
  row: Float32Array,
  y: number,
  width: number,
  height: number,
  tone: Tone,
) {
  for (let plane = 0; plane < 3; plane++) {
    const factor = tone.factor[plane]!
    const offset = tone.offset[plane]!
    let at = plane * width * height + y * width
    for (let x = 0; x < width; x++) planes[at++] = row[3 * x + plane]! * factor + offset
  }
}
