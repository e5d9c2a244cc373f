/** One paragraph while it is read: pieces of text with their look, and the lines they make. */
import type { Box, HiddenBy, Line, Part, Span } from '../../types.js'
import { type LineShape, liesOver, setText } from '../shared/cover/over-line.js'
import { seenIn } from '../shared/font/symbols.js'
import { statedLine, statedSpan } from '../shared/stated.js'
import type { OdfContext } from './block.js'
import { isBarred, unseenBy } from './look.js'
import type { OdfStyles } from './styles.js'

interface Piece {
  text: string
  readonly size: number | undefined
  readonly bold: boolean
  readonly hiddenBy: HiddenBy | undefined
  readonly fitted: boolean
}

const white = 'ffffff'

export class OdfParagraph {
  readonly setting: OdfContext
  readonly #styles: OdfStyles
  readonly #looks: { readonly family: string; readonly name: string | undefined }[]
  readonly #rows: Piece[][] = [[]]
  /** A field hides the paragraph it stands in. */
  concealed = false
  /** Ruby: the letters above its line. */
  above = ''
  /** Empty shapes drawn over its text. */
  readonly covers: LineShape[] = []

  constructor(setting: OdfContext, styles: OdfStyles, style: string | undefined) {
    this.setting = setting
    this.#styles = styles
    const { cellStyle } = setting
    this.#looks = [
      ...(cellStyle ? [{ family: 'table-cell', name: cellStyle }] : []),
      { family: 'paragraph', name: style },
    ]
  }

  enter(style: string | undefined): void {
    this.#looks.push({ family: 'text', name: style })
  }

  leave(): void {
    if (this.#looks.at(-1)?.family === 'text') this.#looks.pop()
  }

  /** `hiddenBy`: for text that is hidden by itself, whatever is around. */
  add(said: string, hiddenBy?: HiddenBy): void {
    const named = this.#looks.filter(({ family, name }) => family !== 'text' || name !== undefined)
    const look = Object.assign({}, ...named.map(({ family, name }) => this.#styles.look(family, name)))
    const text = seenIn(look.font, said)
    const { ground = white, box, at } = this.setting
    const why = this.setting.hiddenBy ?? hiddenBy ?? unseenBy(look, ground)
    const fitted =
      why === 'same-colour' && isBarred(look, ground, box !== undefined || at?.sheet !== undefined)
    const row = this.#rows.at(-1)!
    const last = row.at(-1)
    const bold = look.bold ?? false
    const alike = last && last.hiddenBy === why && last.fitted === fitted
    if (alike && last.size === look.size && last.bold === bold) last.text += text
    else row.push({ text, size: look.size, bold, hiddenBy: why, fitted })
  }

  break(): void {
    this.#rows.push([])
  }

  #cover(): void {
    const seen = this.#rows.flat().filter(({ hiddenBy }) => !hiddenBy)
    const text = setText(seen)
    const lies = this.covers.flatMap((cover) => liesOver(cover, text) ?? [])
    if (lies.length === 0) return
    const fitted = lies.some(({ fits }) => fits)
    for (const row of this.#rows)
      for (const [index, piece] of row.entries())
        if (!piece.hiddenBy) row[index] = { ...piece, hiddenBy: 'under-shape', fitted }
  }

  /** One line per row; rows of one paragraph carry its number. `first`: rows of this frame before it. */
  lines(number: number, first: number): Line[] {
    this.#cover()
    const rows = this.#rows.map(squeezed).filter((row) => row.some(({ text }) => text.trim()))
    const { part, label, at, cell, box } = this.setting
    return rows.map((seen, index) => {
      const row = this.concealed
        ? seen.map((piece) => ({ ...piece, hiddenBy: 'hidden-attribute' as const }))
        : seen
      const stands = box && !cell ? rowBox(row, box, first + index) : null
      return statedLine(
        row.map((piece) => spanOf(piece, part, stands)),
        {
          ...(part && { part }),
          ...(label !== undefined && { label }),
          ...(at && { at }),
          ...(cell && { cell }),
          ...(rows.length > 1 && { paragraph: number }),
        },
      )
    })
  }
}

/** White space runs count as one space (ODF 1.3, part 3, 6.1.2). */
function squeezed(row: readonly Piece[]): Piece[] {
  return row
    .map((piece) => ({ ...piece, text: piece.text.replace(/[ \t\r\n]+/g, ' ').replaceAll('\u2007', ' ') }))
    .filter(({ text }) => text !== '')
}

function spanOf(
  { text, size, bold, hiddenBy, fitted }: Piece,
  part: Part | undefined,
  box: Box | null,
): Span {
  const span = statedSpan(text, {
    ...(part && { part }),
    ...(size !== undefined && { size }),
    ...(bold && { bold }),
    ...(hiddenBy && { hiddenBy }),
    ...(fitted && { fitted }),
  })
  return box ? { ...span, box } : span
}

/** Rows are set one below the other from the top of the frame. */
function rowBox(row: readonly Piece[], box: Box, index: number): Box {
  const size = row.reduce((most, piece) => Math.max(most, piece.size ?? 18), 0)
  const letters = row.reduce((sum, { text }) => sum + text.length, 0)
  return [box[0], box[1] + index * size * 1.2, Math.min(box[2] || letters * size, letters * size), size * 1.2]
}
