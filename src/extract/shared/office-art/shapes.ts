/** Shapes of old Office documents one by one: what each paints over, and where it says it stands ([MS-ODRAW] 2.2.14). */
import { isProperties, propertyNumber } from './properties.js'
import { type ArtRecord, artRecords } from './records.js'
import type { Bytes } from '../bytes.js'

export interface ArtShape {
  /** Its number in the file. */
  readonly id: number
  /** [MS-ODRAW] 2.4.24, MSOSPT. */
  readonly type: number
  /** Part of a group. */
  readonly isChild: boolean
  readonly isGroup: boolean
  /** The ground of a slide. */
  readonly isBackground: boolean
  readonly record: ArtRecord
  /** A number it states of itself. */
  number(property: number): number | undefined
  /** One of a group of yes-or-no properties: another bit says that it counts (2.3.7.43); undefined: not said. */
  flag(property: number, bit: number): boolean | undefined
  has(type: number): boolean
}

export const SHAPE = 0xf004
const ABOUT = 0xf00a
/** Shapes looked at in one drawing. */
const MOST_SHAPES = 20_000

/** In the order in which they are drawn, the lowest first. */
export function shapesIn(bytes: Bytes, from: number, to: number): ArtShape[] {
  const shapes: ArtShape[] = []
  for (const record of artRecords(bytes, from, to)) {
    if (record.type !== SHAPE) continue
    shapes.push(shapeOf(bytes, record))
    if (shapes.length >= MOST_SHAPES) break
  }
  return shapes
}

export function shapeOf(bytes: Bytes, record: ArtRecord): ArtShape {
  const parts = [...artRecords(bytes, record.start, record.end)].filter(({ depth }) => depth === 1)
  const about = parts.find(({ type }) => type === ABOUT)
  const sets = parts.filter(isProperties)
  const stated = (property: number) => sets.flatMap((set) => propertyNumber(bytes, set, property) ?? [])
  const flags = about ? bytes.uint32(about.start + 4) : 0
  return {
    id: about ? bytes.uint32(about.start) : 0,
    type: about?.instance ?? 0,
    isGroup: (flags & 1) !== 0,
    isChild: (flags & 2) !== 0,
    isBackground: (flags & 0x400) !== 0,
    record,
    number: (property) => stated(property)[0],
    flag: (property, bit) => {
      const flags = stated(property).find((value) => (value & (bit << 16)) !== 0)
      return flags === undefined ? undefined : (flags & bit) !== 0
    },
    has: (type) => parts.some((part) => part.type === type),
  }
}

const [FILL_OPACITY, FILL_FLAGS, GROUP_FLAGS] = [0x0182, 0x01bf, 0x03bf]
/** Of 65,536: what still lets something shine through. */
export const ART_OPAQUE = 62_000

/** Nothing shines through what it paints. */
export function isPainted(shape: ArtShape): boolean {
  const filled = shape.flag(FILL_FLAGS, 0x10) ?? true
  return filled && (shape.number(FILL_OPACITY) ?? 65_536) >= ART_OPAQUE
}

export const isHiddenShape = (shape: ArtShape): boolean => shape.flag(GROUP_FLAGS, 0x2) === true
export const isBehindText = (shape: ArtShape): boolean => shape.flag(GROUP_FLAGS, 0x20) === true

export const PICTURE_FRAME = 75
/** Lines and connectors, arcs, brackets, callouts: no shapes to cover text with. */
const thin = new Set([19, 20, 32, 33, 34, 35, 36, 37, 38, 39, 40, 85, 86, 87, 88, 185, 186])
export const isThinType = (type: number): boolean => thin.has(type)

/** The same by the names of DrawingML (ECMA-376 20.1.10.56). */
export const isThinPreset = (name: string): boolean =>
  /line|connector|bracket|brace|arc|arrow|frame|corner|callout|star|wave/i.test(name)
