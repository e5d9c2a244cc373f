/** How cells of an old workbook look: typefaces, colours, number formats ([MS-XLS] 2.4.122, 2.4.126, 2.4.353). */
import type { Bytes } from '../shared/bytes.js'
import { builtInFormats } from '../shared/sheet/number-format.js'
import { Biff } from './record-types.js'
import { shortStringAt, stringAt } from './strings.js'

export interface XlsCellFormat {
  /** Points. */
  readonly size?: number
  readonly bold: boolean
  /** Typeface. */
  readonly font?: string
  readonly format: string
  /** Letters and ground have the same colour. */
  readonly unseen: boolean
  /** The ground is black. */
  readonly black?: boolean
}
interface Font {
  readonly name: string
  readonly size: number
  readonly bold: boolean
  readonly colour: number
}

/** Feeds on records of the workbook's globals. */
export class XlsStyleReader {
  readonly #fonts: Font[] = []
  readonly #codes = new Map<number, string>(builtInFormats)
  readonly #cells: Bytes[] = []
  readonly #palette = new Map<number, number>(usualPalette.map((colour, index) => [8 + index, colour]))
  readonly #formats = new Map<number, XlsCellFormat>()

  take(type: number, data: Bytes): void {
    if (type === Biff.Font)
      this.#fonts.push({
        name: shortStringAt(data, 14).text,
        size: data.uint16(0) / 20,
        bold: data.uint16(6) >= 600,
        colour: data.uint16(4),
      })
    else if (type === Biff.Format) this.#codes.set(data.uint16(0), stringAt(data, 2).text)
    else if (type === Biff.XF) this.#cells.push(data)
    else if (type === Biff.Palette)
      for (let index = 0; index < Math.min(56, data.uint16(0)); index++)
        this.#palette.set(8 + index, data.uint32(2 + 4 * index) & 0xff_ffff)
  }

  format(index: number): XlsCellFormat {
    const known = this.#formats.get(index)
    if (known) return known
    const made = this.#make(this.#cells[index])
    this.#formats.set(index, made)
    return made
  }

  fontName(number: number): string | undefined {
    return this.#font(number)?.name
  }

  /** There is no font 4: numbers above it stand one place earlier (2.5.129). */
  #font(number: number): Font | undefined {
    return this.#fonts[number > 4 ? number - 1 : number]
  }

  #make(cell: Bytes | undefined): XlsCellFormat {
    if (!cell) return { bold: false, format: 'General', unseen: false }
    const font = this.#font(cell.uint16(0))
    const pattern = cell.uint32(14) >>> 26
    const ground = pattern === 0 ? 0xff_ffff : pattern === 1 ? this.#colour(cell.uint16(18) & 127) : null
    const colour = font ? this.#colour(font.colour) : 0
    return {
      ...(font && font.size > 0 && { size: font.size }),
      ...(font && { font: font.name }),
      bold: font?.bold ?? false,
      format: this.#codes.get(cell.uint16(2)) ?? 'General',
      unseen: colour !== null && colour === ground,
      black: ground === 0,
    }
  }

  /** Blue highest, as COLORREF; null: not known. */
  #colour(index: number): number | null {
    if (index === 0x40 || index === 0x7fff) return 0
    if (index === 0x41) return 0xff_ffff
    return this.#palette.get(index < 8 ? index + 8 : index) ?? null
  }
}

/** The first eight (2.4.188); the rest only matter where a workbook states them. */
const usualPalette = [0, 0xff_ffff, 0x0000ff, 0x00ff00, 0xff0000, 0x00ffff, 0xff00ff, 0xffff00]
