/** Looks at a page as a person would: pages and pictures that must be read by eye are read by OCR. */
import { readBeneath, withBeneath } from './beneath.js'
import { readThrough } from './beneath-wash.js'
import { type Laid, laidLevel } from './deskew.js'
import { fromRaster } from './from-raster.js'
import { readInk } from './ink/index.js'
import { heldAgainstScan } from './layer.js'
import { judgeSight } from './sight.js'
import { linesOf, upright } from './lines.js'
import type { Box, GapCause, OcrReader, Page, Phrase, RecognisedPage } from '../types.js'
import { at, turnBox } from '../place.js'
import { patchesOf } from './patches.js'
import { shareInside } from '../plane/box.js'

/** What looking gave: the page again with what was read, one reading per picture on it, and what was not. */
export interface Seen {
  readonly pages: readonly Page[]
  readonly gaps: readonly {
    readonly cause: GapCause
    readonly place: Page['place']
    readonly detail: Phrase
  }[]
  /** Pictures or pages that went through OCR. */
  readonly read: number
}
/** The engine, opened when the first page needs it; null when the user switched OCR off. */
export type Eyes = (() => Promise<OcrReader>) | null

/** The scale at which type of 10.5 pt and up is read well: 200 dpi for pages measured in points. */
const DRAWN_SCALE = 200 / 72
/** More pictures than this on one page, or more of its area, and the page is read as a whole. */
const MOST_PICTURES = 6
const MOST_AREA = 0.5
/** Pictures whose longer side is under this many pixels are scaled up, at most fourfold. */
const SMALL = 320
/** A3 at 400 dpi; larger pictures are reduced to it, which still leaves 7-point type 25 pixels high on an A3 sheet. */
const MOST_PIXELS = 31_000_000
/** Fewer letters than this are the lettering of an icon. */
const LEAST_LETTERS = 4
/** A mark this sure explains why nobody can read what lies mostly under it. */
const [LEAST_SURE, MOSTLY] = [0.65, 0.6]
/** Share of an unread stretch that the page's own text takes; between its lines there is air. */
const STATED = 0.4

export async function see(stated: Page, eyes: Eyes, signal: AbortSignal): Promise<Seen> {
  const page = await judgeSight(stated)
  if ((page.reading === 'stated' && !page.ink) || !page.pixels) return { pages: [page], gaps: [], read: 0 }
  const apart = await readInk(page, eyes, signal)
  if (page.reading === 'stated' && (eyes || apart.looked === 0)) {
    return { pages: [page, ...apart.pages], gaps: [], read: apart.looked }
  }
  if (!eyes) return unseen(page, 'disabled', { code: 'ocr.off' })
  const reader = await eyes()
  const regions = page.reading === 'both' ? regionsOf(page) : [undefined]
  const pages: Page[] = []
  const gaps: Seen['gaps'][number][] = []
  let layered = page
  for (const region of regions) {
    const raster = await page.pixels.render(scaleFor(page, region), region)
    const sheet = await reader.read(raster, signal)
    const laid = laidLevel({ page, raster, region }, sheet.skew)
    const reading = await readingOf(laid, sheet, reader, signal)
    pages.push(reading)
    gaps.push(...illegible(laid, sheet, reading))
    if (!region && !sheet.skew) layered = heldAgainstScan(page, sheet, raster)
  }
  gaps.push(...passedOver(page, pages, reader))
  const whole = regions[0] === undefined && pages[0] !== undefined
  const beneath = await readBeneath(page, whole ? (pages[0]!.turned ?? 0) : 0, reader, signal)
  if (whole) pages[0] = withBeneath(pages[0]!, beneath)
  const own = whole ? layered : withBeneath(page, beneath)
  const all = own.lines.length > 0 ? [own, ...pages] : pages
  return { pages: [...all, ...apart.pages], gaps, read: regions.length + apart.looked }
}

function unseen(page: Page, cause: GapCause, detail: Phrase): Seen {
  return { pages: [page], gaps: [{ cause, place: page.place, detail }], read: 0 }
}

/** The pictures of a page with trusted text; the whole page when they are many or large. */
function regionsOf(page: Page): (Box | undefined)[] {
  const boxes = page.pictures ?? []
  const whole = (page.width ?? 0) * (page.height ?? 0)
  const area = boxes.reduce((sum, box) => sum + box[2] * box[3], 0)
  if (boxes.length > MOST_PICTURES || (whole > 0 && area > MOST_AREA * whole)) return [undefined]
  return [...boxes]
}

function scaleFor(page: Page, region: Box | undefined): number {
  const natural = page.pixels?.naturalScale ?? DRAWN_SCALE
  const [width, height] = region ? [region[2], region[3]] : [page.width ?? 0, page.height ?? 0]
  if (width === 0 || height === 0) return natural
  const longer = Math.max(width, height) * natural
  const enlarge = Math.min(4, Math.max(1, SMALL / longer))
  const reduce = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height * natural ** 2)))
  return natural * enlarge * reduce
}

/** One reading: the whole page, or one picture on it, which has a head and corners of its own. */
async function readingOf(
  { page, raster, region }: Laid,
  sheet: RecognisedPage,
  reader: OcrReader,
  signal: AbortSignal,
): Promise<Page> {
  const turned = upright(page, sheet.turned)
  const lines = linesOf(sheet, raster, region, page)
  const { raster: level, patches } = patchesOf(raster, sheet.turned, region, page)
  const hiding = isWritten(sheet) ? patches : patches.filter(({ mark }) => mark.tells?.includes('tiles'))
  const read = await readThrough({ ...turned, lines, marks: [] }, level, hiding, reader, signal)
  if (!region) return read
  const frame = turnBox(region, page.width ?? 0, page.height ?? 0, sheet.turned)
  return { ...read, frame, place: at(page.place, { part: 'picture' }) }
}

/** On an icon or a drawing without a word of text, flat places are drawn and hide nothing; a mosaic may have hidden all of it. */
function isWritten({ lines, illegible: unread }: RecognisedPage): boolean {
  const letters = lines.filter(({ confidence }) => confidence > 0.8).map(({ text }) => text.trim())
  return unread.length > 0 || letters.join('').length >= LEAST_LETTERS
}

/** What was made illegible on purpose is told as a mark. */
function illegible(
  { page, raster, region }: Laid,
  sheet: RecognisedPage,
  { marks }: Page,
): Seen['gaps'][number][] {
  return sheet.illegible.flatMap((pixels): Seen['gaps'][number][] => {
    const box = fromRaster(pixels, raster, region)
    const upright = turnBox(box, page.width ?? 0, page.height ?? 0, sheet.turned)
    if (marks.some((mark) => mark.confidence >= LEAST_SURE && shareInside(upright, mark.box) > MOSTLY))
      return []
    if (isStated(page, box)) return []
    return [{ cause: 'illegible', place: at(page.place, { box }), detail: { code: 'ocr.illegible' } }]
  })
}

/** The page says in visible text of its own what stands there. */
function isStated({ lines }: Page, box: Box): boolean {
  const spans = lines.flatMap((line) => line.spans)
  const own = spans.filter((span) => span.channel === 'text' && span.sight === 'visible' && span.box !== null)
  return own.reduce((sum, span) => sum + shareInside(box, span.box!), 0) >= STATED
}

/** Where there is text at all, an engine that lacks a sign of marks may have passed over one. */
function passedOver(page: Page, readings: readonly Page[], { blindTo }: OcrReader): Seen['gaps'][number][] {
  if (blindTo === undefined || readings.every(({ lines }) => lines.length === 0)) return []
  const detail: Phrase = { code: 'ocr.blind', args: { sign: blindTo } }
  return [{ cause: 'illegible', place: page.place, detail }]
}
