/** OCR lines as lines of a page: page units, upright, with a box per character where the engine tells. */
import { turnBox } from '../place.js'
import type { Box, Line, OcrLine, Page, Raster, Sheet, Span } from '../types.js'

/** The page as it stands once turned; its boxes must be turned with `turnBox`. */
export function upright(page: Page, turns: 0 | 1 | 2 | 3): Page {
  if (turns === 0) return page
  const sideways = turns !== 2 && page.width !== undefined && page.height !== undefined
  return { ...page, turned: turns, ...(sideways && { width: page.height!, height: page.width! }) }
}

export function linesOf(sheet: Sheet, raster: Raster, region: Box | undefined, page: Page): Line[] {
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
  return sheet.lines.map((line) => ({
    spans: [
      { ...spanOf(line, place), ...(page.hiddenBy && { sight: 'hidden' as const, hiddenBy: page.hiddenBy }) },
    ],
    ...(line.vertical && { vertical: true }),
    ...(line.sheetInPicture !== undefined && { sheetInPicture: line.sheetInPicture }),
  }))
}

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
