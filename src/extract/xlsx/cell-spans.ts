/** What one cell shows, run by run, and why it might not be seen. */
import type { HiddenBy, Span } from '../../types.js'
import { isBlack } from '../shared/cover/bar.js'
import { plainNumber, shownNumber, shownText } from '../shared/sheet/number-format.js'
import { statedSpan } from '../shared/stated.js'
import { seenIn } from '../shared/font/symbols.js'
import { cannotBeTold, TINY } from '../shared/cover/faint.js'
import type { XlsxColour } from './colours.js'
import { type RichString, unescaped } from './strings.js'
import type { XlsxCellFormat } from './styles.js'

export interface Book {
  readonly strings: readonly RichString[]
  /** Marks the strings some cell shows. */
  readonly used: Uint8Array
  readonly formats: readonly XlsxCellFormat[]
  readonly dates1904: boolean
  /** Number formats of the differential formats that have one, by their number. */
  readonly conditional: ReadonlyMap<number, string>
}

/** As stored; row and column 0-based. */
export interface Cell {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly format: XlsxCellFormat
  value: string
  formula: string
  inline: RichString | null
}

/** What lies around a cell. */
interface Around {
  /** Why its row, column or sheet is not shown, or what lies over it. */
  readonly hiddenBy: HiddenBy | undefined
  /** Hidden by something of about its own size. */
  readonly fitted?: boolean
  /** A table style may paint its ground in any colour. */
  readonly painted: boolean
}

export function spansOf(cell: Cell, book: Book, around: Around): Span[] {
  const { size, bold, ground, colour } = cell.format
  const { rich, raw, text } = saidIn(cell, book)
  const look = { ...(size !== undefined && { size }), ...(bold && { bold }) }
  if (text === '' && raw !== '')
    return [statedSpan(raw, { ...look, hiddenBy: around.hiddenBy ?? 'invisible-mode' })]
  const span = (said: string, ink: XlsxColour) => {
    const alike = cannotBeTold(ink, ground) && !around.painted
    const isTiny = size !== undefined && size < TINY
    const hiddenBy = around.hiddenBy ?? (isTiny ? 'tiny' : alike ? 'same-colour' : undefined)
    const fitted = hiddenBy === 'same-colour' ? isBlack(ground) : hiddenBy === 'under-shape' && around.fitted
    return statedSpan(said, { ...look, ...(hiddenBy && { hiddenBy }), ...(fitted && { fitted }) })
  }
  if (rich?.runs && text === rich.text) return rich.runs.map((run) => span(run.text, run.colour ?? colour))
  return [span(text, colour)]
}

/** `raw` as stored, `text` as the number format shows it. */
export function saidIn(
  cell: Cell,
  book: Book,
): { rich: RichString | null | undefined; raw: string; text: string } {
  const { font, format } = cell.format
  const index = cell.type === 's' && cell.value !== '' ? Number(cell.value) : -1
  const rich = cell.type === 's' ? book.strings[index] : cell.inline
  if (index >= 0) book.used[index] = 1
  const raw = seenIn(font, rich?.text ?? plainValue(cell))
  const text = isNumber(cell)
    ? shownNumber(Number(cell.value), format, book.dates1904)
    : shownText(raw, format)
  return { rich, raw, text }
}

export const isNumber = ({ type, value }: Cell) =>
  type === 'n' && value !== '' && Number.isFinite(Number(value))

function plainValue(cell: Cell): string {
  if (cell.type === 'b') return cell.value === '1' ? 'TRUE' : 'FALSE'
  return isNumber(cell) ? plainNumber(Number(cell.value)) : unescaped(cell.value)
}
