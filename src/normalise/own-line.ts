/** Lines of a head that stand for themselves: a document number, a line centred over larger type, a row off the level. */
import type { Box, Line } from '../types.js'

interface Measure {
  readonly line: Line
  readonly box: Box | null
  readonly size: number
}

/** Longest document number with its blanks. */
const longestNumber = 40
const documentNumber =
  /^\s*[一-龥×X]{1,14}\s*[〔[(（【〈［]\s*(?:19|20)\d\d\s*[〕\])）】〉］]\s*第?\s*\d{1,5}\s*号\s*$/u

/** True: the whole line is a document number (GB/T 9704-2012, 7.2.5), which no sentence runs on from. */
export function isDocumentNumber({ line: { spans } }: Measure): boolean {
  let length = 0
  for (const { text } of spans) length += text.length
  return length <= longestNumber && documentNumber.test(spans.map(({ text }) => text).join(''))
}

/** Type that is larger by this is another line of the head, not the next line of the text. */
const larger = 1.15
/** Ems by which a centred line sticks out on both sides, and by which the two sides may differ. */
const [sticksOut, uneven] = [0.3, 0.5]

/** True: the line below is set larger and centred under this one, which it exceeds on both sides. */
export function isOverTitle(one: Measure, below: Measure): boolean {
  if (!one.box || !below.box || below.size < larger * one.size) return false
  const left = one.box[0] - below.box[0]
  const right = below.box[0] + below.box[2] - one.box[0] - one.box[2]
  const least = sticksOut * below.size
  return left > least && right > least && Math.abs(left - right) < uneven * below.size
}

/** Shares of the higher box by which middles and feet of two sizes of type on one row differ at most. */
const [middles, feet] = [0.25, 0.2]
/** Sizes that differ by less are one. */
const alike = 0.8

/** True: two sizes of type that share neither a middle nor a foot: rows that a tilted picture brings to one height. */
export function isOffLevel(one: Measure, other: Measure): boolean {
  if (!one.box || !other.box || one.line.spans[0]?.channel !== 'ocr') return false
  const [small, large] = [Math.min(one.box[3], other.box[3]), Math.max(one.box[3], other.box[3])]
  if (small > alike * large) return false
  const foot = one.box[1] + one.box[3] - other.box[1] - other.box[3]
  const middle = foot - (one.box[3] - other.box[3]) / 2
  return Math.abs(middle) > middles * large && Math.abs(foot) > feet * large
}
