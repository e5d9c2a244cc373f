/** The outline of something dark on the paper, pixel by pixel, laid level: straight or ragged, closed or full of holes. */
import type { Band } from './bands.js'
import type { GreyField } from './field.js'
import { HALF, levelled } from './levelled.js'
import type { LevelPage } from './levelled.js'

export interface Silhouette {
  /** Share of the area between upper and lower outline that is darker than half way to the paper. */
  readonly ink: number
  /** Share of columns that hold no ink at all. */
  readonly gaps: number
  /** Deviation of the upper and of the lower outline from a straight line, the straighter one, in mm. */
  readonly ragged: number
  /** Share of the inside that is as light as paper. */
  readonly bright: number
  /** Grey levels between the middle of what is dark inside and its darkest twentieth. */
  readonly relief: number
  /** Grey levels between the middle of what is dark inside and its lightest thirtieth. */
  readonly glow: number
  /** The same relief against the middle of each row, where passes of a pen that overlap are none; and the glow so measured. */
  readonly print: number
  readonly shine: number
  /** Root mean square step between neighbouring pixels inside. */
  readonly steps: number
  /** Steps downwards against steps sideways inside: above 1 where things lie along the band. */
  readonly streaks: number
  /** Share of the length that the longest unbroken piece of ink spans. */
  readonly joined: number
}

const LIGHT = 0.22

export function silhouetteOf(band: Band, field: GreyField): Silhouette {
  const level = levelled(band, field)
  const { paper, dark } = level
  const limit = paper - HALF * (paper - dark)
  const outline = outlineOf(level, limit)
  return {
    ...insideOf(level, outline, limit, paper - LIGHT * (paper - dark)),
    ...stepsOf(level, outline, field.grain),
    ...printOf(level, outline),
    ragged: Math.min(raggedness(outline.first), raggedness(outline.last)) / (field.cell * field.perMm),
    gaps: outline.first.reduce((sum, value) => sum + (value < 0 ? 1 : 0), 0) / Math.max(1, level.width),
    joined: longestPiece(level, limit) / Math.max(1, level.width),
  }
}

interface Outline {
  /** First and last row of ink in each column; -1 where there is none. */
  readonly first: Int32Array
  readonly last: Int32Array
}

function outlineOf({ width, height, grey }: LevelPage, limit: number): Outline {
  const first = new Int32Array(width).fill(-1)
  const last = new Int32Array(width).fill(-1)
  for (let u = 0; u < width; u++)
    for (let v = 0; v < height; v++) {
      if (grey[v * width + u]! > limit) continue
      if (first[u]! < 0) first[u] = v
      last[u] = v
    }
  return { first, last }
}

/** Deviation from the straight line through the middle five sixths of the outline, in pixels. */
function raggedness(edge: Int32Array): number {
  const margin = Math.floor(edge.length * 0.08)
  let [count, sumX, sumY, sumXX, sumXY, sumYY] = [0, 0, 0, 0, 0, 0]
  for (let x = margin; x < edge.length - margin; x++) {
    const y = edge[x]!
    if (y < 0) continue
    count++
    sumX += x
    sumY += y
    sumXX += x * x
    sumXY += x * y
    sumYY += y * y
  }
  if (count < 3) return 0
  const spreadX = sumXX - (sumX * sumX) / count
  const joint = sumXY - (sumX * sumY) / count
  const spreadY = sumYY - (sumY * sumY) / count
  return Math.sqrt(Math.max(0, spreadY - (joint * joint) / Math.max(1e-6, spreadX)) / count)
}

/** The outline itself is left out: its shades lie between ink and paper. */
const rimOf = (height: number) => Math.max(1, Math.round(height * 0.08))

function insideOf(
  { width, height, grey }: LevelPage,
  { first, last }: Outline,
  limit: number,
  light: number,
) {
  const counts = new Int32Array(256)
  const rim = rimOf(height)
  let [area, ink, bright] = [0, 0, 0]
  for (let u = rim; u < width - rim; u++)
    for (let v = first[u]!; v >= 0 && v <= last[u]!; v++) {
      const value = grey[v * width + u]!
      area++
      if (value <= limit) ink++
      if (v < first[u]! + rim || v > last[u]! - rim) continue
      if (value > light) bright++
      else counts[value]!++
    }
  const middle = rankOf(counts, 0.5)
  return {
    ink: ink / Math.max(1, area),
    bright: bright / Math.max(1, area),
    relief: middle - rankOf(counts, 0.05),
    glow: rankOf(counts, 0.97) - middle,
  }
}

/** Parts of the height: where passes overlap, hardly any ink shows. */
const PARTS = 3

/** Grey levels by which the darkest and the lightest twentieth differ from the middle of their row, where most print shows. */
function printOf({ width, height, grey }: LevelPage, { first, last }: Outline) {
  const rim = rimOf(height)
  const parts = Array.from({ length: PARTS }, () => new Int32Array(256))
  const inside = new Uint8Array(width)
  for (let v = rim; v < height - rim; v++) {
    let count = 0
    for (let u = rim; u < width - rim; u++)
      if (first[u]! >= 0 && v >= first[u]! + rim && v <= last[u]! - rim)
        inside[count++] = grey[v * width + u]!
    if (count < width / 4) continue
    const row = inside.slice(0, count).sort()
    const part = parts[Math.floor((v * PARTS) / height)]!
    for (const value of row) part[Math.min(255, Math.max(0, 128 + value - row[count >> 1]!))]!++
  }
  const seen = parts
    .filter((part) => part.some((count) => count > 0))
    .map((part) => ({ print: 128 - rankOf(part, 0.05), shine: rankOf(part, 0.95) - 128 }))
  return seen.reduce((most, part) => (part.print > most.print ? part : most), { print: 0, shine: 0 })
}

function stepsOf({ width, height, grey }: LevelPage, { first, last }: Outline, grain: number) {
  const rim = rimOf(height)
  let [count, sideways, downwards] = [0, 0, 0]
  for (let u = rim; u < width - rim; u++) {
    if (first[u]! < 0) continue
    for (let v = first[u]! + rim; v < Math.min(height - 1, last[u]! - rim); v++) {
      const at = v * width + u
      count++
      sideways += (grey[at + 1]! - grey[at]!) ** 2
      downwards += (grey[at + width]! - grey[at]!) ** 2
    }
  }
  const usual = grain ** 2 * count
  return {
    steps: Math.sqrt((sideways + downwards) / Math.max(1, 2 * count)),
    streaks: (Math.max(0, downwards - usual) + count) / (Math.max(0, sideways - usual) + count),
  }
}

function rankOf(counts: Int32Array, share: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (let value = 0; value < 256; value++) {
    seen += counts[value]!
    if (seen >= all * share && all > 0) return value
  }
  return 255
}

/** Columns from the first to the last of the longest piece of ink joined side by side or by corners. */
function longestPiece({ width, height, grey }: LevelPage, limit: number): number {
  const left = new Uint8Array(grey.length)
  for (let at = 0; at < left.length; at++) if (grey[at]! <= limit) left[at] = 1
  const stack = new Int32Array(grey.length)
  let longest = 0
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue
    let [from, to, depth] = [width, 0, 0]
    stack[depth++] = start
    left[start] = 0
    while (depth > 0) {
      const at = stack[--depth]!
      const u = at % width
      const v = (at - u) / width
      if (u < from) from = u
      if (u > to) to = u
      for (let y = Math.max(0, v - 1); y <= Math.min(height - 1, v + 1); y++)
        for (let x = Math.max(0, u - 1); x <= Math.min(width - 1, u + 1); x++)
          if (left[y * width + x] === 1) {
            left[y * width + x] = 0
            stack[depth++] = y * width + x
          }
    }
    longest = Math.max(longest, to - from + 1)
  }
  return longest
}
