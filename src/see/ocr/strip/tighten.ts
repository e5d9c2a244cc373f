/** Trims a strip to the height of the ink in it: at a small scale the detector's boxes are far too tall. */
import type { RgbaPicture } from '../picture.js'
import { lightness } from './ruling.js'
import type { Strip } from './strip.js'

const rows = 36
const columns = 120
/** Type filling more of the strip than this is left as it is. */
const filled = 0.6
/** Height of a good crop relative to the type in it. */
const room = 1.35

/** Single characters are left alone: one of them may be all ink in one stroke. */
export function tighten(picture: RgbaPicture, strip: Strip): Strip {
  if (strip.length < 2 * strip.thickness) return strip
  const [top, bottom] = inkOf(profileOf(picture, strip))
  const share = (bottom - top) / rows
  if (share <= 0 || share > filled) return strip
  const shift = ((top + bottom) / 2 / rows - 0.5) * strip.thickness
  return {
    ...strip,
    x: strip.x - shift * Math.sin(strip.angle),
    y: strip.y + shift * Math.cos(strip.angle),
    thickness: strip.thickness * share * room,
  }
}

/** How much the lightness varies along each of `rows` rows of the strip. */
function profileOf(picture: RgbaPicture, strip: Strip): Float64Array {
  const cos = Math.cos(strip.angle)
  const sin = Math.sin(strip.angle)
  const profile = new Float64Array(rows)
  const values = new Float64Array(columns)
  for (let row = 0; row < rows; row++) {
    const across = ((row + 0.5) / rows - 0.5) * strip.thickness
    let sum = 0
    for (let column = 0; column < columns; column++) {
      const along = ((column + 0.5) / columns - 0.5) * strip.length
      const x = strip.x + along * cos - across * sin
      sum += values[column] = lightness(picture, x, strip.y + along * sin + across * cos)
    }
    let away = 0
    for (let column = 0; column < columns; column++) away += Math.abs(values[column]! - sum / columns)
    profile[row] = away / columns
  }
  return profile
}

/** First and last row (exclusive) of the band of ink around the strongest row; short breaks are bridged. */
function inkOf(profile: Float64Array): [top: number, bottom: number] {
  const most = Math.max(...profile)
  const least = Math.min(...profile)
  if (most < 2 * least + 4) return [0, rows]
  const level = least + 0.2 * (most - least)
  const peak = profile.indexOf(most)
  const walk = (step: 1 | -1): number => {
    let edge = peak
    for (let row = peak; row >= 0 && row < rows && Math.abs(row - edge) <= 4; row += step)
      if (profile[row]! > level) edge = row
    return edge
  }
  return [walk(-1), walk(1) + 1]
}
