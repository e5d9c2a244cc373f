/** From tesseract's blocks to lines of the raster. */
import type { Line, Page } from 'tesseract.js'
import { unturn } from './greymap.js'
import type { Quarters } from '../paper/orientation.js'
import type { Window } from '../picture.js'
import type { OcrLine } from '../../../types.js'

/** How the picture tesseract saw came about. */
export interface TesseractInput {
  readonly window: Window
  readonly turned: Quarters
  readonly enlarged: number
}

export function linesFrom(page: Page, shown: TesseractInput): OcrLine[] {
  const lines = (page.blocks ?? [])
    .flatMap((block) => block.paragraphs)
    .flatMap(({ lines: inside }) => inside)
  return lines.flatMap((line) => lineFrom(line, shown) ?? [])
}

/** Share of 1: mean confidence weighted by the length of the text, 0 where nothing was read. */
export function confidenceOf(lines: readonly OcrLine[]): number {
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0)
  return lines.reduce((sum, line) => sum + line.confidence * line.text.length, 0) / Math.max(1, letters)
}

/** Tesseract puts a space between all Han words; it is kept where there is one, and between Latin words. */
function isApart(before: Line['words'][number], word: Line['words'][number]): boolean {
  const height = Math.min(before.bbox.y1 - before.bbox.y0, word.bbox.y1 - word.bbox.y0)
  if (word.bbox.x0 - before.bbox.x1 > 0.6 * height) return true
  return /[\w.,]$/.test(before.text) && /^\w/.test(word.text)
}

type Corners = Line['bbox']

function lineFrom(line: Line, shown: TesseractInput): OcrLine | null {
  const symbols = line.words.flatMap((word, i) => [
    ...(i > 0 && isApart(line.words[i - 1]!, word) ? [{ text: ' ', bbox: word.bbox }] : []),
    ...(word.symbols.length > 0 ? word.symbols : [{ text: word.text, bbox: word.bbox }]),
  ])
  const text = symbols.map((symbol) => symbol.text).join('')
  if (text.trim() === '') return null
  const upended = shown.turned % 2 === 1
  const columns = symbols.flatMap((symbol) => {
    const box = boxFrom(symbol.bbox, shown)
    const [from, size] = upended ? [box[1], box[3]] : [box[0], box[2]]
    return Array.from({ length: symbol.text.length }, () => [from, from + size]).flat()
  })
  return {
    text,
    box: boxFrom(line.bbox, shown),
    confidence: line.confidence / 100,
    columns: Float32Array.from(columns),
  }
}

function boxFrom({ x0, y0, x1, y1 }: Corners, { window, turned, enlarged }: TesseractInput): OcrLine['box'] {
  const back = unturn(window, turned)
  // `unturn` speaks of pixels, which end one before the border.
  const [ax, ay] = back(x0 / enlarged, y0 / enlarged)
  const [bx, by] = back(x1 / enlarged - 1, y1 / enlarged - 1)
  const left = Math.min(ax, bx)
  const top = Math.min(ay, by)
  return [left, top, Math.abs(bx - ax) + 1, Math.abs(by - ay) + 1]
}
