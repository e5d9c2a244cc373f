/** Lifts what was drawn over a picture and reads what lies beneath: an opaque box over a scan hides nothing from a machine. */
import { turnBox } from '../place.js'
import type { Box, Cover, HiddenBy, Line, Mark, OcrReader, Page, Raster } from '../types.js'
import { inkShare } from './ink-share.js'
import { sharedLetters } from './likeness.js'
import { linesOf } from './lines.js'
import { showsThrough } from './shows-through.js'
import { overlapShare } from '../plane/box.js'
import { quickLumaAt } from '../pixels/grey.js'

/** Lines read beneath covers, and the covers that hide something. */
export interface Beneath {
  readonly lines: readonly Line[]
  readonly marks: readonly Mark[]
}

/** Covers lifted on one page, the smallest first: more is a drawing, not a redaction. */
const mostCovers = 12
/** Shares of the page: larger is a panel. */
const largest = 0.3
/** In page units: nothing legible fits under less. */
const [narrowest, shortest] = [5, 10]
/** Page units around a cover that are read with it, so that letters at its edge are whole. */
const margin = 3
/** Of 255: ink differs this much from the ground around it. */
const inkContrast = 60
/** Of the pixels beneath: less is specks. */
const leastInk = 0.004
/** Pixels of the longer side below which a strip is scaled up, at most fourfold. */
const small = 320

/** Letters in common from which what was read is what is stated at the same place. */
const alike = 0.5

const nothing: Beneath = { lines: [], marks: [] }

/** `turned`: quarter turns that made the reading upright; boxes come in that page. */
export async function readBeneath(
  page: Page,
  turned: 0 | 1 | 2 | 3,
  reader: OcrReader,
  signal: AbortSignal,
): Promise<Beneath> {
  const { pixels, covers = [] } = page
  if (!pixels?.renderWithout) return nothing
  const lines: Line[] = []
  const marks: Mark[] = []
  const wanted = covers.filter(isWorthLifting).sort((one, other) => one.share - other.share)
  for (const { box, kind } of wanted.slice(0, mostCovers)) {
    const region = widened(box, page)
    const scale = pixels.naturalScale * enlargement(region, pixels.naturalScale)
    const shown = await pixels.render(scale, region)
    if (kind === 'picture' && hasInk(shown, region, box)) continue
    const bare = await pixels.renderWithout('covers', scale, region)
    if (!hasInk(bare, region, region)) continue
    // What is only marked for removal is drawn as before.
    const pending = kind === 'redaction'
    if (!pending && inkShare(shown, bare, region, box) < leastInk) continue
    if (!pending && showsThrough(shown, bare, region, box)) continue
    const sheet = await reader.read(bare, signal)
    const read = linesOf(sheet, bare, region, page).filter(
      (line) => isUnder(line, box) && !isStated(page, line),
    )
    const labelled = !pending && isWrittenOn(page, box)
    if (!labelled) {
      const upright = turnBox(box, page.width ?? 0, page.height ?? 0, turned)
      marks.push({ kind: 'box', box: upright, confidence: 1, tells: ['ink'] })
    }
    lines.push(...read.map((line) => covered(line, !labelled, pending ? 'redaction-pending' : 'under-shape')))
  }
  return { lines, marks }
}

function isWorthLifting({ kind, overPicture, opaque, share, box }: Cover): boolean {
  const [, , width, height] = box
  return (
    overPicture &&
    opaque &&
    (share < largest || kind === 'redaction') &&
    Math.min(width, height) >= narrowest &&
    Math.max(width, height) >= shortest
  )
}

function widened([x, y, width, height]: Box, page: Page): Box {
  const left = Math.max(0, x - margin)
  const top = Math.max(0, y - margin)
  const right = Math.min(page.width ?? Infinity, x + width + margin)
  const bottom = Math.min(page.height ?? Infinity, y + height + margin)
  return [left, top, right - left, bottom - top]
}

function enlargement([, , width, height]: Box, scale: number): number {
  return Math.min(4, Math.max(1, small / (Math.max(width, height) * scale)))
}

/** Something in the box stands out from its most common grey: a picture that shows something hides nothing. */
function hasInk({ rgba, width, height, scale }: Raster, region: Box, box: Box): boolean {
  const left = Math.max(0, Math.ceil((box[0] - region[0]) * scale) + 1)
  const top = Math.max(0, Math.ceil((box[1] - region[1]) * scale) + 1)
  const right = Math.min(width, Math.floor((box[0] + box[2] - region[0]) * scale) - 1)
  const bottom = Math.min(height, Math.floor((box[1] + box[3] - region[1]) * scale) - 1)
  const greys = new Uint32Array(256)
  for (let y = top; y < bottom; y++)
    for (let at = 4 * (y * width + left), end = 4 * (y * width + right); at < end; at += 4)
      greys[quickLumaAt(rgba, at)]!++
  const ground = greys.indexOf(Math.max(...greys))
  const inked = greys.reduce(
    (sum, count, grey) => (Math.abs(grey - ground) > inkContrast ? sum + count : sum),
    0,
  )
  return inked >= Math.max(1, leastInk * (right - left) * (bottom - top))
}

function isUnder(line: Line, cover: Box): boolean {
  const box = line.spans[0]?.box
  if (!box) return false
  const [x, y] = [box[0] + box[2] / 2, box[1] + box[3] / 2]
  return x > cover[0] && x < cover[0] + cover[2] && y > cover[1] && y < cover[1] + cover[3]
}

/** What is written on a cover in plain sight is there without the cover too. */
function isStated(page: Page, line: Line): boolean {
  const words = line.spans.map(({ text }) => text).join('')
  return page.lines.some(({ spans }) =>
    spans.some(
      ({ box, sight, hiddenBy, text }) =>
        box && sight === 'visible' && !hiddenBy && isUnder(line, box) && sharedLetters(words, text) >= alike,
    ),
  )
}

/** Captions on panels over photographs: what is written on a cover says that it is no redaction. */
function isWrittenOn(page: Page, box: Box): boolean {
  return page.lines.some((line) =>
    line.spans.some((span) => span.sight === 'visible' && !span.hiddenBy && isUnder({ spans: [span] }, box)),
  )
}

function covered(line: Line, fitted: boolean, hiddenBy: HiddenBy): Line {
  const spans = line.spans.map((span) => ({
    ...span,
    sight: 'covered' as const,
    hiddenBy,
    ...(fitted && { fitted: true }),
  }))
  return { ...line, spans }
}

/** The page with what was found beneath, each line where it stands. */
export function withBeneath(page: Page, { lines, marks }: Beneath): Page {
  if (lines.length + marks.length === 0) return page
  const all = [...page.lines]
  for (const line of lines) {
    const top = middleOf(line)
    const index = all.findIndex((other) => middleOf(other) > top)
    all.splice(index < 0 ? all.length : index, 0, line)
  }
  const others = page.marks.filter((mark) => !marks.some(({ box }) => isSame(mark.box, box)))
  return { ...page, lines: all, marks: [...marks, ...others] }
}

function middleOf(line: Line): number {
  const box = line.spans[0]?.box
  return box ? box[1] + box[3] / 2 : Infinity
}

function isSame(one: Box, other: Box): boolean {
  return overlapShare(one, other) > 0.3
}
