/** One mark for each hidden place: kinds that saw the same thing, and pieces of one line, become one. */
import type { Box, Mark } from '../../types.js'
import { areaOf, overlapAlong, overlapShare, union } from '../../plane/box.js'

/** Share of the smaller box from which two marks are the same place. */
const SAME = 0.4
/** Gaps in a line up to this many times its height lie between words. */
const WORD_GAP = 1.6

/** Of marks on one place the earlier stays, unless it is but a piece of the later. */
export function settled(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = []
  for (const mark of marks) {
    const same = kept.filter((other) => overlapShare(mark.box, other.box) > SAME)
    if (same.some((other) => 2 * area(other) > area(mark))) continue
    for (const piece of same) kept.splice(kept.indexOf(piece), 1)
    kept.push(mark)
  }
  return joined(kept)
}

function joined(marks: readonly Mark[]): Mark[] {
  const lines: Mark[] = []
  for (const mark of [...marks].sort((one, other) => one.box[0] - other.box[0])) {
    const before = lines.findIndex((other) => other.kind === mark.kind && isNextInLine(other.box, mark.box))
    if (before < 0) lines.push(mark)
    else lines[before] = together(lines[before]!, mark)
  }
  return lines.sort((one, other) => other.confidence - one.confidence)
}

function isNextInLine(one: Box, other: Box): boolean {
  const height = Math.min(one[3], other[3])
  return overlapAlong(1, one, other) > 0.6 * height && other[0] - (one[0] + one[2]) < WORD_GAP * height
}

const area = ({ box }: Mark) => areaOf(box)

function together(one: Mark, other: Mark): Mark {
  const confidence = Math.max(one.confidence, other.confidence)
  const tells = [...new Set([...(one.tells ?? []), ...(other.tells ?? [])])]
  return { kind: one.kind, box: union(one.box, other.box), confidence, ...(tells.length > 0 && { tells }) }
}
