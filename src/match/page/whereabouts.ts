/** Where in a text without pages a candidate stands: paragraph, cell, heading, the words before it. */
import { innermost } from '../../place.js'
import type { Step } from '../../types.js'
import { homeOf, lineOf, passageOf, rowAt, spanOf, type View } from '../../view.js'
import { maskPersonal } from '../outcome/quote.js'

export interface PlaceContext {
  /** The heading it stands under. */
  readonly heading?: string
  /** What stands right before it. */
  readonly before?: string
}

/** Rows above a candidate that are looked through for its heading. */
const farthest = 400
/** Longer rows are no headings. */
const longestHeading = 40
/** Characters told of what stands before. */
const mostBefore = 20

const numbering =
  /^(?:第[一二三四五六七八九十百0-9]{1,5}[章节条部分编篇]|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|附件[0-9一二三四五六七八九十]{0,2}(?:$|[:：、 ]))/u

/** Where the format tells pages, they are the place. */
const hasPages = ({ page }: View): boolean =>
  page.width !== undefined || innermost(page.place).page !== undefined

/** Counted from 1 on pages whose number is not stored; empty where the format tells a finer place itself. */
export function positionOf(view: View, offset: number): Partial<Step> {
  const { page } = view
  const row = rowAt(view, offset)
  const { at, cell } = lineOf(view, row)
  if (hasPages(view) || at?.cell !== undefined || at?.line !== undefined) return {}
  if (cell) return { table: cell.table + 1, row: cell.row + 1, column: cell.column + 1 }
  if (!isText(view, row) || (page.number ?? 1) > 1) return {}
  let paragraph = 0
  for (let index = 0; index <= row; index += 1)
    if (isText(view, index) && !lineOf(view, index).cell && beginsParagraph(view, index)) paragraph += 1
  return { paragraph }
}

/** Of candidates that are seen; text nobody sees is quoted nowhere. */
export function aroundOf(view: View, offset: number): PlaceContext {
  if (hasPages(view) || !isSeen(view, offset)) return {}
  const row = rowAt(view, offset)
  if (!isText(view, row)) return {}
  const heading = headingAbove(view, row)
  const before = wordsBefore(view, offset, row)
  return { ...(heading && { heading }), ...(before && before !== heading && { before }) }
}

const isText = (view: View, row: number): boolean =>
  /^(?:body|cell|textbox|title)$/.test(lineOf(view, row).part ?? 'body')

const isSeen = (view: View, offset: number): boolean =>
  spanOf(view, homeOf(view, offset))?.sight === 'visible'

function beginsParagraph(view: View, row: number): boolean {
  const { start, end, continues, fragment } = view.rows[row]!
  if (continues || fragment || end === start) return false
  const { paragraph } = lineOf(view, row)
  return row === 0 || paragraph === undefined || paragraph !== lineOf(view, row - 1).paragraph
}

function textOf(view: View, row: number): string {
  const { start, end } = view.rows[row]!
  return end > start && isSeen(view, start) ? view.text.slice(start, end).trim() : ''
}

/** The nearest numbered row or stated title above it. */
function headingAbove(view: View, row: number): string | undefined {
  const [first] = passageOf(view, row)
  for (let above = first - 1; above >= Math.max(0, first - farthest); above -= 1) {
    const line = lineOf(view, above)
    if (line.cell || !isText(view, above)) continue
    const text = textOf(view, above)
    if (text.length > longestHeading || text === '') continue
    if (line.part === 'title' || numbering.test(text)) return maskPersonal(text)
  }
  return undefined
}

/** In its own passage the quote shows them; where it begins one, the end of the text before. */
function wordsBefore(view: View, offset: number, row: number): string | undefined {
  const [first] = passageOf(view, row)
  if (view.text.slice(view.rows[first]!.start, offset).trim() !== '') return undefined
  for (let above = first - 1; above >= Math.max(0, first - 3); above -= 1) {
    const text = isText(view, above) ? textOf(view, above) : ''
    if (text !== '') return maskPersonal(text).slice(-mostBefore)
  }
  return undefined
}
