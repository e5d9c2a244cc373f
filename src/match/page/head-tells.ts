/** Tells in the head of an official page that something was taken out of it (GB/T 9704-2012, 7.2). */
import { lineOf, passageOf, rowAt } from '../../view.js'
import { frameOf, type HeadRow, headRows, mostRows } from './head-rows.js'
import { typedHeadRows } from './head-rows-typed.js'
import { type MatchContext, remember } from '../matcher.js'

export type HeadTell =
  | 'copy-number-alone'
  | 'urgency-out-of-line'
  | 'empty-level-line'
  | 'term-alone'
  | 'head-cropped'
  | 'number-missing'

/** Where a tell was seen, in offsets of `View.text`. */
export interface FoundHeadTell {
  readonly tell: HeadTell
  readonly start: number
  readonly end: number
}

/** Words of the head, as they stand in the rules. */
export interface HeadWords {
  readonly organ: RegExp
  readonly number: RegExp
  readonly copyNumber: RegExp
  readonly urgency: RegExp
  readonly term: RegExp
  readonly level: RegExp
  readonly telegram: RegExp
  readonly telegramField: RegExp
}

/** The standard puts the organ's name at 72 mm, that of 1999 at 62 mm; under 60 mm the page is cropped. Boxes of OCR reach
 * 3 mm above large type.
 */
const highestName = 57
/** On a sheet that nobody cut: far above the type area, which begins at 37 mm. */
const topmostName = 25
/** Less high than this a page of 297 mm was cut; wider than this it is a photograph that shows the table too. */
const [wholeSheet, photograph] = [278, 222]
/** Drawn pages less high than this are of no paper there is: Letter, the lowest, has 272 mm at the width of A4. */
const lowestPaper = 266
/** Where the first line of the type area ends, and the upper edge of the organ's name on a page kept to the standard. */
const [firstLineEnds, standardName] = [47, [66, 92]] as const
/** Lines are 10.2 mm apart: with one left empty, middles are 20 mm apart. */
const emptyLine = [16, 36] as const
/** Flush left to this much. */
const outOfLine = 12
const leftHalf = 95
const fewestFields = 2

/** All tells of the page; none on later pages and where nothing is laid out as an official document. */
export function headTells(context: MatchContext, words: HeadWords): readonly FoundHeadTell[] {
  const { page } = context.view
  if ((page.number ?? 1) !== 1 || !isHeaded(context, words)) return []
  if (!frameOf(context)) {
    const typed = remember(context, 'typed head rows', () => typedHeadRows(context.view))
    return redHeadTells(context, typed, words)
  }
  const rows = remember(context, 'head rows', () => headRows(context))
  return [...redHeadTells(context, rows, words), ...telegramTells(rows, words)]
}

/** Words first: measuring rows costs more than reading them, and most pages have no official head. */
function isHeaded({ view }: MatchContext, { organ, telegram }: HeadWords): boolean {
  return view.rows.slice(0, mostRows).some(({ start, end }) => {
    const text = view.text.slice(start, end).trim()
    return organ.test(text) || telegram.test(text)
  })
}

const middle = ({ mm }: HeadRow) => mm[1] + mm[3] / 2
const told = (tell: HeadTell, { start, end }: HeadRow): FoundHeadTell => ({ tell, start, end })

/** The organ's name with 文件 and, below it, a document number: nothing else looks like that. */
function redHeadTells(context: MatchContext, rows: readonly HeadRow[], words: HeadWords): FoundHeadTell[] {
  const name = rows.find(({ text }) => words.organ.test(text))
  if (!name || !rows.some((row) => middle(row) > middle(name) && words.number.test(row.text))) return []
  const above = rows.filter((row) => middle(row) < name.mm[1] && row.mm[0] < leftHalf)
  const copyNumber = above.find(({ text }) => words.copyNumber.test(text))
  const urgency = above.find(({ text }) => words.urgency.test(text))
  const term = above.find(({ text }) => words.term.test(text))
  const level = rows.find((row) => row !== term && words.level.test(row.text))
  const found: FoundHeadTell[] = []
  if (copyNumber && !level) found.push(told('copy-number-alone', copyNumber))
  const isAlone = !above.some((row) => row !== copyNumber && urgency && middle(row) < middle(urgency) - 3)
  const isMeasured = copyNumber !== undefined || frameOf(context) !== null
  if (urgency && !level && isAlone && isMeasured && isOutOfLine(urgency, copyNumber, name))
    found.push(told('urgency-out-of-line', urgency))
  if (urgency && copyNumber && isEmptyBetween(copyNumber, urgency, above))
    found.push(told('empty-level-line', urgency))
  if (term && !level) found.push(told('term-alone', term))
  if (isCropped(context, name)) found.push(told('head-cropped', name))
  return found
}

/** Alone it stands on the first line of the type area, below others flush left with them. */
function isOutOfLine(urgency: HeadRow, copyNumber: HeadRow | undefined, name: HeadRow): boolean {
  if (copyNumber) return Math.abs(urgency.mm[0] - copyNumber.mm[0]) > outOfLine
  const isStandard = name.mm[1] > standardName[0] && name.mm[1] < standardName[1]
  return isStandard && middle(urgency) > firstLineEnds
}

function isEmptyBetween(upper: HeadRow, lower: HeadRow, above: readonly HeadRow[]): boolean {
  const apart = middle(lower) - middle(upper)
  const between = above.some((row) => middle(row) > middle(upper) + 3 && middle(row) < middle(lower) - 3)
  return apart > emptyLine[0] && apart < emptyLine[1] && !between
}

/** A whole sheet may be laid out as its maker likes; a picture of one seldom begins with its name, a drawn page may. */
function isCropped(context: MatchContext, name: HeadRow): boolean {
  const { view } = context
  const frame = frameOf(context)
  if (!frame) return false
  const [first] = passageOf(view, rowAt(view, name.start))
  const isPicture = lineOf(view, first).spans[0]?.channel === 'ocr'
  const [width, height] = [name.perUnit * frame[2], name.perUnit * frame[3]]
  const isCut = height < (isPicture ? wholeSheet : lowestPaper) && width < photograph
  return name.mm[1] < (isCut ? highestName : isPicture ? topmostName : 0)
}

function telegramTells(rows: readonly HeadRow[], words: HeadWords): FoundHeadTell[] {
  const head = rows.find(({ text }) => words.telegram.test(text))
  const fields = new Set(rows.flatMap(({ text }) => text.match(words.telegramField) ?? []))
  if (!head || fields.size < fewestFields) return []
  return rows.some(({ text }) => words.number.test(text)) ? [] : [told('number-missing', head)]
}
