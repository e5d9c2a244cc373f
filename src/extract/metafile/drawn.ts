/** What a metafile draws, as its records are read: words with their place, pictures, curves. */
import type { Line } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import { Canvas } from './canvas.js'

export interface DrawnPicture {
  readonly extension: string
  readonly bytes: Uint8Array
}

export class MetafileDrawing {
  readonly pictures: DrawnPicture[] = []
  /** Filled shapes and curves, which may be letters. */
  curves = 0
  /** Filled shapes of GDI+, which are not drawn. */
  undrawn = 0
  canvas = new Canvas()
  /** Texts given by numbers of glyphs. */
  glyphs = 0
  /** The records end as they should. */
  whole = false
  /** Height of the type in use, in units of the drawing. */
  height = 0
  readonly #rows: { text: string; readonly y: number; readonly reach: number }[] = []

  /** Texts one behind the other at the same height are one line: programs draw letter by letter. */
  addText(text: string, y: number): void {
    const said = text.replace(/\0/g, '')
    const row = this.#rows.at(-1)
    if (row && Math.abs(row.y - y) <= row.reach) row.text += said
    else this.#rows.push({ text: said, y, reach: Math.max(2, Math.abs(this.height) / 3) })
  }

  addPicture(extension: string, bytes: Uint8Array): void {
    if (bytes.length > 0) this.pictures.push({ extension, bytes })
  }

  get hasText(): boolean {
    return this.#rows.some(({ text }) => text.trim() !== '')
  }

  lines(): Line[] {
    return this.#rows.filter(({ text }) => text.trim() !== '').map(({ text }) => statedLine(text.trimEnd()))
  }
}
