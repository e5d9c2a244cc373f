/** Which part of a page the picture of a place shows. */
import type { Box } from '../types.js'

/** In heights of the type of the place, above it and below. */
const CONTEXT = 3
/** Wider pages are cut beside the place: reduced to a strip, their type would be too small to read. */
const MOST_LINES_ACROSS = 90

/** `box` and the result in units of the upright page; the full width unless type would become unreadable. */
export function stripRegion(box: Box, width: number, height: number): Box {
  const line = clamp(Math.min(box[2], box[3]), width * 0.008, width * 0.06)
  const around = line * CONTEXT
  const across = Math.min(width, Math.max(line * MOST_LINES_ACROSS, box[2] + around * 2))
  const left = clamp(box[0] + box[2] / 2 - across / 2, 0, width - across)
  return whole(left, box[1] - around, left + across, box[1] + box[3] + around, width, height)
}

/** Pictures are cut in whole units; then what was asked for is what comes. */
function whole(left: number, top: number, right: number, bottom: number, width: number, height: number): Box {
  const [x, y] = [clamp(Math.floor(left), 0, width), clamp(Math.floor(top), 0, height)]
  return [x, y, clamp(Math.ceil(right), x, width) - x, clamp(Math.ceil(bottom), y, height) - y]
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** `box` as fractions of `region`, both in the same units; what reaches outside is cut off; 4 digits. */
export function within(box: Box, region: Box): Box {
  const share = (value: number, start: number, length: number) => clamp((value - start) / length, 0, 1)
  const left = share(box[0], region[0], region[2])
  const top = share(box[1], region[1], region[3])
  const right = share(box[0] + box[2], region[0], region[2])
  const bottom = share(box[1] + box[3], region[1], region[3])
  const round = (value: number) => Math.round(value * 10000) / 10000
  return [round(left), round(top), round(right - left), round(bottom - top)]
}
