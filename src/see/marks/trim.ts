/** Parts a dark band from rules and lines of type that run so close above or below that their cells touch. */
import { bandOf } from './bands.js'
import type { Band } from './bands.js'
import type { GreyField } from './field.js'
import { HALF, levelled } from './levelled.js'
import { patchOf } from './patches.js'

/** Rows of pixels of which this share is ink are the body of the band; one of less than this is paper between it and others. */
const [BODY, PAPER] = [0.5, 0.12]
/** The body is at least as high as a line of type, and most of the band. */
const [LOWEST_MM, MOST] = [3, 0.4]

/** The band without what lies beyond a row of paper above or below its body. */
export function trimmed(band: Band, field: GreyField): Band {
  const { cell, columns, perMm } = field
  const { patch, slope } = band
  const shares = inkByRow(band, field)
  const [from, to] = bodyOf(shares)
  if (to - from < Math.max(LOWEST_MM * perMm * cell, MOST * shares.length)) return band
  let first = from
  while (first >= 0 && shares[first]! >= PAPER) first--
  let last = to
  while (last < shares.length && shares[last]! >= PAPER) last++
  const isPaperOnly = (rows: readonly number[]) => rows.every((share) => share < PAPER)
  if (isPaperOnly(shares.slice(0, Math.max(0, first))) && isPaperOnly(shares.slice(last))) return band
  const middle = (patch.right - patch.left) / 2
  const members = patch.members.filter((at) => {
    const row = Math.floor(at / columns) - patch.top - slope * ((at % columns) - patch.left - middle)
    return (row + 1) * cell > first + 1 && row * cell < last
  })
  return members.length === 0 ? band : bandOf(patchOf(members, columns), field)
}

/** Share of ink in each row of pixels along the band. */
function inkByRow(band: Band, field: GreyField): number[] {
  const { width, height, grey, paper, dark } = levelled(band, field)
  const limit = paper - HALF * (paper - dark)
  return Array.from({ length: height }, (_, v) => {
    let ink = 0
    for (let at = v * width; at < (v + 1) * width; at++) if (grey[at]! <= limit) ink++
    return ink / Math.max(1, width)
  })
}

/** The longest run of rows that are mostly ink: its first and the one behind its last. */
function bodyOf(shares: readonly number[]): readonly [from: number, to: number] {
  let best: readonly [number, number] = [0, 0]
  let from = 0
  shares.forEach((share, v) => {
    if (share < BODY) from = v + 1
    else if (v + 1 - from > best[1] - best[0]) best = [from, v + 1]
  })
  return best
}
