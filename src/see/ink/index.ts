/** Reads what a page draws that may be letters though no text says so: each ink alone, on clean ground, lines level. */
import { at } from '../../place.js'
import type { Box, Ink, Line, OcrReader, Page, Pixels } from '../../types.js'
import { linesOf } from '../lines.js'
import { inkMap, type InkMap } from './clean.js'
import { letteringOf } from './lettering.js'
import { levelled } from './levelled.js'
import { shareInside } from '../../plane/box.js'

/** Pixels of the longer side at the first look, which only asks whether there are letters. */
const firstLook = 640
/** Pixels per page unit at most: 200 dpi where type is small, and four times that where the place is. */
const finest = 200 / 72
const small = 320
/** Pixels a letter is high when it is read. */
const readable = 56
/** A reading less sure than this is guesswork: what is drawn may be a picture. */
const sure = 0.6

/** Sine of twice the angle to the nearest side of the page: from 10° on a line slants. */
const slant = 0.34
/** Share of a line of text that lies on the ink, from which it is written over it. */
const written = 0.2

export interface InkReadings {
  readonly pages: readonly Page[]
  /** Inks that look like letters and were read, or would have been if there were somebody to read them. */
  readonly looked: number
}

/** The ink of a page that looks like letters; what does not costs one small drawing. `eyes`: null where OCR is off. */
export async function readInk(
  page: Page,
  eyes: (() => Promise<OcrReader>) | null,
  signal: AbortSignal,
): Promise<InkReadings> {
  const { ink = [], pixels } = page
  const pages: Page[] = []
  let looked = 0
  if (!pixels?.renderInk) return { pages, looked }
  for (const [index, one] of ink.entries()) {
    signal.throwIfAborted()
    const first = await drawn(pixels, index, one.box, firstScale(one.box))
    const lettering = first && letteringOf(first)
    if (!lettering) continue
    looked++
    if (!eyes) continue
    const scale = Math.min(finestScale(one.box), (readable / lettering.size) * first.scale)
    const fine = await drawn(pixels, index, one.box, scale)
    if (!fine) continue
    for (const angle of lettering.angles) {
      const lines = await readAlong(fine, angle, one, page, await eyes(), signal)
      if (lines.length > 0) pages.push(readingOf(page, one, asWatermark(lines, angle, one, page)))
    }
  }
  return { pages, looked }
}

/** Pale ink shows on black only. */
async function drawn(pixels: Pixels, index: number, box: Box, scale: number): Promise<InkMap | null> {
  for (const ground of ['white', 'black'] as const) {
    const map = inkMap(await pixels.renderInk!(index, scale, box, ground), ground)
    if (map) return map
  }
  return null
}

function firstScale([, , width, height]: Box): number {
  return Math.min(finest, firstLook / Math.max(width, height))
}

function finestScale([, , width, height]: Box): number {
  return finest * Math.min(4, Math.max(1, small / (finest * Math.max(width, height))))
}

async function readAlong(
  map: InkMap,
  angle: number,
  { box }: Ink,
  page: Page,
  reader: OcrReader,
  signal: AbortSignal,
): Promise<Line[]> {
  const { raster, back } = levelled(map, angle)
  const sheet = await reader.read(raster, signal)
  const lines = sheet.lines
    .filter(({ confidence }) => confidence >= sure)
    .map((line) => ({ ...line, box: back(line.box) }))
  // Boxes stand where the ink does, whatever way it had to be turned to be read.
  return linesOf({ ...sheet, lines, turned: 0 }, raster, box, page)
}

/** Slanting across the page, or with the page's own text written over it: as programs that know watermarks tell them. */
function asWatermark(lines: readonly Line[], angle: number, { box }: Ink, page: Page): readonly Line[] {
  const slanting = Math.abs(Math.sin(2 * angle)) > slant
  if (!slanting && !isWrittenOver(box, page)) return lines
  return distinct(lines).map((line) => ({ ...line, part: 'header', label: 'watermark' }))
}

/** Tiles say the same all over the page: once is enough. */
function distinct(lines: readonly Line[]): Line[] {
  const said = new Set<string>()
  return lines.filter(({ spans }) => {
    const text = spans.map((span) => span.text).join('')
    return said.size < said.add(text).size
  })
}

function isWrittenOver(box: Box, page: Page): boolean {
  return page.lines.some(({ spans }) =>
    spans.some((span) => span.box && span.sight === 'visible' && shareInside(span.box, box) > written),
  )
}

function readingOf(page: Page, { box, hiddenBy }: Ink, lines: readonly Line[]): Page {
  const spans = (line: Line) => line.spans.map((span) => ({ ...span, sight: 'hidden' as const, hiddenBy }))
  const told = hiddenBy ? lines.map((line) => ({ ...line, spans: spans(line) }) as Line) : lines
  return { ...page, lines: told, marks: [], frame: box, place: at(page.place, { part: 'picture' }) }
}
