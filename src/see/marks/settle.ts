/** One mark for each hidden place: kinds that saw the same thing, and pieces of one line, become one. */
import type { Box, Mark } from '../../types.js'

/** Share of the smaller box from which two marks are the same place. */
const SAME = 0.4
/** Gaps in a line up to this many times its height lie between words. */
const WORD_GAP = 1.6

/** Of marks on one place the earlier stays, unless it is but a piece of the later. */
export function settled(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = []
  for (const mark of marks) {
    const same = kept.filter(
      (other) => overlap(mark.box, other.box) > SAME * Math.min(area(mark), area(other)),
    )
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
  const shared = Math.min(one[1] + one[3], other[1] + other[3]) - Math.max(one[1], other[1])
  return shared > 0.6 * height && other[0] - (one[0] + one[2]) < WORD_GAP * height
}

function together(one: Mark, other: Mark): Mark {
  const left = Math.min(one.box[0], other.box[0])
  const top = Math.min(one.box[1], other.box[1])
  const right = Math.max(one.box[0] + one.box[2], other.box[0] + other.box[2])
  const bottom = Math.max(one.box[1] + one.box[3], other.box[1] + other.box[3])
  const confidence = Math.max(one.confidence, other.confidence)
  const tells = [...new Set([...(one.tells ?? []), ...(other.tells ?? [])])]
  const box: Box = [left, top, right - left, bottom - top]
  return { kind: one.kind, box, confidence, ...(tells.length > 0 && { tells }) }
}

const area = ({ box }: Mark) => box[2] * box[3]

function overlap(one: Box, other: Box): number {
  const across = Math.min(one[0] + one[2], other[0] + other[2]) - Math.max(one[0], other[0])
  const down = Math.min(one[1] + one[3], other[1] + other[3]) - Math.max(one[1], other[1])
  return Math.max(0, across) * Math.max(0, down)
}
