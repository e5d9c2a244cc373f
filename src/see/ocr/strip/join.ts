/** Joins neighbouring pieces of one line that the detector took for several: two spaced characters, a date under a seal. */
import type { Box } from '../../../types.js'
import { gutterOf } from './gutter.js'
import { levelBox, stripIn } from './level.js'
import type { RgbaPicture } from '../picture.js'
import { hasRuling } from './ruling.js'
import type { Star } from '../seal/star.js'
import type { Strip } from './strip.js'
import { overlapShare, union } from '../../../plane/box.js'

/** Widest gap between two pieces, in heights of the line; pieces of one or two characters reach farther. */
const nearby = 0.9
const afar = 2
const short = 2.4
/** And those with the star of a seal between them. */
const parted = 3.2

/** `strips` read along `angle` (radians); upended ones are left alone. */
export function joinNeighbours(
  picture: RgbaPicture,
  strips: readonly Strip[],
  angle: number,
  stars: readonly Star[] = [],
): Strip[] {
  const holes = stars.map(({ x, y, radius }) =>
    levelBox({ x, y, length: 2 * radius, thickness: 2 * radius, angle, score: 1 }, angle),
  )
  const gutter = gutterOf(strips.map((strip) => levelBox(strip, angle)))?.x
  const across = (strip: Strip): boolean => Math.abs(Math.sin(strip.angle - angle)) < 0.3
  const lines = strips
    .filter(across)
    .map((strip) => ({ strip, box: levelBox(strip, angle) }))
    .sort((a, b) => a.box[0] - b.box[0])
  const joined: { strip: Strip; box: Box }[] = []
  for (const line of lines) {
    const left = joined.findLastIndex(
      (other) =>
        !isBetween(gutter, other.box, line.box) && belong(picture, other.box, line.box, angle, holes),
    )
    if (left < 0) {
      joined.push(line)
      continue
    }
    const box = union(joined[left]!.box, line.box)
    const pieces = [joined[left]!.strip, line.strip]
    const strip = stripIn(box, angle, Math.min(...pieces.map(({ score }) => score)))
    const glass = pieces.find((piece) => piece.glass)?.glass
    joined[left] = { box, strip: glass ? { ...strip, glass } : strip }
  }
  return [...joined.map(({ strip }) => strip), ...strips.filter((strip) => !across(strip))]
}

function isBetween(x: number | undefined, left: Box, right: Box): boolean {
  return x !== undefined && left[0] + left[2] / 2 < x && right[0] + right[2] / 2 > x
}

function belong(picture: RgbaPicture, left: Box, right: Box, angle: number, holes: readonly Box[]): boolean {
  const height = Math.min(left[3], right[3])
  if (Math.max(left[3], right[3]) > 1.6 * height) return false
  const drop = Math.abs(left[1] + left[3] / 2 - right[1] - right[3] / 2)
  const gap = right[0] - left[0] - left[2]
  const isParted = holes.some(
    (hole) => overlapShare(hole, [left[0] + left[2], right[1], Math.max(1, gap), height]) > 0.3,
  )
  const reach = isParted ? parted : Math.min(left[2] / left[3], right[2] / right[3]) < short ? afar : nearby
  if (drop > 0.3 * height || gap > reach * height || gap < -1.2 * height) return false
  if (gap < 0) return true
  const between: Box = [left[0] + left[2], Math.max(left[1], right[1]), gap, height]
  return !hasRuling(picture, stripIn(between, angle, 0))
}
