/** Row and column of each table cell, spans counted. */
import type { Line } from '../../../types.js'
import { attribute, type HtmlElement } from './tree.js'

const MOST_SPAN = 1_000

export class TableCells {
  readonly #table: number
  #row = -1
  #column = 0
  /** Columns still taken by cells of rows above, with how many rows they go on. */
  #taken = new Map<number, number>()

  constructor(table: number) {
    this.#table = table
  }

  startRow(): void {
    this.#row++
    this.#column = 0
    if (this.#row > 0) for (const [column, rows] of this.#taken) this.#taken.set(column, rows - 1)
  }

  startCell(cell: HtmlElement): NonNullable<Line['cell']> {
    if (this.#row < 0) this.startRow()
    while ((this.#taken.get(this.#column) ?? 0) > 0) this.#column++
    const [across, down] = ['colspan', 'rowspan'].map((name) => spanOf(attribute(cell, name)))
    const column = this.#column
    for (let step = 0; step < across!; step++) this.#taken.set(column + step, down!)
    this.#column += across!
    return { table: this.#table, row: this.#row, column }
  }
}

function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10)
  return Number.isNaN(span) ? 1 : Math.min(MOST_SPAN, Math.max(1, span))
}
