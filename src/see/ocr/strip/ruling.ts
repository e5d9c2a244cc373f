/** Looks for a drawn rule between two pieces of text, the border of a table cell. */
import type { RgbaPicture } from '../picture.js'
import type { Strip } from './strip.js'
import { quantile } from '../../../plane/quantile.js'
import { meanAt } from '../../../pixels/grey.js'

/** This much darker than the paper around it is a rule. */
const contrast = 45
const samples = 24

/** Whether a dark or light line crosses the strip from one long side to the other. */
export function hasRuling(picture: RgbaPicture, strip: Strip): boolean {
  const columns = Math.max(3, Math.min(64, Math.round(strip.length)))
  const darkest = Array.from({ length: columns }, (_, i) => lightestIn(picture, strip, (i + 0.5) / columns))
  const paper = Math.max(...darkest)
  return darkest.some((value) => value < paper - contrast)
}

/** Nearly the lightest sample of one column: low only where dark goes all the way through. */
function lightestIn(picture: RgbaPicture, strip: Strip, at: number): number {
  const cos = Math.cos(strip.angle)
  const sin = Math.sin(strip.angle)
  const along = (at - 0.5) * strip.length
  const values = Array.from({ length: samples }, (_, i) => {
    const across = ((i + 0.5) / samples - 0.5) * strip.thickness
    return lightness(picture, strip.x + along * cos - across * sin, strip.y + along * sin + across * cos)
  })
  return quantile(values, 0.9)
}

/** Mean of red, green and blue of the nearest pixel, 0–255. */
export function lightness(picture: RgbaPicture, x: number, y: number): number {
  const px = Math.min(picture.width - 1, Math.max(0, Math.floor(x)))
  const py = Math.min(picture.height - 1, Math.max(0, Math.floor(y)))
  const at = 4 * (py * picture.width + px)
  return meanAt(picture.rgba, at)
}
