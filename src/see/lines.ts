/** OCR lines as lines of a page: page units, upright, with a box per character where the engine tells. */
import { turnBox } from '../place.js'
import type { Box, HiddenBy, Line, OcrLine, Page, Raster, RecognisedPage, Span } from '../types.js'

/** The page as it stands once turned; its boxes must be turned with `turnBox`. */
export function upright(page: Page, turns: 0 | 1 | 2 | 3): Page {
  if (turns === 0) return page
  const sideways = turns !== 2 && page.width !== undefined && page.height !== undefined
  return { ...page, turned: turns, ...(sideways && { width: page.height!, height: page.width! }) }
}

export function linesOf(sheet: RecognisedPage, raster: Raster, region: Box | undefined, page: Page): Line[] {
  const place = (box: Box): Box => {
    const units = 1 / raster.scale
    const [left, top] = region ?? [0, 0]
    const here: Box = [left + box[0] * units, top + box[1] * units, box[2] * units, box[3] * units]
    return turnBox(
      here,
      page.width ?? raster.width * units,
      page.height ?? raster.height * units,
      sheet.turned,
    )
  }
  const isCropped = (box: Box): boolean => {
    const [x, y] = [(box[0] + box[2] / 2) / raster.width, (box[1] + box[3] / 2) / raster.height]
    const { shown } = page
    return shown !== undefined && !region && !shown.some((part) => holds(part, x, y))
  }
  return sheet.lines.map((line) => ({
    spans: [unseen(spanOf(line, place), page.hiddenBy ?? (isCropped(line.box) ? 'cropped' : undefined))],
    ...(line.vertical && { vertical: true }),
    // As word processors keep it: in the header of the page.
    ...(line.watermark && { part: 'header', label: 'watermark' }),
    ...(line.sheetInPicture !== undefined && { sheetInPicture: line.sheetInPicture }),
  }))
}

const unseen = (span: Span, hiddenBy: HiddenBy | undefined): Span =>
  hiddenBy ? { ...span, sight: 'hidden', hiddenBy } : span

const holds = ([left, top, width, height]: Box, x: number, y: number): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height

function spanOf(line: OcrLine, place: (box: Box) => Box): Span {
  const box = place(line.box)
  return {
    text: line.text,
    box,
    channel: 'ocr',
    sight: 'visible',
    confidence: line.confidence,
    size: line.vertical ? box[2] : box[3],
  }
}
