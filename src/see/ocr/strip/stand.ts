/** Finds columns of upright characters that run down the page, and makes each one strip. */
import { levelBox, stripIn } from './level.js'
import { turnStrip } from './strip.js'
import type { Strip } from './strip.js'
import type { Box } from '../../../types.js'
import { overlapAlong, union } from '../../../plane/box.js'

/** Characters of one column lie no farther apart than this share of its width. */
const reach = 0.8
/** A column is at least this much taller than wide. */
const slender = 2.2
/** Sine of twice the angle between a column and the page. */
const slant = 0.34

interface Piece {
  readonly strip: Strip
  readonly box: Box
}

/**
 * Strips read along `angle`, except columns, which are read a quarter turn on. `isRuled`: a rule crosses that box of
 * the level page, as between the cells of a table, whose rows must not be torn apart.
 */
export function standColumns(
  strips: readonly Strip[],
  angle: number,
  isRuled: (between: Box) => boolean,
): Strip[] {
  const pieces = strips.map((strip) => ({ strip, box: levelBox(strip, angle) }))
  const lone = pieces.filter(
    (piece) => isLevel(piece.strip, angle) && isNarrow(piece.box) && !hasNeighbour(piece, pieces),
  )
  const columns = chains(lone, isRuled).filter(({ box }) => box[3] > slender * box[2])
  const taken = new Set(columns.flatMap(({ members }) => members))
  return [
    ...strips.filter((strip) => !taken.has(strip)),
    ...columns.map(({ box, members }) => {
      const score = Math.min(...members.map((member) => member.score))
      return turnStrip(stripIn(box, angle, score), 1)
    }),
  ]
}

/** Its sides run along and across the lines of the page: letters of a column do not slant. */
function isLevel(strip: Strip, angle: number): boolean {
  return strip.length < 1.3 * strip.thickness && strip.thickness < 1.3 * strip.length
    ? true
    : Math.abs(Math.sin(2 * (strip.angle - angle))) < slant
}

/** One character, with the margin the detector leaves around it; a word of two is wider. */
function isNarrow(box: Box): boolean {
  return box[2] < 1.35 * box[3]
}

/** Something on the same row within two widths: then it is a word of a line, not a column. */
function hasNeighbour(piece: Piece, all: readonly Piece[]): boolean {
  const [x, , width, height] = piece.box
  return all.some(({ box }) => {
    if (box === piece.box) return false
    const gap = Math.max(box[0] - x - width, x - box[0] - box[2])
    const shared = overlapAlong(1, piece.box, box)
    return gap < 0.8 * width && shared > 0.6 * Math.min(height, box[3]) && box[3] < 1.6 * height
  })
}

interface Chain {
  readonly box: Box
  readonly members: readonly Strip[]
}

function chains(pieces: readonly Piece[], isRuled: (between: Box) => boolean): Chain[] {
  const found: Chain[] = []
  for (const { strip, box } of [...pieces].sort((a, b) => a.box[1] - b.box[1])) {
    const at = found.findLastIndex((chain) => follows(chain.box, box) && !isRuled(between(chain.box, box)))
    if (at < 0) found.push({ box, members: [strip] })
    else found[at] = { box: union(found[at]!.box, box), members: [...found[at]!.members, strip] }
  }
  return found
}

/** From the lower part of one to the upper part of the next, since the detector's boxes reach over thin rules. */
function between(above: Box, below: Box): Box {
  const top = above[1] + 0.8 * above[3]
  const bottom = below[1] + 0.2 * below[3]
  return [Math.max(above[0], below[0]), top, Math.min(above[2], below[2]), Math.max(1, bottom - top)]
}

function follows(above: Box, below: Box): boolean {
  const width = Math.max(above[2], below[2])
  const shift = Math.abs(above[0] + above[2] / 2 - below[0] - below[2] / 2)
  const gap = below[1] - above[1] - above[3]
  return shift < 0.25 * width && Math.min(above[2], below[2]) > 0.6 * width && gap < reach * width
}
