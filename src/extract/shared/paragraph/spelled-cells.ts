/** Words spelled out over table cells, one character each: read along the row or down the column as well as cell by cell. */
import type { Line, Span } from '../../../types.js'

/** A character, or a number of at most two figures, as when writing downwards. */
const single = /^(?:[^\s\w]|[A-Z]|[0-9０-９]{1,2})$/u
/** Fewer cells than this spell nothing. */
const LEAST_CELLS = 3
/** Tables wider or longer than this are data. */
const MOST_CELLS = 64

interface Cell {
  readonly row: number
  readonly column: number
  readonly lines: Line[]
}

/** The lines, and behind each table what its rows and columns of single characters spell, as lines of their own. */
export function withSpelled(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ cell }) => cell)) return lines
  const all: Line[] = []
  let cells = new Map<string, Cell>()
  let table: number | undefined
  const settle = () => {
    all.push(...spelledIn([...cells.values()]))
    cells = new Map()
  }
  for (const line of lines) {
    if (line.cell?.table !== table) settle()
    table = line.cell?.table
    all.push(line)
    if (!line.cell || line.part === 'deleted') continue
    const { row, column } = line.cell
    const known = cells.get(`${row}/${column}`)
    if (known) known.lines.push(line)
    else cells.set(`${row}/${column}`, { row, column, lines: [line] })
  }
  settle()
  return all
}

function spelledIn(cells: readonly Cell[]): Line[] {
  return [...runsAlong(cells, 'row', 'column'), ...runsAlong(cells, 'column', 'row')].map(joined)
}

/** Neighbours of one character each; empty cells between them divide nothing. */
function* runsAlong(
  cells: readonly Cell[],
  same: 'row' | 'column',
  along: 'row' | 'column',
): Generator<Cell[]> {
  const bands = new Map<number, Cell[]>()
  for (const cell of cells) {
    const band = bands.get(cell[same])
    if (band) band.push(cell)
    else bands.set(cell[same], [cell])
  }
  for (const band of bands.values()) {
    let run: Cell[] = []
    for (const cell of band.toSorted((one, other) => one[along] - other[along])) {
      if (isSingle(cell)) run.push(cell)
      else {
        if (isSpelling(run)) yield run
        run = []
      }
    }
    if (isSpelling(run)) yield run
  }
}

/** At least two letters among them: rows of figures, ticks and dashes spell nothing. */
function isSpelling(run: readonly Cell[]): boolean {
  if (run.length < LEAST_CELLS || run.length > MOST_CELLS) return false
  return run.filter((cell) => /\p{L}/u.test(textOf(cell))).length >= 2
}

function isSingle(cell: Cell): boolean {
  return cell.lines.length === 1 && single.test(textOf(cell))
}

function textOf({ lines }: Cell): string {
  let text = ''
  for (const { spans } of lines) for (const span of spans) if (text.length < 16) text += span.text
  return text.trim()
}

function joined(run: readonly Cell[]): Line {
  const [first] = run[0]!.lines
  const spans: Span[] = run.flatMap((cell) =>
    cell.lines.flatMap((line) => line.spans.map((span) => ({ ...span, text: span.text.trim() }))),
  )
  const { part, at } = first!
  return { spans: spans.filter(({ text }) => text), ...(part && { part }), ...(at && { at }) }
}
