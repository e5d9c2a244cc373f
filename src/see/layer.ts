/** Holds the text layer of a scan against the scan itself: what stands in the layer alone at the head of a page nobody sees. */
import { turnBox } from '../place.js'
import type { Box, Line, Page, Raster, RecognisedPage, Span } from '../types.js'
import { isFlat } from './flat-place.js'
import { fromRaster } from './from-raster.js'
import { sharedLetters, sharedPairs } from './likeness.js'
import { shareInside } from '../plane/box.js'

/** Share of the upright page whose marks matter most; below it the layers of old engines differ in harmless ways. */
const head = 0.3
/** Lines of the scan within this share of the page's height may be what the layer means: layers lie askew. */
const near = 0.03
/** Letters in common from which a reading is another engine's reading of the same line. */
const alike = 0.5
/** Nobody misreads a line so badly that less than this is left. */
const foreign = 0.2
/** Pairs of letters in common with the whole page: the layer is shifted, not another text. */
const elsewhere = 0.6
/** Letters that say something where the picture is bare, and where it shows other words. */
const [fewest, fewestOther] = [2, 4]
/** Of our own reading, where it must carry the proof. */
const sure = 0.85
/** Share of Han among the letters, below which an engine without Chinese made the layer. */
const mostlyHan = 0.6

interface Read {
  readonly text: string
  readonly box: Box
  readonly confidence: number
}

/** The page, spans of its layer that the scan does not show as hidden. `sheet`, `raster`: the whole page as drawn. */
export function heldAgainstScan(page: Page, sheet: RecognisedPage, raster: Raster): Page {
  if (!page.lines.some(({ spans }) => spans.some(isLayer))) return page
  const reads = sheet.lines.map(({ text, box, confidence }): Read => {
    return { text: lettersOf(text), box: fromRaster(box, raster, undefined), confidence }
  })
  const whole = reads.map(({ text }) => text).join('')
  const judge = (span: Span): Span =>
    isLayer(span) && isAtHead(span, page, sheet.turned) && isUnseen(span, reads, whole, raster, page)
      ? { ...span, sight: 'hidden', hiddenBy: 'layer-only' }
      : span
  return { ...page, lines: page.lines.map((line): Line => ({ ...line, spans: line.spans.map(judge) })) }
}

const isLayer = ({ hiddenBy, box }: Span): boolean => hiddenBy === 'ocr-layer' && box !== null

function isAtHead({ box }: Span, page: Page, turned: RecognisedPage['turned']): boolean {
  const [width, height] = [page.width ?? 0, page.height ?? 0]
  const [, y, , tall] = turnBox(box!, width, height, turned)
  return y + tall / 2 < head * (turned % 2 === 1 ? width : height)
}

function isUnseen(span: Span, reads: readonly Read[], whole: string, raster: Raster, page: Page): boolean {
  const text = lettersOf(span.text)
  if (text.length < fewest || sharedPairs(text, whole) >= elsewhere) return false
  const reach = near * Math.max(page.width ?? 0, page.height ?? 0)
  const around = reads.filter(({ box }) => distance(box, span.box!) < reach)
  if (sharedLetters(text, around.map((read) => read.text).join('')) >= alike) return false
  return isFlat(raster, span.box!) || isOtherText(span, text, around)
}

/** Words stand there in the picture, clear to read, and not these. */
function isOtherText({ box }: Span, text: string, around: readonly Read[]): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  if (text.length < fewestOther || han < mostlyHan * text.length) return false
  const here = around.filter((read) => read.confidence > sure && shareInside(box!, read.box) > 0.5)
  const read = here.map((each) => each.text).join('')
  return read.length >= text.length / 2 && around.every((each) => sharedLetters(text, each.text) < foreign)
}

/** Without what engines differ in by habit: spaces, punctuation, width. */
function lettersOf(text: string): string {
  return (text.normalize('NFKC').match(/[\p{L}\p{N}★☆]/gu) ?? []).join('').toUpperCase()
}

/** Between two boxes; 0 where they touch. */
function distance(one: Box, other: Box): number {
  const across = Math.max(one[0] - other[0] - other[2], other[0] - one[0] - one[2], 0)
  const down = Math.max(one[1] - other[1] - other[3], other[1] - one[1] - one[3], 0)
  return Math.hypot(across, down)
}
