/** A run of paragraphs in one kind of place: pieces of one look joined, lines told as paragraphs end. */
import type { HiddenBy, Line, Part, Span } from '../../types.js'
import { type LineShape, liesOver, setText } from '../shared/cover/over-line.js'
import { statedLine, statedSpan } from '../shared/stated.js'

export interface RtfTextStyle {
  readonly hiddenBy: HiddenBy | undefined
  /** In the colour of a bar of its own. */
  readonly fitted: boolean
  /** Points. */
  readonly size: number | undefined
  readonly bold: boolean
}
interface Piece extends RtfTextStyle {
  text: string
}

export class Story {
  part: Part
  label: string | undefined
  readonly #tell: (line: Line) => void
  #pieces: Piece[] = []
  #covers: LineShape[] = []
  #table = -1
  #row = 0
  #column = 0
  #inTable = false

  constructor(part: Part, tell: (line: Line) => void) {
    this.part = part
    this.#tell = tell
  }

  add(text: string, look: RtfTextStyle): void {
    const last = this.#pieces.at(-1)
    const alike =
      last &&
      last.hiddenBy === look.hiddenBy &&
      last.fitted === look.fitted &&
      last.size === look.size &&
      last.bold === look.bold
    if (alike) last.text += text
    else this.#pieces.push({ ...look, text })
  }

  /** A text that stands over or beside the line (ruby), told by itself. */
  beside(text: string): void {
    this.#tell(statedLine(text, { part: this.part }))
  }

  /** What automatic numbering sets before the paragraph, unless a copy for old readers stands there already. */
  number(label: string, look: RtfTextStyle): void {
    const said = this.#pieces.map(({ text }) => text).join('')
    if (!said.trimStart().startsWith(label.trim())) this.#pieces.unshift({ ...look, text: label })
  }

  /** A shape lies over the paragraph. */
  cover(drawn: LineShape): void {
    this.#covers.push(drawn)
  }

  /** A paragraph or line ends. `inTable`: more of the same cell follows. */
  end(inTable: boolean): void {
    if (inTable) this.#enterTable()
    else this.#inTable = false
    this.#flush()
  }

  endCell(): void {
    this.#enterTable()
    this.#flush()
    this.#column++
  }

  endRow(): void {
    this.#row++
    this.#column = 0
  }

  #enterTable(): void {
    if (this.#inTable) return
    this.#inTable = true
    this.#table++
    this.#row = 0
    this.#column = 0
  }

  #flush(): void {
    const pieces = this.#covered(this.#pieces)
    this.#pieces = []
    this.#covers = []
    if (!pieces.some(({ text }) => text.trim())) return
    const deleted = pieces.filter(({ hiddenBy }) => hiddenBy === 'deleted-revision')
    const kept = pieces.filter((piece) => !deleted.includes(piece))
    if (kept.some(({ text }) => text.trim())) this.#say(kept, this.part)
    if (deleted.some(({ text }) => text.trim())) this.#say(deleted, 'deleted')
  }

  #covered(pieces: readonly Piece[]): readonly Piece[] {
    const text = setText(pieces.filter(({ hiddenBy }) => !hiddenBy))
    const lies = this.#covers.flatMap((drawn) => liesOver(drawn, text) ?? [])
    if (lies.length === 0) return pieces
    const fitted = lies.some(({ fits }) => fits)
    return pieces.map((piece) => (piece.hiddenBy ? piece : { ...piece, hiddenBy: 'under-shape', fitted }))
  }

  #say(pieces: readonly Piece[], part: Part): void {
    const spans: Span[] = pieces.map(({ text, hiddenBy, fitted, size, bold }) =>
      statedSpan(text, {
        part,
        ...(hiddenBy && { hiddenBy }),
        ...(fitted && { fitted }),
        ...(size !== undefined && { size }),
        ...(bold && { bold }),
      }),
    )
    const cell = { table: this.#table, row: this.#row, column: this.#column }
    this.#tell(
      statedLine(spans, {
        part,
        ...(this.label !== undefined && { label: this.label }),
        ...(this.#inTable && this.part === 'body' && { cell }),
      }),
    )
  }
}
