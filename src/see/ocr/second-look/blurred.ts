/** Print blurred so strongly that hardly a line of it is found: bands of grey on paper, one below the other, without an edge. */
import { alongRows, type Grey, reduced, transposed } from '../grey.js'
import type { StripReading } from '../look.js'
import { openPatchFinder } from '../strip/components.js'
import type { RgbaPicture } from '../picture.js'
import { boxOf } from '../strip/strip.js'
import type { Box } from '../../../types.js'
import { overlapShare, union } from '../../../plane/box.js'
import { median } from '../../../plane/quantile.js'

/** Cells along the longer side; a line of a page is about ten high. */
const cells = 400
/** Of 255: paper is lighter than this, even within so much, and has so large a share of the page. */
const [light, even, mostlyPaper] = [128, 12, 0.5]
/** How much darker than paper bands are looked for, of 255: from what a person just makes out to what is nearly black. */
const depths = [6, 9, 13, 18, 24, 32, 42, 56, 76, 100]
/** Cells to either side over which the letters of a line become one band. */
const smear = 4
/** Cells across which the bands of a page reach at least. */
const narrowest = 80
/** Share of their height that the lines of a page cover together, blank lines among them. */
const sparsest = 0.2
/** Height in cells, length against it, and height against that of a usual band. */
const [lowest, highest, shortest, like] = [4, 32, 3, 1.6]
/** So many bands are a page, as long as no more lines read this well; a line that does takes this share of its band. */
const [wholePage, good, taken] = [6, 0.75, 0.4]
/** Of the depth of a band, between places an eighth of its height apart: sharp print leaps, blurred print rolls. */
const [rolling, apart, steepest] = [0.4, 1 / 8, 0.98]

/** One box around a page of blurred print, upright or lying, in raster pixels; null where there is none or where it reads. */
export function blurredPrint(picture: RgbaPicture, reads: readonly StripReading[]): Box | null {
  const size = Math.max(1, Math.max(picture.width, picture.height) / cells)
  const grey = reduced(picture, size)
  const paper = paperOf(grey)
  if (paper === null) return null
  const read = reads
    .filter(({ reading }) => reading.confidence >= good)
    .map(({ strip }) => boxOf(strip).map((pixels) => pixels / size) as unknown as Box)
  const upright = blurredBands(grey, paper, read)
  const lying = upright ? null : blurredBands(transposed(grey), paper, read.map(swapped))
  const found = upright ?? (lying && swapped(lying))
  return found && (found.map((cell) => cell * size) as unknown as Box)
}

function swapped([x, y, width, height]: Box): Box {
  return [y, x, height, width]
}

/** The brightness that most of the page has, if it is light and even. */
function paperOf({ values }: Grey): number | null {
  const paper = values.slice().sort()[Math.floor(0.75 * (values.length - 1))]!
  const share = values.reduce((sum, value) => sum + (Math.abs(value - paper) <= even ? 1 : 0), 0)
  return paper > light && share >= mostlyPaper * values.length ? paper : null
}

/** Around the bands of the first depth at which they make a page; `read`: lines that read well, in cells. */
function blurredBands(grey: Grey, paper: number, read: readonly Box[]): Box | null {
  const smeared = alongRows(grey, smear)
  for (const depth of depths) {
    const bands = bandsOf(smeared, paper - depth)
    const unread = alike(bands.filter((band) => !read.some((box) => overlapShare(box, band) > taken)))
    if (unread.length < Math.max(wholePage, read.length)) continue
    const page = unread.reduce((one, other) => union(one, other))
    const rows = new Set(
      unread.flatMap(([, top, , height]) => Array.from({ length: height }, (_, y) => top + y)),
    )
    if (page[2] < narrowest || rows.size < sparsest * page[3]) continue
    if (steepness(grey, unread, paper) < rolling) return page
  }
  return null
}

/** Places darker than `limit` that are as high as a line and longer. */
function bandsOf({ width, height, values }: Grey, limit: number): Box[] {
  const finder = openPatchFinder(0)
  const dark = values.map((value) => limit - value)
  for (let y = 0; y < height; y++) finder.row(dark, y * width, width)
  return finder.patches().flatMap(({ runs }): Box[] => {
    const [left, right] = runs.reduce(
      ([from, to], run) => [Math.min(from, run.from), Math.max(to, run.to)],
      [width, 0],
    )
    const [top, wide, high] = [runs[0]!.y, right - left + 1, runs.at(-1)!.y - runs[0]!.y + 1]
    return high >= lowest && high <= highest && wide >= shortest * high ? [[left, top, wide, high]] : []
  })
}

/** Those of like height: lines of one text. */
function alike(bands: readonly Box[]): Box[] {
  const usual = median(bands.map(([, , , height]) => height))
  return bands.filter(([, , , height]) => height < like * usual && height * like > usual)
}

/** The steepest steps in bands and over their upper and lower edges, along and across, against the depth of each, 0–1. */
function steepness({ width, height, values }: Grey, bands: readonly Box[], paper: number): number {
  const steps = bands.flatMap(([left, top, wide, high]) => {
    const step = Math.max(1, Math.round(high * apart))
    const [from, to] = [Math.max(0, top - step), Math.min(height, top + high + step)]
    const rows = Array.from({ length: to - from }, (_, y) => {
      const start = (from + y) * width + left
      return values.subarray(start, start + wide)
    })
    const depth = paper - Math.min(...rows.map((row) => Math.min(...row)))
    const stepsOf = (one: Float32Array, other: Float32Array): number[] =>
      Array.from(one, (value, x) => Math.abs(value - other[x]!) / depth)
    return [
      ...rows.flatMap((row) => stepsOf(row.subarray(step), row)),
      ...rows.slice(step).flatMap((row, y) => stepsOf(row, rows[y]!)),
    ]
  })
  return Float32Array.from(steps).sort()[Math.floor(steepest * (steps.length - 1))] ?? 1
}
