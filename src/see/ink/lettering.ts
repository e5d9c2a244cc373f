/** Does ink look like letters, how large are they, and which way do their lines run? */
import { hullOf, smallestRectangle } from '../ocr/strip/hull.js'
import { openPatchFinder, type InkComponent } from '../ocr/strip/components.js'
import { inked, type InkMap } from './clean.js'
import { cellBounds } from '../../plane/box.js'

export interface Lettering {
  /** Of the larger letters, in pixels of the map. */
  readonly size: number
  /** Radians clockwise from the level, −90° to 90°; the direction of most lines first. */
  readonly angles: readonly number[]
}

/** Letters are made out from this many pixels on. */
const smallest = 5
/** Parts of letters that stand nearer than this share of their size belong to one line. */
const bridge = 0.4
/** A line is at least this much longer than high; what is rounder tells no direction. */
const elongated = 1.35
/** Share of its rectangle that the ink of a line takes. */
const [thinnest, fullest] = [0.04, 0.8]
/** Strokes met on average when a line of letters is crossed one way and the other; a frame is two strokes both ways. */
const [leastStrokes, mostStrokes] = [1.5, 2.3]
/** Radians: lines that differ less run the same way. */
const alike = 0.07
/** Share of all lines that must run a way for it to be followed. */
const leastShare = 0.2
/** Parts of letters turn and branch: where nearly all ink stands in parts this much longer than wide, it is hatching. */
const [straight, hatched] = [6, 0.95]
/** Ways followed. */
const most = 2

/** Null: nothing that could be letters. */
export function letteringOf(drawn: InkMap): Lettering | null {
  const all = patchesOf(drawn.width, drawn.height, (x, y) => drawn.ink[y * drawn.width + x]! > inked)
  const [parts, map] = withoutHatching(all, drawn)
  const size = sizeOf(parts)
  if (size < smallest) return null
  const cell = Math.max(1, bridge * size)
  const lines = linesOf(map, cell).filter((line) => line.isLettering)
  if (lines.length === 0) return null
  return { size, angles: anglesOf(lines) }
}

function patchesOf(width: number, height: number, isInk: (x: number, y: number) => boolean): InkComponent[] {
  const finder = openPatchFinder(0.5)
  const row = new Float32Array(width)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) row[x] = isInk(x, y) ? 1 : 0
    finder.row(row, 0, width)
  }
  return finder.patches()
}

/** Letters may stand on or beside hatching: it is taken away, what is left is looked at. */
function withoutHatching(parts: readonly InkComponent[], map: InkMap): [readonly InkComponent[], InkMap] {
  const rest = parts.filter((part) => !isStraight(part))
  const inkOf = (some: readonly InkComponent[]) => some.reduce((sum, { pixels }) => sum + pixels, 0)
  if (inkOf(rest) > (1 - hatched) * inkOf(parts)) return [parts, map]
  const ink = new Uint8Array(map.ink.length)
  for (const { runs } of rest)
    for (const { from, to, y } of runs) {
      const row = y * map.width
      ink.set(map.ink.subarray(row + from, row + to + 1), row + from)
    }
  return [rest, { ...map, ink }]
}

function isStraight({ points }: InkComponent): boolean {
  const { width, height } = smallestRectangle(hullOf(points))
  return Math.max(width, height) + 1 >= straight * (Math.min(width, height) + 1)
}

/** Three quarters of the ink stand in parts no larger than this. */
function sizeOf(parts: readonly InkComponent[]): number {
  const sizes = parts
    .map(({ points, pixels }) => {
      const [, , width, height] = cellBounds(points)
      return { size: Math.max(width, height), pixels }
    })
    .sort((one, other) => one.size - other.size)
  const all = sizes.reduce((sum, { pixels }) => sum + pixels, 0)
  let reached = 0
  return sizes.find(({ pixels }) => (reached += pixels) >= 0.75 * all)?.size ?? 0
}

interface InkLine {
  readonly angle: number
  readonly length: number
  readonly isLong: boolean
  readonly isLettering: boolean
}

function linesOf(map: InkMap, cell: number): InkLine[] {
  const [columns, rows] = [Math.ceil(map.width / cell), Math.ceil(map.height / cell)]
  const cells = new Uint8Array(columns * rows)
  for (let y = 0; y < map.height; y++)
    for (let x = 0; x < map.width; x++)
      if (map.ink[y * map.width + x]! > inked)
        cells[Math.floor(y / cell) * columns + Math.floor(x / cell)] = 1
  return patchesOf(columns, rows, (x, y) => cells[y * columns + x] === 1).map((patch) =>
    lineOf(map, cell, patch),
  )
}

function lineOf(map: InkMap, cell: number, { points, pixels }: InkComponent): InkLine {
  const { width, height, angle } = smallestRectangle(hullOf(points))
  const [long, short] = [Math.max(width, height) + 1, Math.min(width, height) + 1]
  const along = width >= height ? angle : angle > 0 ? angle - Math.PI / 2 : angle + Math.PI / 2
  const isLong = long > elongated * short
  return { angle: along, length: pixels * cell, isLong, isLettering: isLettered(map, cell, points) }
}

/** Counted along pixel rows and columns, which cross slanting letters as often as upright ones. */
function isLettered(map: InkMap, cell: number, points: readonly number[]): boolean {
  const [left, top, width, height] = cellBounds(points)
  const [x0, y0] = [Math.floor(left * cell), Math.floor(top * cell)]
  const [x1, y1] = [
    Math.min(map.width, x0 + Math.ceil(width * cell)),
    Math.min(map.height, y0 + Math.ceil(height * cell)),
  ]
  if (Math.min(x1 - x0, y1 - y0) < smallest) return false
  const [along, across] = [strokes(map, x0, y0, x1, y1, false), strokes(map, x0, y0, x1, y1, true)]
  const share = along.ink / ((x1 - x0) * (y1 - y0))
  const [fewer, more] = [Math.min(along.mean, across.mean), Math.max(along.mean, across.mean)]
  return share > thinnest && share < fullest && fewer >= leastStrokes && more >= mostStrokes
}

/** Runs of ink per row (or column) that has any, and all ink met. */
function strokes(
  { ink, width }: InkMap,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  down: boolean,
): { mean: number; ink: number } {
  let [runs, lines, pixels] = [0, 0, 0]
  const [from, to, start, end] = down ? [x0, x1, y0, y1] : [y0, y1, x0, x1]
  for (let line = from; line < to; line++) {
    let [before, met] = [false, 0]
    for (let at = start; at < end; at++) {
      const isInk = ink[down ? at * width + line : line * width + at]! > inked
      if (isInk) pixels++
      if (isInk && !before) met++
      before = isInk
    }
    runs += met
    if (met > 0) lines++
  }
  return { mean: lines === 0 ? 0 : runs / lines, ink: pixels }
}

function anglesOf(lines: readonly InkLine[]): number[] {
  const long = lines.filter(({ isLong }) => isLong)
  const all = long.reduce((sum, { length }) => sum + length, 0)
  const ways: { angle: number; length: number }[] = []
  for (const { angle, length } of [...long].sort((one, other) => other.length - one.length)) {
    const way = ways.find((other) => Math.abs(other.angle - angle) < alike)
    if (way) way.length += length
    else ways.push({ angle, length })
  }
  const followed = ways
    .sort((one, other) => other.length - one.length)
    .filter(({ length }) => length > leastShare * all)
    .slice(0, most)
  return followed.length > 0 ? followed.map(({ angle }) => angle) : [0]
}
