/** The cells of one worksheet, in batches, as lines with what they show and why it might not be seen (18.3.1). */
import type { HiddenBy, Line } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import type { XmlElement, XmlSink } from '../shared/xml.js'
import { hasHan } from '../shared/xml/text.js'
import { cellName, parseCell } from '../shared/sheet/cell-name.js'
import { shownNumber } from '../shared/sheet/number-format.js'
import { type Book, type Cell, isNumber, spansOf } from './cell-spans.js'
import { TINY } from '../shared/cover/faint.js'
import { computed, joinsText } from './computed.js'
import type { ConditionalFormat } from './conditional.js'
import type { CellCover } from './covers.js'
import { richSink } from './strings.js'
import { plainFormat } from './styles.js'
import { quotedIn, type XlsxSheet } from './workbook.js'

/** Rows and columns of a range, 0-based, both ends included. */
export interface CellRange {
  readonly rows: readonly [from: number, to: number]
  readonly columns: readonly [from: number, to: number]
}
/** What lies under and over the cells of a sheet. */
interface Laid {
  /** Ranges whose ground a table style paints. */
  readonly tables: readonly CellRange[]
  readonly covers: readonly CellCover[]
  readonly conditional: readonly ConditionalFormat[]
}

const isWithin = ({ row, column }: Cell, { rows, columns }: CellRange): boolean =>
  row >= rows[0] && row <= rows[1] && column >= columns[0] && column <= columns[1]

/** Rows lower (points) and columns narrower (characters) than this show nothing. */
const leastSize = { ht: TINY, width: 0.5 } as const

/** Feeds on `sheetData` and the column settings before it; `tell` gets the lines of each cell that has text. */
export class XlsxCellReader implements XmlSink {
  readonly #book: Book
  readonly #sheet: XlsxSheet
  readonly #tell: (lines: readonly Line[]) => void
  readonly #laid: Laid
  readonly #hear: ((cell: Cell) => void) | undefined
  /** Formulas that put words together and whose value nobody stored, to be computed once all cells are known. */
  readonly uncomputed: Cell[] = []
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

  /** `hear` is told of each cell as it is stored. */
  constructor(
    book: Book,
    sheet: XlsxSheet,
    laid: Laid,
    tell: (lines: readonly Line[]) => void,
    hear?: (cell: Cell) => void,
  ) {
    this.#laid = laid
    this.#hear = hear
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
      this.#hear?.(this.#cell)
      this.#tell(this.linesOf(this.#cell))
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

  /** What the cell says, and the words in its formula. */
  linesOf(cell: Cell): Line[] {
    if (isUnvalued(cell)) this.#compute(cell)
    const at = { sheet: this.#sheet.name, cell: cellName(cell.row, cell.column) }
    const how = { at, cell: { table: 0, row: cell.row, column: cell.column } }
    const cover = this.#laid.covers.filter((range) => isWithin(cell, range))
    const around = { hiddenBy: this.#around(cell), painted: this.#isStyled(cell) }
    const fits = cover.some((one) => one.fits)
    const covered = cover.length > 0 && { hiddenBy: around.hiddenBy ?? 'under-shape', fitted: fits }
    const spans = spansOf(cell, this.#book, { ...around, ...covered })
    const lines = spans.some(({ text }) => text.trim()) ? [statedLine(spans, how)] : []
    for (const text of this.#underConditions(cell)) lines.push(statedLine(text, how))
    const shown = spans.map(({ text }) => text).join('')
    for (const text of cell.formula === '' ? [] : quotedIn(cell.formula)) {
      if (!hasHan(text) || shown.includes(text)) continue
      lines.push(statedLine(text, { part: 'code', label: 'formula', at, hiddenBy: 'markup' }))
    }
    return lines
  }

  #compute(cell: Cell): void {
    const value = computed(cell.formula, () => null)
    if (value !== null) cell.value = value
    else if (joinsText(cell.formula) && this.uncomputed.length < MOST_UNCOMPUTED) this.uncomputed.push(cell)
  }

  /** What formats that apply under a condition make of a number; what is not sure to apply may. */
  #underConditions(cell: Cell): string[] {
    if (this.#laid.conditional.length === 0 || !isNumber(cell)) return []
    const value = Number(cell.value)
    return this.#laid.conditional
      .filter(({ ranges, mayApply }) => ranges.some((range) => isWithin(cell, range)) && mayApply(value))
      .map(({ format }) => shownNumber(value, format, this.#book.dates1904))
  }

  #isStyled(cell: Cell): boolean {
    if (cell.format.ground !== plainFormat.ground) return false
    return this.#laid.tables.some((range) => isWithin(cell, range))
  }

  #around({ column }: Cell): HiddenBy | undefined {
    if (this.#sheet.hiddenBy) return this.#sheet.hiddenBy
    return this.#rowHidden ?? this.#columns.find(({ from, to }) => column >= from && column <= to)?.why
  }
}

/** A formula of a program that computes nothing. */
const isUnvalued = ({ formula, value, inline }: Cell) => formula !== '' && value === '' && inline === null

const MOST_UNCOMPUTED = 10_000

const isOn = (value: string | undefined) => value === '1' || value === 'true'

function isConcealed(element: XmlElement, size: 'ht' | 'width'): boolean {
  const stated = element.attribute(size)
  return isOn(element.attribute('hidden')) || (stated !== undefined && Number(stated) < leastSize[size])
}

/** Rows and columns of an outline fold away as it is used. */
const whyConcealed = (element: XmlElement): HiddenBy =>
  Number(element.attribute('outlineLevel') ?? 0) > 0 ? 'collapsed' : 'hidden-attribute'
