/** Finds red seals and reads what they were stamped over, looking through the red. */
import type { Box } from '../../types.js'
import { union } from './level.js'
import type { Look } from './look.js'
import { openPatchFinder } from './patches.js'
import type { Picture, Window } from './picture.js'
import { detectionTone, throughRed } from './resample.js'
import { boxOf, overlapOf } from './strip.js'
import type { Strip } from './strip.js'

/** Cells across the longer side when looking for red. */
const cells = 320
/** A seal is at least this many lines high, and no more of its box is red than this. */
const lines = 2.6
const fill = 0.6

/** Boxes of seals in raster pixels; `height`: thickness of a usual line. */
export function sealsIn(picture: Picture, height: number): Box[] {
  const cell = Math.max(1, Math.ceil(Math.max(picture.width, picture.height) / cells))
  const columns = Math.ceil(picture.width / cell)
  const finder = openPatchFinder(0.5)
  for (let y = 0; y < picture.height; y += cell) finder.row(redRow(picture, y, cell, columns), 0, columns)
  const blobs = finder.patches().map(({ points, pixels }) => ({ box: boundsOf(points), pixels }))
  return together(blobs)
    .filter(({ box, pixels }) => {
      const [, , width, height_] = box
      const round = width < 1.7 * height_ && height_ < 1.7 * width
      return round && Math.min(width, height_) * cell > lines * height && pixels < fill * width * height_
    })
    .map(({ box }) => [box[0] * cell, box[1] * cell, box[2] * cell, box[3] * cell])
}

/** 1 for every cell of a row that has a red pixel among those looked at. */
function redRow(picture: Picture, top: number, cell: number, columns: number): Float32Array {
  const row = new Float32Array(columns)
  const step = Math.max(1, Math.floor(cell / 3))
  for (let y = top; y < Math.min(picture.height, top + cell); y += step)
    for (let x = 0; x < picture.width; x += step)
      if (isRed(picture.rgba, 4 * (y * picture.width + x))) row[Math.floor(x / cell)] = 1
  return row
}

function isRed(rgba: Uint8Array, at: number): boolean {
  const red = rgba[at]!
  return red > 90 && red - rgba[at + 1]! > 55 && red - rgba[at + 2]! > 45
}

interface Blob {
  readonly box: Box
  readonly pixels: number
}

/** A ring broken by the text over it, and the star inside it, are one seal. */
function together(blobs: readonly Blob[]): Blob[] {
  const merged: Blob[] = []
  for (const blob of [...blobs].sort((a, b) => b.box[2] * b.box[3] - a.box[2] * a.box[3])) {
    const host = merged.findIndex((other) => overlapOf(other.box, blob.box) > 0.2)
    if (host < 0) merged.push(blob)
    else {
      const { box, pixels } = merged[host]!
      merged[host] = { box: union(box, blob.box), pixels: pixels + blob.pixels }
    }
  }
  return merged
}

function boundsOf(points: readonly number[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i]!)
    right = Math.max(right, points[i]!)
    top = Math.min(top, points[i + 1]!)
    bottom = Math.max(bottom, points[i + 1]!)
  }
  return [left, top, right - left + 1, bottom - top + 1]
}

/**
 * The strips with those under seals found again without the red; what only the red shows stays.
 * `scale`: detector pixels per raster pixel.
 */
export async function beneathSeals(
  look: Look,
  strips: readonly Strip[],
  seals: readonly Box[],
  scale: number,
): Promise<Strip[]> {
  let kept = [...strips]
  for (const seal of seals) {
    const under = kept.filter((strip) => overlapOf(boxOf(strip), seal) > 0.05)
    const reach = under.map(boxOf).reduce(union, seal)
    look.meter.tried('seal')
    const found = await look.find(windowOf(reach, look.picture), scale, throughRed(detectionTone))
    const fresh = found
      .filter((strip) => overlapOf(boxOf(strip), seal) > 0.05)
      .map((strip) => ({ ...strip, throughRed: true }))
    const lost = (strip: Strip): boolean =>
      under.includes(strip) && fresh.some((other) => overlapOf(boxOf(other), boxOf(strip)) > 0.3)
    kept = [...kept.filter((strip) => !lost(strip)), ...fresh]
  }
  return kept
}

/** Median thickness. */
export function usualHeight(strips: readonly Strip[]): number {
  const heights = strips.map((strip) => Math.min(strip.thickness, strip.length)).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 24
}

/** The box with a little air, in whole pixels inside the picture. */
function windowOf([x, y, width, height]: Box, picture: Picture): Window {
  const air = 16
  const left = Math.max(0, Math.floor(x - air))
  const top = Math.max(0, Math.floor(y - air))
  return {
    x: left,
    y: top,
    width: Math.min(picture.width, Math.ceil(x + width + air)) - left,
    height: Math.min(picture.height, Math.ceil(y + height + air)) - top,
  }
}
