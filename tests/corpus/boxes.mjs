/** Where each printed line stands on its page, measured from the printed PDF and not from intentions. */
import { execFileSync } from 'node:child_process'
import { point, widthOf } from './paper.mjs'

const mm = 25.4 / 72
const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">/g

/** Words of every page as [left, top, right, bottom] in mm. */
export function wordBoxes(pdfPath) {
  const html = execFileSync('pdftotext', ['-bbox', pdfPath, '-'], { maxBuffer: 1 << 30 }).toString()
  const pages = html.split('<page ').slice(1)
  return pages.map((page) =>
    [...page.matchAll(word)].map((found) => found.slice(1, 5).map((value) => Number(value) * mm)),
  )
}

/**
 * The line's box as fractions [left, top, width, height] of the page; null when no word of the PDF is there.
 * @param {import('./paper.mjs').Paper} paper
 * @param {import('./paper.mjs').Printed} line
 */
export function boxOf(paper, line, words) {
  const em = line.size * point
  const width = widthOf(line.text) * (em + (line.track ?? 0))
  const left = line.align === 'center' ? line.x - width / 2 : line.align === 'right' ? line.x - width : line.x
  const mine = words.filter(([x0, y0, x1, y1]) => {
    const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2]
    return cx > left - em && cx < left + width + em && cy > line.y && cy < line.y + em
  })
  if (mine.length === 0) return null
  const edge = (index, pick) => pick(...mine.map((box) => box[index]))
  const [x0, x1] = [edge(0, Math.min), edge(2, Math.max)]
  const rounded = (value) => Math.round(value * 1e4) / 1e4
  return [x0 / paper.width, line.y / paper.height, (x1 - x0) / paper.width, em / paper.height].map(rounded)
}
