/** Where the paragraphs of a shape stand: estimated from its box, its type sizes, its anchor and alignment. */
import type { Box } from '../../types.js'
import { child, type XmlNode } from '../shared/xml-tree.js'
import type { Paragraph } from './paragraphs.js'

/** Points of text inset where none is stated (21.1.2.1.1). */
const [insetX, insetY] = [7.2, 3.6]
const leading = 1.2
const emuPerPoint = 12_700

const half = /^[\u0020-\u024f\uff61-\uffdc]/

export function widthOf({ runs }: Paragraph): number {
  let width = 0
  for (const { text, size } of runs) for (const letter of text) width += half.test(letter) ? size / 2 : size
  return width
}

/** One box per paragraph, inside `box` unless the text is larger. `anchor`: `t`, `ctr`, `b`. */
export function boxesOf(
  paragraphs: readonly Paragraph[],
  box: Box,
  properties: XmlNode | null,
  anchor: string,
): Box[] {
  const inset = (name: string, usual: number) => {
    const stated = properties?.attributes[name]
    return stated === undefined ? usual : Number(stated) / emuPerPoint || 0
  }
  const [left, right] = [inset('lIns', insetX), inset('rIns', insetX)]
  const [top, bottom] = [inset('tIns', insetY), inset('bIns', insetY)]
  const room = Math.max(1, box[2] - left - right)
  const wraps = properties?.attributes['wrap'] !== 'none'
  const heights = paragraphs.map((paragraph) => {
    const size = paragraph.runs.reduce((most, run) => Math.max(most, run.size), 1)
    const rows = wraps ? Math.max(1, Math.ceil(widthOf(paragraph) / room - 0.05)) : 1
    return rows * size * leading
  })
  const total = heights.reduce((sum, height) => sum + height, 0)
  const space = box[3] - top - bottom - total
  let y = box[1] + top + (anchor === 'ctr' ? space / 2 : anchor === 'b' ? space : 0)
  return paragraphs.map((paragraph, index) => {
    const width = wraps ? Math.min(room, widthOf(paragraph)) : widthOf(paragraph)
    const spare = room - width
    const shift = paragraph.align === 'ctr' ? spare / 2 : paragraph.align === 'r' ? spare : 0
    const its: Box = [box[0] + left + shift, y, width, heights[index]!]
    y += heights[index]!
    return its
  })
}

export function anchorOf(body: XmlNode | null, models: readonly (XmlNode | null)[]): string {
  for (const one of [body, ...models]) {
    const stated = child(one, 'a:bodyPr')?.attributes['anchor']
    if (stated) return stated
  }
  return 't'
}
