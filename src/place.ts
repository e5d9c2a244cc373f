/** The only file that knows how a Place is built and written. */
import type { Box, Place, Step } from './types.js'

export function placeOf(step: Step): Place {
  return [step]
}

/** One step deeper: an entry of an archive, an attachment, a picture in a document. */
export function enter(place: Place, step: Step): Place {
  return [...place, step]
}

/** The same depth, said more precisely: page, box, sheet, part. */
export function at(place: Place, detail: Partial<Step>): Place {
  const innermost = { ...place[place.length - 1]!, ...detail }
  return [...place.slice(0, -1), innermost] as unknown as Place
}

export function innermost(place: Place): Step {
  return place[place.length - 1]!
}

/** Written form for ids and logs: `a.zip!b.docx`. Positions are left out. */
export function trail(place: Place): string {
  return place.map((step) => step.name).join('!')
}

/**
 * Page units to fractions of the page, rounded to 4 digits, cut at the page's edges; null when the page size is unknown
 * or no size.
 */
export function fractions(step: Step): Box | null {
  const { box, pageSize } = step
  if (!box || !pageSize) return null
  const [width, height] = pageSize
  if (!(width > 0 && height > 0) || !box.every(Number.isFinite)) return null
  const tenThousandths = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10000)
  const [left, top] = [tenThousandths(box[0] / width), tenThousandths(box[1] / height)]
  const right = tenThousandths((box[0] + box[2]) / width)
  const bottom = tenThousandths((box[1] + box[3]) / height)
  return [left / 10000, top / 10000, (right - left) / 10000, (bottom - top) / 10000]
}

/** `box` of a page of the given size after `turns` quarter turns clockwise. */
export function turnBox(box: Box, width: number, height: number, turns: 0 | 1 | 2 | 3): Box {
  const [x, y, w, h] = box
  if (turns === 1) return [height - y - h, x, h, w]
  if (turns === 2) return [width - x - w, height - y - h, w, h]
  if (turns === 3) return [y, width - x - w, h, w]
  return box
}
