/** The shapes of a slide in drawing order, groups opened, with their boxes in points ([MS-PPT] 2.7, [MS-ODRAW] 2.2.38). */
import type { Box } from '../../types.js'
import { type ArtRecord, artRecords } from '../shared/office-art/records.js'
import { type ArtShape, SHAPE, shapeOf } from '../shared/office-art/shapes.js'
import type { Bytes } from '../shared/bytes.js'

export interface ShapeFrame {
  readonly shape: ArtShape
  /** null: it says no place. */
  readonly box: Box | null
  /** Degrees clockwise. A quarter turn leaves the box what is seen: it is stated so (LibreOffice and PowerPoint alike). */
  readonly turned: number
  readonly isBackground: boolean
}

const GROUP = 0xf003
const [CLIENT_ANCHOR, CHILD_ANCHOR, GROUP_FRAME] = [0xf010, 0xf00f, 0xf009]
/** Of the file to the point: 576 to the inch. */
const UNIT = 1 / 8
const ROTATION = 0x0004
const MOST_FRAMES = 5_000

/** From the units of a group to points: x' = ax + b, y' = cy + d. */
interface Scale {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}
const plain: Scale = { a: UNIT, b: 0, c: UNIT, d: 0 }

export function framesIn(bytes: Bytes, from: number, to: number): ShapeFrame[] {
  const frames: ShapeFrame[] = []
  /** Groups that have not ended; the outermost is the slide itself. */
  const groups: { readonly end: number; readonly around: Scale; own: Scale | null }[] = []
  for (const record of artRecords(bytes, from, to)) {
    while (groups.length > 0 && record.start > groups.at(-1)!.end) groups.pop()
    const group = groups.at(-1)
    if (record.type === GROUP)
      groups.push({ end: record.end, around: group?.own ?? group?.around ?? plain, own: null })
    if (record.type !== SHAPE) continue
    if (frames.length >= MOST_FRAMES) break
    const shape = shapeOf(bytes, record)
    if (group && !group.own && shape.isGroup) {
      group.own = groups.length === 1 ? plain : groupScale(bytes, record, group.around)
      continue
    }
    frames.push(frameOf(bytes, shape, group?.own ?? group?.around ?? plain))
  }
  return frames
}

function frameOf(bytes: Bytes, shape: ArtShape, scale: Scale): ShapeFrame {
  const sides = sidesOf(bytes, shape.record)
  const turned = ((shape.number(ROTATION) ?? 0) | 0) / 65_536
  return { shape, box: sides && boxOf(sides, scale), turned, isBackground: shape.isBackground }
}

type Sides = readonly [left: number, top: number, right: number, bottom: number]

/** Anchors of their own count in the units of the slide, those within a group in its units. */
function sidesOf(bytes: Bytes, { start, end }: ArtRecord): Sides | null {
  for (const record of artRecords(bytes, start, end)) {
    const at = (index: number) => bytes.int32(record.start + 4 * index)
    const short = (index: number) => bytes.int16(record.start + 2 * index)
    if (record.type === CHILD_ANCHOR) return [at(0), at(1), at(2), at(3)]
    if (record.type !== CLIENT_ANCHOR) continue
    const value = record.end - record.start >= 16 ? at : short
    return [value(1), value(0), value(2), value(3)]
  }
  return null
}

function boxOf([left, top, right, bottom]: Sides, { a, b, c, d }: Scale): Box {
  return [a * left + b, c * top + d, a * (right - left), c * (bottom - top)]
}

/** What the numbers within a group mean: its frame is laid into its anchor (OfficeArtFSPGR). */
function groupScale(bytes: Bytes, record: ArtRecord, around: Scale): Scale {
  const sides = sidesOf(bytes, record)
  const frame = [...artRecords(bytes, record.start, record.end)].find(({ type }) => type === GROUP_FRAME)
  if (!sides || !frame) return around
  const [x, y, right, bottom] = [0, 1, 2, 3].map((index) => bytes.int32(frame.start + 4 * index)) as [
    number,
    number,
    number,
    number,
  ]
  const box = boxOf(sides, around)
  const [a, c] = [box[2] / (right - x || 1), box[3] / (bottom - y || 1)]
  return { a, b: box[0] - a * x, c, d: box[1] - c * y }
}
