/** Keeps count of rows and columns in (nested) tables, repeated ones included, and of what is collapsed. */
import type { HiddenBy } from '../../types.js'
import type { XmlElement } from '../shared/xml.js'

interface Open {
  /** Counted through the part. */
  readonly number: number
  row: number
  column: number
  columns: number
  rowHidden: HiddenBy | undefined
  readonly hidden: { readonly from: number; readonly to: number; readonly why: HiddenBy }[]
  nextRow: number
}

export class SheetCounter {
  readonly #open: Open[] = []
  #count = 0

  open(): void {
    this.#open.push({
      number: this.#count++,
      row: -1,
      column: -1,
      columns: 0,
      rowHidden: undefined,
      hidden: [],
      nextRow: 0,
    })
  }

  close(): void {
    this.#open.pop()
  }

  /** `parent`: name of the element around; `concealed`: its style leaves it no size. */
  column(element: XmlElement, parent: string, concealed = false): void {
    const table = this.#open.at(-1)
    if (!table) return
    const count = repeated(element, 'table:number-columns-repeated')
    const why = whyHidden(element, parent, concealed)
    if (why) table.hidden.push({ from: table.columns, to: table.columns + count - 1, why })
    table.columns += count
  }

  row(element: XmlElement, parent: string, concealed = false): void {
    const table = this.#open.at(-1)
    if (!table) return
    table.row = table.nextRow
    table.nextRow += repeated(element, 'table:number-rows-repeated')
    table.column = -1
    table.rowHidden = whyHidden(element, parent, concealed)
  }

  cell(element: XmlElement): { table: number; row: number; column: number; hiddenBy?: HiddenBy } {
    const table = this.#open.at(-1)
    if (!table) return { table: 0, row: 0, column: 0 }
    const column = table.column + 1
    table.column += repeated(element, 'table:number-columns-repeated')
    const hiddenBy =
      table.rowHidden ?? table.hidden.find(({ from, to }) => column >= from && column <= to)?.why
    return {
      table: table.number,
      row: Math.max(0, table.row),
      column,
      ...(hiddenBy && { hiddenBy }),
    }
  }
}

function repeated(element: XmlElement, name: string): number {
  const count = Number(element.attribute(name) ?? 1)
  return Number.isInteger(count) && count > 0 && count < 2 ** 24 ? count : 1
}

/** Filtered rows are hidden too; groups of an outline fold away as it is used. */
function whyHidden(element: XmlElement, parent: string, concealed: boolean): HiddenBy | undefined {
  if (!concealed && !/^(collapse|filter)$/.test(element.attribute('table:visibility') ?? '')) return undefined
  return /^table:table-(row|column)-group$/.test(parent) ? 'collapsed' : 'hidden-attribute'
}

/** `B3` for row 2, column 1. */
export function cellReference(row: number, column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row + 1}`
}
