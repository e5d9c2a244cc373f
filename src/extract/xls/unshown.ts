/** Rows and columns of a sheet that are not shown. */
import type { HiddenBy } from '../../types.js'
import type { Bytes } from '../shared/bytes.js'
import { Biff } from './record-types.js'

/** In 256ths of a character: narrower than this a column shows nothing. */
const LEAST_WIDTH = 128

/** Feeds on the records of rows and columns, which stand before those of their cells. */
export class Unshown {
  readonly #columns: { readonly from: number; readonly to: number; readonly why: HiddenBy }[] = []
  readonly #rows = new Map<number, HiddenBy>()
  readonly #shownRows = new Set<number>()
  /** Rows that say nothing of themselves are hidden. */
  #rowsHidden = false

  /** False when the record is none of these. */
  take(type: number, data: Bytes): boolean {
    if (type === Biff.Row) this.#row(data.uint16(0), data.uint16(12))
    else if (type === Biff.DefaultRowHeight) this.#rowsHidden = (data.uint16(0) & 2) !== 0
    else if (type === Biff.ColInfo) this.#column(data)
    else return false
    return true
  }

  /** Row and column 0-based. */
  why(row: number, column: number): HiddenBy | undefined {
    const byRow = this.#rows.get(row)
    if (byRow) return byRow
    if (this.#rowsHidden && !this.#shownRows.has(row)) return 'hidden-attribute'
    return this.#columns.find(({ from, to }) => column >= from && column <= to)?.why
  }

  /** Row (2.4.221): outline level in bits 0 to 2, fDyZero in bit 5. */
  #row(row: number, bits: number): void {
    if (bits & 0x20) this.#rows.set(row, foldedOr(bits & 7))
    else this.#shownRows.add(row)
  }

  /** ColInfo (2.4.53): fHidden in bit 0, outline level in bits 8 to 10. */
  #column(data: Bytes): void {
    const bits = data.uint16(8)
    if (!(bits & 1) && data.uint16(4) >= LEAST_WIDTH) return
    this.#columns.push({ from: data.uint16(0), to: data.uint16(2), why: foldedOr((bits >> 8) & 7) })
  }
}

/** Rows and columns of an outline fold away as it is used. */
const foldedOr = (outlineLevel: number): HiddenBy => (outlineLevel > 0 ? 'collapsed' : 'hidden-attribute')
