/** Cuts lines that the detector drew across the gutter between two columns. */
import { gutterOf } from './gutter.js'
import { levelBox, stripIn } from './level.js'
import type { RgbaPicture } from '../picture.js'
import { lightness } from './ruling.js'
import type { Strip } from './strip.js'
import type { Box } from '../../../types.js'
import { median, quantile } from '../../../plane/quantile.js'

/** The gap must be blank over this share of the line's height on each side of the gutter. */
const blank = 0.3
/** Print is this much darker than paper. */
const contrast = 40

/** Strips read along `angle`; only those with nothing printed where they cross the gutter are cut. */
export function splitAtGutter(picture: RgbaPicture, strips: readonly Strip[], angle: number): Strip[] {
  const boxes = strips.map((strip) => levelBox(strip, angle))
  const gutter = gutterOf(boxes)
  if (!gutter) return [...strips]
  const { x } = gutter
  return strips.flatMap((strip, i) => {
    const box = boxes[i]!
    const near = blank * box[3]
    if (box[0] > x - box[3] || box[0] + box[2] < x + box[3]) return [strip]
    if (hasPrint(picture, [x - near, box[1], 2 * near, box[3]], angle)) return [strip]
    const [left, top, width, height] = box
    return [
      stripIn([left, top, x - left, height], angle, strip.score),
      stripIn([x, top, left + width - x, height], angle, strip.score),
    ]
  })
}

function hasPrint(picture: RgbaPicture, box: Box, angle: number): boolean {
  const { x, y } = stripIn(box, angle, 1)
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const values: number[] = []
  for (let v = -0.45; v <= 0.45; v += 0.05)
    for (let u = -0.5; u <= 0.5; u += 0.1) {
      const [along, across] = [u * box[2], v * box[3]]
      values.push(lightness(picture, x + along * cos - across * sin, y + along * sin + across * cos))
    }
  return median(values) - quantile(values, 0.05) > contrast
}
