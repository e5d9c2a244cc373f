/** Cuts a rotated line out of a picture and lays it level in the height the recogniser takes. */
import type { RgbaPicture } from '../picture.js'
import type { Tone } from './tone.js'
import type { Strip } from '../strip/strip.js'

/** The recogniser's input height in pixels. */
export const lineHeight = 48

/** Width in pixels of a strip laid level at the recogniser's height. */
export function levelWidth(strip: Strip): number {
  return Math.max(16, Math.round((strip.length / Math.max(1, strip.thickness)) * lineHeight))
}

/** The strip as three float planes [blue, green, red] of `lineHeight` × `width`. */
export function levelled(picture: RgbaPicture, strip: Strip, width: number, tone: Tone): Float32Array {
  const planes = new Float32Array(3 * lineHeight * width)
  const cos = Math.cos(strip.angle)
  const sin = Math.sin(strip.angle)
  const stepU = strip.length / width
  const stepV = strip.thickness / lineHeight
  // Shrinking needs several samples a pixel, or thin strokes fall between them.
  const fold = Math.min(6, Math.max(1, Math.round(Math.max(stepU, stepV))))
  const sums = new Float64Array(3)
  for (let v = 0; v < lineHeight; v++) {
    for (let u = 0; u < width; u++) {
      sums.fill(0)
      for (let i = 0; i < fold; i++) {
        const across = (v + (i + 0.5) / fold) * stepV - strip.thickness / 2
        for (let k = 0; k < fold; k++) {
          const along = (u + (k + 0.5) / fold) * stepU - strip.length / 2
          addSample(picture, strip.x + along * cos - across * sin, strip.y + along * sin + across * cos, sums)
        }
      }
      put(planes, v * width + u, lineHeight * width, sums, fold * fold, tone)
    }
  }
  return planes
}

function put(
  planes: Float32Array,
  at: number,
  size: number,
  sums: Float64Array,
  samples: number,
  { curves, channels }: Tone,
): void {
  for (let plane = 0; plane < 3; plane++) {
    const curve = curves[plane]!
    const value = sums[channels[plane]!]! / samples
    const held = value < curve.from ? curve.from : value > curve.to ? curve.to : value
    planes[plane * size + at] = held * curve.factor + curve.offset
  }
}

/** Bilinear; outside the picture the border pixel goes on. */
function addSample({ width, height, rgba }: RgbaPicture, x: number, y: number, sums: Float64Array): void {
  const px = x < 0.5 ? 0 : x > width - 0.5 ? width - 1 : x - 0.5
  const py = y < 0.5 ? 0 : y > height - 0.5 ? height - 1 : y - 0.5
  const x0 = px | 0
  const y0 = py | 0
  const fx = px - x0
  const fy = py - y0
  const at = 4 * (y0 * width + x0)
  const right = x0 + 1 < width ? at + 4 : at
  const below = y0 + 1 < height ? 4 * width : 0
  const a = (1 - fx) * (1 - fy)
  const b = fx * (1 - fy)
  const c = (1 - fx) * fy
  const d = fx * fy
  sums[0]! += rgba[at]! * a + rgba[right]! * b + rgba[at + below]! * c + rgba[right + below]! * d
  sums[1]! +=
    rgba[at + 1]! * a + rgba[right + 1]! * b + rgba[at + below + 1]! * c + rgba[right + below + 1]! * d
  sums[2]! +=
    rgba[at + 2]! * a + rgba[right + 2]! * b + rgba[at + below + 2]! * c + rgba[right + below + 2]! * d
}
