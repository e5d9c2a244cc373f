/** Reads the lines of one sheet: which way is up, pieces joined, columns stood up, read, put in order. */
import { lookAgain } from './second-look/again.js'
import { lookOtherWays } from './second-look/other-ways.js'
import { gutterOf } from './strip/gutter.js'
import { lookAtHead } from './second-look/head.js'
import { joinNeighbours } from './strip/join.js'
import { leanOf, levelBox, stripIn } from './strip/level.js'
import type { PageRecogniser, StripReading } from './look.js'
import { orientationOf } from './paper/orientation.js'
import type { Quarters } from './paper/orientation.js'
import { inReadingOrder } from './strip/reading-order.js'
import { splitAtGutter } from './strip/split.js'
import { hasRuling } from './strip/ruling.js'
import { standColumns } from './strip/stand.js'
import { turnStrip } from './strip/strip.js'
import type { Strip } from './strip/strip.js'
import { tighten } from './strip/tighten.js'
import type { Box } from '../../types.js'

/** A mark, a copy number, an urgency: no longer than this many characters. */
const shortLine = 16

/** A read line and its place on the level page. */
export interface PlacedRead extends StripReading {
  readonly level: Box
}
export interface LineGroup {
  readonly direction: Quarters
  /** Angle of its lines, in radians, quarters included. */
  readonly angle: number
  /** One list of lines for each page: two where pages lie side by side. */
  readonly pages: readonly (readonly PlacedRead[])[]
  /** Model time of the first reading of each line. */
  readonly leastMs: number
}

export async function readGroup(look: PageRecogniser, strips: readonly Strip[]): Promise<LineGroup> {
  const { direction, reads: known } = await orientationOf(look, strips)
  const turned = strips.map((strip) => known.get(strip)?.strip ?? turnStrip(strip, direction))
  const angle = leanOf(turned)
  const done = new Map([...known.values()].map((read) => [read.strip, read]))
  const reads: StripReading[] = []
  for (const strip of arranged(look, turned, angle)) reads.push(done.get(strip) ?? (await look.read(strip)))
  const first = reads.map((read) => ({ ...read, level: levelBox(read.strip, angle) }))
  const upright = await lookOtherWays(look, first, angle)
  const placed = await lookAgain(look, upright, headOf(upright))
  const pages: PlacedRead[][] = []
  for (const page of pagesOf(placed)) pages.push(await lookAtHead(look, page, { direction, angle }))
  return {
    direction,
    angle,
    pages: pages.map(inReadingOrder),
    leastMs: reads.reduce((sum, { ms }) => sum + ms, 0),
  }
}

function arranged(look: PageRecogniser, strips: readonly Strip[], angle: number): Strip[] {
  const { picture } = look
  const isRuled = (between: Box): boolean => hasRuling(picture, turnStrip(stripIn(between, angle, 0), 1))
  const trimmed = standColumns(strips, angle, isRuled).map((strip) => tighten(picture, strip))
  return joinNeighbours(picture, splitAtGutter(picture, trimmed, angle), angle, look.stars)
}

/** Two pages where the text is wider than high and parted by a gutter that nothing crosses. */
function pagesOf(lines: readonly PlacedRead[]): PlacedRead[][] {
  const boxes = lines.map(({ level }) => level)
  const gutter = gutterOf(boxes)
  const width = extent(boxes, 0)
  if (!gutter || gutter.across.length > 0 || width < 1.15 * extent(boxes, 1)) return [[...lines]]
  return [gutter.left, gutter.right].map((side) => side.map((i) => lines[i]!))
}

/** Short lines in the upper third of what is printed. */
function headOf(lines: readonly PlacedRead[]): (line: PlacedRead) => boolean {
  const top = Math.min(...lines.map(({ level }) => level[1]))
  const bottom = Math.max(...lines.map(({ level }) => level[1] + level[3]))
  return ({ level, reading }) => level[1] < top + (bottom - top) / 3 && reading.text.length <= shortLine
}

function extent(boxes: readonly Box[], axis: 0 | 1): number {
  const ends = boxes.map((box) => box[axis] + box[axis + 2]!)
  return Math.max(...ends) - Math.min(...boxes.map((box) => box[axis]))
}
