/** Evidence that a patch hides something: what it is laid on, and how it stands in the print around it. */
import type { Box, HidingTell, Mark } from '../../types.js'
import { type MatchContext, remember } from '../matcher.js'
import { overlapAlong } from '../../plane/box.js'

/** What tells of hiding: from the pixels, or from where the patch stands among lines of print. */
export type Tell = HidingTell | 'interrupts' | 'value' | 'passage'

/** A piece of print as it was read. */
interface Print {
  readonly box: Box
  readonly text: string
}

/** Pieces of print looked at on one page. */
const mostPieces = 3000
/** Heights of the print: a cover is about as high, never a panel of several lines, nor a rule. */
const [lowest, highest] = [0.7, 2.2]
/** A cover of one character is about as wide as the print is high. */
const narrowest = 0.8
/** Heights of the print to what stands beside a covered word; as a value stands after its colon; between lines. */
const [beside, afterColon, between] = [0.9, 2.5, 1.1]
/** A label is no wider than this many widths of what it stands on; a wider piece is a line that runs across. */
const labelled = 1.1
/** Pieces of one line of print are of one size. */
const sameSize = 1.4
/** Share of the lower one of two boxes that must be on the same height. */
const onHeight = 0.6
/** Share of the patch over or under which the lines of its passage run. */
const overIt = 0.6
/** Heights of the print by which the lines of a passage may begin apart. */
const flush = 0.7

/** All that tells of hiding at this place; empty where the patch may as well be drawn. */
export function tellsOf(context: MatchContext, mark: Mark): readonly Tell[] {
  const print = remember(context, 'pieces of print', () => printOf(context))
  const tells: Tell[] = [...(mark.tells ?? [])]
  const { box } = mark
  if (print.some((piece) => isUpon(piece.box, box))) return tells
  const near = print.filter((piece) => isOfItsSize(piece.box, box))
  if (isInterrupting(near, box)) tells.push('interrupts')
  else if (isAfterColon(near, box)) tells.push('value')
  else if (isInPassage(near, box)) tells.push('passage')
  return tells
}

function printOf({ view }: MatchContext): Print[] {
  const pieces: Print[] = []
  for (const { spans, vertical } of view.page.lines) {
    if (vertical) continue
    for (const { text, box, sight } of spans) {
      if (!box || sight !== 'visible' || !/[\p{L}\p{N}]/u.test(text)) continue
      if (pieces.length >= mostPieces) return pieces
      pieces.push({ box, text })
    }
  }
  return pieces
}

/** Words upon a patch: a label, a heading, a button. */
function isUpon([x, y, width, height]: Box, [left, top, wide, high]: Box): boolean {
  const [middle, level] = [x + width / 2, y + height / 2]
  return (
    width <= labelled * wide && middle > left && middle < left + wide && level > top && level < top + high
  )
}

function isOfItsSize([, , , type]: Box, [, , width, height]: Box): boolean {
  return height >= lowest * type && height <= highest * type && width >= narrowest * type
}

/** Print goes on at both sides, or was read as one line across the patch. */
function isInterrupting(near: readonly Print[], box: Box): boolean {
  const row = near.filter((piece) => shares(piece.box, box))
  const [x, , width] = box
  if (row.some(({ box: [left, , wide, type] }) => left + type / 2 < x && left + wide - type / 2 > x + width))
    return true
  const left = row.find((piece) => isLeft(piece.box, box, beside))
  const right = row.find((piece) => isRight(piece.box, box))
  return left !== undefined && right !== undefined && isSameSize(left.box, right.box)
}

function isAfterColon(near: readonly Print[], box: Box): boolean {
  return near.some(
    (piece) => /[:：]\s*$/u.test(piece.text) && shares(piece.box, box) && isLeft(piece.box, box, afterColon),
  )
}

/** The end or the beginning of a line that has others over or under it, or a whole line between two others. */
function isInPassage(near: readonly Print[], box: Box): boolean {
  const above = near.find((piece) => isNextLine(piece.box, box, -1))
  const below = near.find((piece) => isNextLine(piece.box, box, 1))
  const mate = near.find(
    (piece) => shares(piece.box, box) && (isLeft(piece.box, box, beside) || isRight(piece.box, box)),
  )
  if (mate)
    return [above, below].some(
      (line) => line && isSameSize(line.box, mate.box) && isFlush(line.box, mate.box, box),
    )
  return (
    above !== undefined &&
    below !== undefined &&
    isSameSize(above.box, below.box) &&
    isBetween(above.box, below.box, box)
  )
}

function shares(one: Box, other: Box): boolean {
  return overlapAlong(1, one, other) > onHeight * Math.min(one[3], other[3])
}

/** It ends where the patch begins, or reaches into it a little. */
function isLeft([left, , wide, type]: Box, [x, , width]: Box, reach: number): boolean {
  const gap = x - (left + wide)
  return left < x && gap <= reach * type && gap > -0.3 * width
}

function isRight([left, , wide, type]: Box, [x, , width]: Box): boolean {
  const gap = left - (x + width)
  return left + wide > x + width && gap <= beside * type && gap > -0.3 * width
}

/** `side` -1: the line over the patch, 1: the one under it; it runs over most of its width. */
function isNextLine(line: Box, patch: Box, side: 1 | -1): boolean {
  const [[, y, wide, type], [, top, width, height]] = [line, patch]
  const gap = side < 0 ? top - (y + type) : y - (top + height)
  return (
    gap > -0.4 * type &&
    gap <= between * type &&
    overlapAlong(0, line, patch) >= overIt * Math.min(width, wide)
  )
}

/** The line and what is left of the covered one begin or end together. */
function isFlush([left, , wide, type]: Box, [mate, , breadth]: Box, [x, , width]: Box): boolean {
  const [from, to] = [Math.min(mate, x), Math.max(mate + breadth, x + width)]
  return Math.abs(left - from) <= flush * type || Math.abs(left + wide - to) <= flush * type
}

function isBetween([left, , , type]: Box, [other]: Box, [x]: Box): boolean {
  return Math.abs(left - x) <= flush * type && Math.abs(other - x) <= flush * type
}

function isSameSize([, , , one]: Box, [, , , other]: Box): boolean {
  return Math.max(one, other) <= sameSize * Math.min(one, other)
}
