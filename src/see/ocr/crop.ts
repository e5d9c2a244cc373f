/** Cuts a rotated line out of a picture and lays it level in the height the recogniser takes. */
import type { Picture } from './picture.js'
import type { Tone } from './tone.js'
import type { Strip } from './strip.js'

/** The recogniser's input height in pixels. */
export const lineHeight = 48

/** Width in pixels of a strip laid level at the recogniser's height. */
export function levelWidth(strip: Strip): number {
  return Math.max(16, Math.round((strip.length / Math.max(1, strip.thickness)) * lineHeight))
}

/** The strip as three float planes [blue, green, red] of `lineHeight` × `width`. */
export function levelled(picture: Picture, strip: Strip, width: number, tone: Tone): Float32Array {
  const planes = new Float32Array(3 * lineHeight * width)
  const cos = Math.cos(strip.angle)
  const sin = Math.sin(strip.angle)
  const stepU = strip.length / width
  const stepV = strip.thickness / lineHeight
  // Shrinking needs several samples a pixel, or thin strokes fall between them.
  const fold = Math.min(6, Math.max(1, Math.round(Math.max(stepU, stepV))))
  const sample = new Float64Array(3)
  const { channels } = tone
  const size = lineHeight * width
  for (let v = 0; v < lineHeight; v++) {
    for (let u = 0; u < width; u++) {
      sample.fill(0)
      for (let i = 0; i < fold * fold; i++) {
        const along = (u + ((i % fold) + 0.5) / fold) * stepU - strip.length / 2
        const across = (v + (Math.floor(i / fold) + 0.5) / fold) * stepV - strip.thickness / 2
        addSample(picture, strip.x + along * cos - across * sin, strip.y + along * sin + across * cos, sample)
      }
      const at = v * width + u
      for (let plane = 0; plane < 3; plane++) {
        const { from, to, factor, offset } = tone.curves[plane]!
        const value = sample[channels[plane]!]! / (fold * fold)
        planes[plane * size + at] = Math.min(to, Math.max(from, value)) * factor + offset
      }
    }
  }
  return planes
}

/** Bilinear; outside the picture the border pixel goes on. */
function addSample(picture: Picture, x: number, y: number, sum: Float64Array): void {
  const { width, height, rgba } = picture
  const px = Math.min(width - 1, Math.max(0, x - 0.5))
  const py = Math.min(height - 1, Math.max(0, y - 0.5))
  const x0 = Math.floor(px)
  const y0 = Math.floor(py)
  const fx = px - x0
  const fy = py - y0
  const right = x0 + 1 < width ? 4 : 0
  const below = y0 + 1 < height ? 4 * width : 0
  const at = 4 * (y0 * width + x0)
  const a = (1 - fx) * (1 - fy)
  const b = fx * (1 - fy)
  const c = (1 - fx) * fy
  const d = fx * fy
  for (let plane = 0; plane < 3; plane++) {
    const from = at + plane
    sum[plane]! +=
      rgba[from]! * a + rgba[from + right]! * b + rgba[from + below]! * c + rgba[from + right + below]! * d
  }
}
