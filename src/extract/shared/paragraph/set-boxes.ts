/** Where the paragraphs of a shape stand, by estimate: from its box, the sizes of its type, its anchor and alignment. In points. */
import type { Box } from '../../../types.js'

export interface SetParagraph {
  /** In one row. */
  readonly width: number
  readonly size: number
  /** `ctr` and `r` move a row; anything else leaves it at the left. */
  readonly align: string
}
export interface TypesettingArea {
  readonly insets: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  readonly wraps: boolean
  /** `t`, `ctr`, `b`. */
  readonly anchor: string
}

const leading = 1.2
const half = /^[\u0020-\u024f\uff61-\uffdc]/

export function widthOfText(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += half.test(letter) ? size / 2 : size
  return width
}

/** One box per paragraph, inside `box` unless the text is larger. */
export function setBoxes(paragraphs: readonly SetParagraph[], box: Box, setting: TypesettingArea): Box[] {
  const { insets, wraps, anchor } = setting
  const room = Math.max(1, box[2] - insets.left - insets.right)
  const heights = paragraphs.map(({ width, size }) => {
    // However narrow the shape, a row holds one character.
    const rows = wraps ? Math.max(1, Math.ceil(width / Math.max(room, size) - 0.05)) : 1
    return rows * size * leading
  })
  const total = heights.reduce((sum, height) => sum + height, 0)
  const space = box[3] - insets.top - insets.bottom - total
  let y = box[1] + insets.top + (anchor === 'ctr' ? space / 2 : anchor === 'b' ? space : 0)
  return paragraphs.map((paragraph, index) => {
    const width = wraps ? Math.min(room, paragraph.width) : paragraph.width
    const spare = room - width
    const shift = paragraph.align === 'ctr' ? spare / 2 : paragraph.align === 'r' ? spare : 0
    const its: Box = [box[0] + insets.left + shift, y, width, heights[index]!]
    y += heights[index]!
    return its
  })
}
