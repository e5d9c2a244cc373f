/** Looks at the head of a page once more where ink stands that gave no text: closer, and without the red. */
import { levelBox, stripIn } from '../strip/level.js'
import type { PageRecogniser, StripReading } from '../look.js'
import type { Quarters } from '../paper/orientation.js'
import { boxOf, turnStrip } from '../strip/strip.js'
import { tighten } from '../strip/tighten.js'
import { detectionTone, throughGlass } from '../paddle/tone.js'
import { unseenInk } from './unseen-ink.js'
import type { Box } from '../../../types.js'
import { overlapShare } from '../../../plane/box.js'
import { median } from '../../../plane/quantile.js'

interface PlacedRead extends StripReading {
  readonly level: Box
}

/** Fewer lines are no page that has a head. */
const fewest = 5
/** Marks stand in the upper third of what is printed, or some way above it where nothing was read. */
const [above, below] = [0.2, 0.33]
/** More patches of unread ink than this are a drawing or handwriting. */
const most = 4
/** Type of this many detector pixels is seen best. */
const best = 28
const glass = { black: 40, white: 215 }

/** How the page lies: which way its text runs, and by how much it is turned in radians, quarters included. */
export interface LinePose {
  readonly direction: Quarters
  readonly angle: number
}

/** The lines of one page with those found at its head; their boxes are on the page turned by −`angle`. */
export async function lookAtHead(
  look: PageRecogniser,
  lines: readonly PlacedRead[],
  lie: LinePose,
): Promise<PlacedRead[]> {
  if (lines.length < fewest) return [...lines]
  const height = median(lines.map(({ level }) => level[3]))
  const boxes = lines.map(({ level }) => level)
  const ink = unseenInk(look.picture, headOf(boxes), lie.angle, boxes, height)
  if (ink.length === 0 || ink.length > most) return [...lines]
  look.meter.tried('ink')
  const found: PlacedRead[] = []
  for (const patch of ink) found.push(...(await linesIn(look, patch, lie, height)))
  const known = (i: number): Box[] => [...boxes, ...found.slice(0, i).map(({ level }) => level)]
  return [
    ...lines,
    ...found.filter(({ level }, i) => !known(i).some((box) => overlapShare(box, level) > 0.3)),
  ]
}

function headOf(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box[0]))
  const right = Math.max(...boxes.map((box) => box[0] + box[2]))
  const top = Math.min(...boxes.map((box) => box[1]))
  const bottom = Math.max(...boxes.map((box) => box[1] + box[3]))
  const tall = bottom - top
  return [left, top - above * tall, right - left, (above + below) * tall]
}

async function linesIn(
  look: PageRecogniser,
  patch: Box,
  { angle, direction }: LinePose,
  height: number,
): Promise<PlacedRead[]> {
  const air = 1.5 * height
  const around: Box = [patch[0] - air, patch[1] - air, patch[2] + 2 * air, patch[3] + 2 * air]
  const [x, y, width, tall] = boxOf(stripIn(around, angle, 1))
  const left = Math.max(0, Math.floor(x))
  const top = Math.max(0, Math.floor(y))
  const window = {
    x: left,
    y: top,
    width: Math.min(look.picture.width, Math.ceil(x + width)) - left,
    height: Math.min(look.picture.height, Math.ceil(y + tall)) - top,
  }
  if (window.width < 8 || window.height < 8) return []
  const { strips } = await look.find(window, best / patch[3], throughGlass(detectionTone, glass))
  const reads: PlacedRead[] = []
  for (const strip of strips) {
    const upright = turnStrip(strip, direction)
    const level = levelBox(upright, angle)
    if (overlapShare(level, patch) < 0.5) continue
    const read = await look.read(tighten(look.picture, { ...upright, glass }))
    reads.push({ ...read, level })
  }
  return reads
}
