/** The cells of one worksheet, in batches, as lines with what they show and why it might not be seen (18.3.1). */
import type { HiddenBy, Line, Span } from '../../types.js'
import { statedLine, statedSpan } from '../shared/stated.js'
import { seenIn } from '../shared/symbols.js'
import type { XmlElement, XmlSink } from '../shared/xml.js'
import { hasHan } from '../shared/xml-text.js'
import { cannotBeTold, type Colour } from './colours.js'
import { plainNumber, shownNumber, shownText } from '../shared/number-format.js'
import { isBlack } from '../shared/bar.js'
import { cellName, parseCell } from '../shared/cell-name.js'
import { type RichText, richSink, unescaped } from './strings.js'
import { type CellFormat, plainFormat } from './styles.js'
import { quotedIn, type Sheet } from './workbook.js'

/** Rows and columns of a range, 0-based, both ends included. */
export interface Range {
  readonly rows: readonly [from: number, to: number]
  readonly columns: readonly [from: number, to: number]
}
export interface Book {
  readonly strings: readonly RichText[]
  /** Marks the strings some cell shows. */
  readonly used: Uint8Array
  readonly formats: readonly CellFormat[]
  readonly dates1904: boolean
}

interface Cell {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly format: CellFormat
  value: string
  formula: string
  inline: RichText | null
}

/** Rows lower and columns narrower than this (points, characters) show nothing. */
const leastSize = 0.5

/** Feeds on `sheetData` and the column settings before it; `tell` gets the lines of each cell that has text. */
export class CellReader implements XmlSink {
  readonly #book: Book
  readonly #sheet: Sheet
  readonly #tell: (lines: readonly Line[]) => void
  /** Ranges whose ground a table style paints. */
  readonly #tables: readonly Range[]
  readonly #columns: { from: number; to: number; why: HiddenBy }[] = []
  #rowsHidden = false
  #rowHidden: HiddenBy | undefined
  #row = -1
  #column = -1
  #cell: Cell | null = null
  #into: 'value' | 'formula' | null = null
  readonly #inline = richSink((text) => {
    if (this.#cell) this.#cell.inline = text
  }, 'is')

  constructor(book: Book, sheet: Sheet, tables: readonly Range[], tell: (lines: readonly Line[]) => void) {
    this.#tables = tables
    this.#book = book
    this.#sheet = sheet
    this.#tell = tell
  }

  open(element: XmlElement): void {
    const { local } = element
    if (local === 'c') this.#startCell(element)
    else if (local === 'row') this.#startRow(element)
    else if (this.#cell) {
      if (local === 'v') this.#into = 'value'
      else if (local === 'f') this.#into = 'formula'
      else this.#inline.open(element)
    } else if (local === 'col' && isConcealed(element, 'width'))
      this.#columns.push({
        from: Number(element.attribute('min')) - 1,
        to: Number(element.attribute('max')) - 1,
        why: whyConcealed(element),
      })
    else if (local === 'sheetFormatPr') this.#rowsHidden = isOn(element.attribute('zeroHeight'))
  }

  text(text: string): void {
    if (!this.#cell) return
    if (this.#into) this.#cell[this.#into] += text
    else this.#inline.text(text)
  }

  close(name: string): void {
    if (!this.#cell) return
    if (/(^|:)[vf]$/.test(name)) this.#into = null
    else if (/(^|:)c$/.test(name)) {
      this.#tell(this.#linesOf(this.#cell))
      this.#cell = null
    } else this.#inline.close(name)
  }

  #startRow(element: XmlElement): void {
    const stated = Number(element.attribute('r') ?? NaN)
    this.#row = Number.isInteger(stated) && stated > 0 ? stated - 1 : this.#row + 1
    this.#column = -1
    const hidden = element.attribute('hidden')
    const unstated = this.#rowsHidden && hidden === undefined && element.attribute('ht') === undefined
    this.#rowHidden = unstated || isConcealed(element, 'ht') ? whyConcealed(element) : undefined
  }

  #startCell(element: XmlElement): void {
    const stated = parseCell(element.attribute('r'))
    const row = stated?.row ?? Math.max(0, this.#row)
    this.#column = stated?.column ?? this.#column + 1
    const format = this.#book.formats[Number(element.attribute('s') ?? 0)] ?? plainFormat
    const type = element.attribute('t') ?? 'n'
    this.#cell = { row, column: this.#column, type, format, value: '', formula: '', inline: null }
    this.#into = null
  }

  #linesOf(cell: Cell): Line[] {
    const at = { sheet: this.#sheet.name, cell: cellName(cell.row, cell.column) }
    const how = { at, cell: { table: 0, row: cell.row, column: cell.column } }
    const spans = this.#spansOf(cell)
    const lines = spans.some(({ text }) => text.trim()) ? [statedLine(spans, how)] : []
    const shown = spans.map(({ text }) => text).join('')
    for (const text of cell.formula === '' ? [] : quotedIn(cell.formula)) {
      if (!hasHan(text) || shown.includes(text)) continue
      lines.push(statedLine(text, { part: 'code', label: 'formula', at, hiddenBy: 'markup' }))
    }
    return lines
  }

  #spansOf(cell: Cell): Span[] {
    const { format } = cell
    const index = cell.type === 's' && cell.value !== '' ? Number(cell.value) : -1
    const rich = cell.type === 's' ? this.#book.strings[index] : cell.inline
    if (index >= 0) this.#book.used[index] = 1
    const raw = seenIn(format.font, rich?.text ?? plainValue(cell))
    const text = isNumber(cell)
      ? shownNumber(Number(cell.value), format.format, this.#book.dates1904)
      : shownText(raw, format.format)
    const look = {
      ...(format.size !== undefined && { size: format.size }),
      ...(format.bold && { bold: true }),
    }
    if (text === '' && raw !== '')
      return [statedSpan(raw, { ...look, hiddenBy: this.#around(cell) ?? 'invisible-mode' })]
    const span = (said: string, colour: Colour) => {
      const alike = cannotBeTold(colour, format.ground) && !this.#isStyled(cell)
      const hiddenBy = this.#around(cell) ?? (alike ? 'same-colour' : undefined)
      const fitted = hiddenBy === 'same-colour' && isBlack(format.ground)
      return statedSpan(said, { ...look, ...(hiddenBy && { hiddenBy }), ...(fitted && { fitted }) })
    }
    if (rich?.runs && text === rich.text)
      return rich.runs.map((run) => span(run.text, run.colour ?? format.colour))
    return [span(text, format.colour)]
  }

  #isStyled({ row, column, format }: Cell): boolean {
    if (format.ground !== plainFormat.ground) return false
    return this.#tables.some(
      ({ rows, columns }) => row >= rows[0] && row <= rows[1] && column >= columns[0] && column <= columns[1],
    )
  }

  #around({ column }: Cell): HiddenBy | undefined {
    if (this.#sheet.hiddenBy) return this.#sheet.hiddenBy
    return this.#rowHidden ?? this.#columns.find(({ from, to }) => column >= from && column <= to)?.why
  }
}

const isOn = (value: string | undefined) => value === '1' || value === 'true'

function isConcealed(element: XmlElement, size: 'ht' | 'width'): boolean {
  const stated = element.attribute(size)
  return isOn(element.attribute('hidden')) || (stated !== undefined && Number(stated) < leastSize)
}

/** Rows and columns of an outline fold away as it is used. */
const whyConcealed = (element: XmlElement): HiddenBy =>
  Number(element.attribute('outlineLevel') ?? 0) > 0 ? 'collapsed' : 'hidden-attribute'

const isNumber = ({ type, value }: Cell) => type === 'n' && value !== '' && Number.isFinite(Number(value))

function plainValue(cell: Cell): string {
  if (cell.type === 'b') return cell.value === '1' ? 'TRUE' : 'FALSE'
  return isNumber(cell) ? plainNumber(Number(cell.value)) : unescaped(cell.value)
}
