/** Tells print that nobody could read from pictures, seals, signatures and specks. */
import type { PlacedRead } from './group.js'
import { overlapOf } from './strip.js'
import type { Box } from '../../types.js'

/** Below this a reading is guesswork. */
const guess = 0.6
/** Below this a short reading is not even text. */
const noise = 0.35
/** A line of print is at least this many heights long; one this long counts alone, shorter ones in company. */
const line = 6
const longLine = 10
/** Anything flatter is a rule, a dotted leader or a scratch: no type of this many pixels was ever meant to be read. */
const flat = 5
/** So many unread lines make up a page; fewer may be the bars of a fence. */
const fewest = 3
/** Lines read this well show that a page of print is looked at. */
const good = 0.85

/** Lines of a page that look like print but could not be read. */
export function illegibleOf(page: readonly PlacedRead[]): PlacedRead[] {
  const unread = page.filter((read) => isPrint(read) && read.reading.confidence < guess)
  const company = (read: PlacedRead): boolean => page.some((other) => other !== read && isNext(read, other))
  return [
    ...unread.filter((read) => lengthOf(read) >= longLine || (unread.length >= fewest && company(read))),
    ...unreadAtHead(page).filter((read) => !unread.includes(read)),
  ]
}

/** What was guessed from a speck or a scratch is not text. */
export function isGuesswork({ reading }: PlacedRead): boolean {
  return reading.confidence < noise
}

function lengthOf({ strip }: PlacedRead): number {
  return Math.max(strip.length, strip.thickness) / Math.min(strip.length, strip.thickness)
}

function isPrint(read: PlacedRead): boolean {
  const { length, thickness, score } = read.strip
  return lengthOf(read) >= line && score >= 0.6 && Math.min(length, thickness) >= flat
}

/** Another line of print right above or below, of like height. */
function isNext(a: PlacedRead, b: PlacedRead): boolean {
  const [upper, lower] = a.level[1] < b.level[1] ? [a.level, b.level] : [b.level, a.level]
  const height = Math.min(a.level[3], b.level[3])
  if (!isPrint(b) || Math.max(a.level[3], b.level[3]) > 1.6 * height) return false
  const sideways: Box = [lower[0], upper[1], lower[2], upper[3]]
  return lower[1] - upper[1] - upper[3] < 1.5 * height && overlapOf(upper, sideways) > 0.5
}

/** Ink in an upper corner of an official page, where a mark would stand, that does not read. */
function unreadAtHead(page: readonly PlacedRead[]): PlacedRead[] {
  const read = page.filter(({ reading }) => reading.confidence > good && reading.text.length > 4)
  if (read.length < 5) return []
  const heights = read.map(({ level }) => level[3]).sort((a, b) => a - b)
  const usual = heights[heights.length >> 1]!
  const top = Math.min(...read.map(({ level }) => level[1]))
  const bottom = Math.max(...read.map(({ level }) => level[1] + level[3]))
  const left = Math.min(...read.map(({ level }) => level[0]))
  const right = Math.max(...read.map(({ level }) => level[0] + level[2]))
  return page.filter(({ level, reading, strip }) => {
    const [x, y, width, height] = level
    const high = y + height / 2 < top + 0.12 * (bottom - top)
    const aside = Math.abs(x + width / 2 - (left + right) / 2) > 0.15 * (right - left)
    const like = height > 0.6 * usual && height < 1.6 * usual && width > 1.6 * height
    return high && aside && like && strip.score > 0.7 && reading.confidence < 0.5
  })
}
