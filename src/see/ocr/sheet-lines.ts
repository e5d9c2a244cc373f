/** From everything read on a picture to the lines of its sheet: text in reading order, then what stands apart from it. */
import { usualHeight } from './seal/beneath.js'
import type { PlacedRead } from './group.js'
import { isGuesswork } from './second-look/illegible.js'
import { lineOf } from './line.js'
import type { StripReading } from './look.js'
import { slants, standsApart } from './watermark/set-apart.js'
import { boxOf } from './strip/strip.js'
import type { OcrLine } from '../../types.js'
import { overlapShare } from '../../plane/box.js'

/** Lines read better than this say how high the type of a page is. */
const trusted = 0.8

/**
 * `pages`: one list of lines for each sheet in the picture, numbered where there are several. `lean`: angle of the lines
 * of the page in radians.
 */
export function sheetLines(
  pages: readonly (readonly PlacedRead[])[],
  watermarks: readonly StripReading[],
  lean: number,
): OcrLine[] {
  const several = pages.length > 1
  const reads = pages.flat().filter(isText)
  const fresh = watermarks.filter((mark) => !reads.some((read) => outdoes(read, mark)))
  const kept = reads.filter((read) => !fresh.some((mark) => isSameInk(mark, read)))
  const level = kept.filter((read) => read.reading.confidence > trusted && !slants(read, lean))
  const usual = level.length > 0 ? usualHeight(level.map(({ strip }) => strip)) : 0
  const isApart = (read: StripReading): boolean => standsApart(read, lean, usual, [...kept, ...fresh])
  const lines = pages.flatMap((page, sheet) =>
    page
      .filter((read) => kept.includes(read) && !isApart(read))
      .map((read) => ({
        ...lineOf(read, read.level[3] > read.level[2] && read.reading.text.length > 1),
        ...(several && { sheetInPicture: sheet }),
      })),
  )
  const others = fresh.map((read) => ({ ...lineOf(read), ...(isApart(read) && { watermark: true }) }))
  const apart = kept.filter(isApart).map((read) => ({ ...lineOf(read), watermark: true }))
  return [...lines, ...others, ...apart]
}

function isText(read: PlacedRead): boolean {
  return !isGuesswork(read) && read.reading.text.trim() !== ''
}

/** The page's own look read the same ink, and more of it. */
function outdoes(read: StripReading, mark: StripReading): boolean {
  return (
    read.reading.confidence > trusted &&
    read.reading.text.length >= mark.reading.text.length &&
    isSameInk(mark, read)
  )
}

/** Letters of one size that lie upon each other. */
export function isSameInk(one: StripReading, other: StripReading): boolean {
  const [high, low] = [one, other]
    .map(({ strip }) => Math.min(strip.thickness, strip.length))
    .sort((a, b) => b - a)
  return low! > 0.5 * high! && overlapShare(boxOf(one.strip), boxOf(other.strip)) > 0.6
}
