/** Tells print that nobody could read, where a mark could stand, from icons, foreign scripts, ticks, seals and specks. */
import type { PlacedRead } from '../group.js'
import { markingArea } from './marking-area.js'
import type { Box } from '../../../types.js'
import { overlapShare } from '../../../plane/box.js'

/** Below this a reading is guesswork; of a page most of whose lines are below that, marks may be missed unseen. */
const [guess, doubtful] = [0.6, 0.75]
/** Below this a short reading is not even text. */
const noise = 0.35
/** A few words of print are at least this many heights long, a line of running print this many. */
const [words, longLine] = [2, 10]
/** Type of fewer pixels was never meant to be read: alone on a page, and as a passage of one that reads. */
const [flat, small] = [6, 9]
/** So many unread lines one below the other make a passage, so many a page. */
const [passage, wholePage] = [3, 6]
/** So many lines of larger type, most of which read, say that no mark is lost in smaller: none is smaller than the text. */
const larger = 3
/** Share of the length of all lines that reads badly where a page as a whole does. */
const mostly = 0.5
/** Guesses at blurred Han are Han for the most part; at other scripts, icons and ticks they are not. */
const leastHan = 0.3

/** Stretches of a page that could not be read: the page as a whole, passages of running print, ink where a mark would stand. */
export function illegibleOf(page: readonly PlacedRead[]): PlacedRead[][] {
  const type = counted(alongThePage(page).filter(isType))
  const badly = type.filter(({ reading }) => reading.confidence < doubtful)
  if (isMost(badly, type) && isHan(badly)) return [badly]
  const unread = badly.filter(({ reading }) => reading.confidence < guess)
  const running = unread.filter((read) => lengthOf(read) >= longLine && read.level[3] >= small)
  const passages = stacks(running, page).filter((stack) => stack.length >= passage && isHan(stack))
  const told = new Set(passages.flat())
  const head = markingArea(page).filter((read) => !told.has(read))
  return [...passages, ...head.map((read) => [read])]
}

/** What was guessed from a speck or a scratch is not text. */
export function isGuesswork({ reading }: PlacedRead): boolean {
  return reading.confidence < noise
}

function lengthOf({ strip }: PlacedRead): number {
  return Math.max(strip.length, strip.thickness) / Math.min(strip.length, strip.thickness)
}

function isType(read: PlacedRead): boolean {
  const { length, thickness, score } = read.strip
  return lengthOf(read) >= words && score >= 0.6 && Math.min(length, thickness) >= flat
}

/** Without lettering that stands across the lines of the page: labels of an axis, the spine of a book. */
function alongThePage(page: readonly PlacedRead[]): PlacedRead[] {
  const isTall = ({ level }: PlacedRead): boolean => level[3] > level[2]
  const tall = page.filter(isTall)
  const wide = page.filter((read) => !isTall(read))
  return extentOf(tall) > extentOf(wide) ? tall : wide
}

/** Without short words in the smallest type, where the larger reads: menus and captions of a small picture of a screen. */
function counted(type: readonly PlacedRead[]): readonly PlacedRead[] {
  const isLarge = ({ level }: PlacedRead): boolean => Math.min(level[2], level[3]) >= small
  const large = type.filter(isLarge)
  const badly = large.filter(({ reading }) => reading.confidence < doubtful)
  const isRead = large.length - badly.length >= larger && extentOf(badly) < mostly * extentOf(large)
  return isRead ? type.filter((read) => isLarge(read) || lengthOf(read) >= longLine) : type
}

function isMost(badly: readonly PlacedRead[], type: readonly PlacedRead[]): boolean {
  return badly.length >= wholePage && extentOf(badly) >= mostly * extentOf(type)
}

function extentOf(reads: readonly PlacedRead[]): number {
  return reads.reduce((sum, { level }) => sum + Math.max(level[2], level[3]), 0)
}

/** Nothing guessed at all is as good as Han: it is not another script. */
function isHan(reads: readonly PlacedRead[]): boolean {
  const letters = reads.map(({ reading }) => reading.text).join('').match(/[\p{L}\p{N}]/gu) ?? [] // prettier-ignore
  const han = letters.filter((letter) => /\p{Script=Han}/u.test(letter))
  return han.length >= leastHan * letters.length
}

/** Unread lines one right below the other, with nothing that was read between them. */
function stacks(unread: readonly PlacedRead[], page: readonly PlacedRead[]): PlacedRead[][] {
  const found: PlacedRead[][] = []
  for (const read of [...unread].sort((a, b) => a.level[1] - b.level[1])) {
    const above = found.find((stack) => isNext(stack.at(-1)!, read) && !isParted(stack.at(-1)!, read, page))
    if (above) above.push(read)
    else found.push([read])
  }
  return found
}

/** Another line of print right above or below, of like height. */
function isNext(a: PlacedRead, b: PlacedRead): boolean {
  const [upper, lower] = a.level[1] < b.level[1] ? [a.level, b.level] : [b.level, a.level]
  const height = Math.min(a.level[3], b.level[3])
  if (Math.max(a.level[3], b.level[3]) > 1.6 * height) return false
  const sideways: Box = [lower[0], upper[1], lower[2], upper[3]]
  return lower[1] - upper[1] - upper[3] < 1.5 * height && overlapShare(upper, sideways) > 0.5
}

function isParted(
  { level: upper }: PlacedRead,
  { level: lower }: PlacedRead,
  page: readonly PlacedRead[],
): boolean {
  const top = upper[1] + upper[3] / 2
  const between: Box = [
    Math.max(upper[0], lower[0]),
    top,
    Math.min(upper[2], lower[2]),
    lower[1] + lower[3] / 2 - top,
  ]
  return page.some(({ level, reading }) => {
    const middle = level[1] + level[3] / 2
    const isInside = middle > between[1] && middle < between[1] + between[3]
    return isInside && reading.confidence >= guess && overlapShare(level, between) > 0.3
  })
}
