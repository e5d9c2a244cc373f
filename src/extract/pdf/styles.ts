/** The appearance shared by the characters of one text object: size, weight, direction, whether it is drawn at all. */
import type { HiddenBy } from '../../types.js'
import type { Engine } from './engine.js'
import { rounded, type UprightPage } from './geometry.js'
import { isOnHiddenLayer } from './layers.js'
import { typefaceOf, type Typefaces } from './typefaces.js'

interface Look {
  /** Height of the type in points on the upright page. */
  readonly size: number
  readonly bold: boolean
  /** Whose pictograms its codes are; null for letters. */
  readonly symbols: string | null
  readonly hiddenBy: HiddenBy | null
  /** Fill colour as 0xRRGGBB; -1 where it is not a plain one. */
  readonly ink: number
}

export interface Style extends Look {
  /** Unit vector of the reading direction on the upright page (y points down). */
  readonly ux: number
  readonly uy: number
  /** Direction in whole degrees clockwise, 0 = left to right, 90 = top to bottom. */
  readonly turn: number
}

/** Text render modes (ISO 32000-1, table 106): word processors draw bold as fill and stroke, OCR layers as neither. */
const [fillAndStroke, invisible] = [2, 3]
/** Type lower than this in points cannot be read by anyone. */
export const legible = 1.5
/** Characters of an object looked at to tell how high its type is drawn. */
const mostMeasured = 16
/** Of 255: below this nothing is seen of the fill. */
const faintest = 2

export class TextStyleReader {
  readonly #engine: Engine
  readonly #textPage: number
  readonly #sheet: UprightPage
  readonly #hiddenLayers: ReadonlySet<string>
  readonly #typefaces: Typefaces = new Map()
  #last: Style = { size: 0, bold: false, symbols: null, hiddenBy: null, ink: -1, ux: 1, uy: 0, turn: 0 }

  constructor(engine: Engine, textPage: number, sheet: UprightPage, hiddenLayers: ReadonlySet<string>) {
    this.#engine = engine
    this.#textPage = textPage
    this.#sheet = sheet
    this.#hiddenLayers = hiddenLayers
  }

  /** `object`: the text object that character `index` belongs to. Equal styles in a row are one and the same object. */
  read(index: number, object: number): Style {
    const { call, scratch } = this.#engine
    const fontSize = object ? call.FPDFText_GetFontSize(this.#textPage, index) : 1
    call.FPDFText_GetMatrix(this.#textPage, index, scratch)
    const { f32 } = this.#engine.memory()
    const at = scratch >> 2
    const [a, b, c, d] = this.#sheet.toUpright
    const sign = fontSize < 0 ? -1 : 1
    const alongX = (a * f32[at]! + c * f32[at + 1]!) * sign
    const alongY = (b * f32[at]! + d * f32[at + 1]!) * sign
    const length = Math.hypot(alongX, alongY) || 1
    const nominal = rounded(Math.abs(fontSize) * (Math.hypot(f32[at + 2]!, f32[at + 3]!) || length))
    const size = nominal < legible && object ? this.#drawnSize(index, object, nominal) : nominal
    const mode = object ? call.FPDFTextObj_GetTextRenderMode(object) : 0
    const { bold: boldFace, symbols } = typefaceOf(this.#engine, object, this.#typefaces)
    const bold = mode === fillAndStroke || boldFace
    const [ink, alpha] = mode === invisible || !object ? [-1, 255] : this.#fill(object)
    const hiddenBy = this.#hiddenBy(object, mode, size, alpha)
    return this.#same({ size, bold, symbols, hiddenBy, ink }, alongX / length, alongY / length)
  }

  #same(look: Look, x: number, y: number): Style {
    const turn = (Math.round((Math.atan2(y, x) * 180) / Math.PI) + 360) % 360
    const [ux, uy] = turn === 0 ? [1, 0] : [x, y]
    const last = this.#last
    const same =
      last.size === look.size &&
      last.bold === look.bold &&
      last.symbols === look.symbols &&
      last.hiddenBy === look.hiddenBy &&
      last.ink === look.ink &&
      last.ux === ux &&
      last.uy === uy
    if (!same) this.#last = { ...look, ux, uy, turn }
    return this.#last
  }

  #hiddenBy(object: number, mode: number, size: number, alpha: number): HiddenBy | null {
    if (mode === invisible) return 'invisible-mode'
    if (size < legible) return 'tiny'
    if (!object) return null
    if (this.#hiddenLayers.size > 0 && isOnHiddenLayer(this.#engine, object, this.#hiddenLayers))
      return 'hidden-layer'
    return mode === 0 && alpha <= faintest ? 'transparent' : null
  }

  /** A Type 3 font has units of its own (ISO 32000-1, 9.6.5): type of a small size may be drawn large. */
  #drawnSize(from: number, object: number, nominal: number): number {
    const { call, scratch } = this.#engine
    let drawn = 0
    for (let index = from; index < from + mostMeasured; index++) {
      if (call.FPDFText_GetTextObject(this.#textPage, index) !== object) break
      if (!call.FPDFText_GetCharBox(this.#textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24))
        continue
      const { f64 } = this.#engine.memory()
      const at = scratch >> 3
      drawn = Math.max(drawn, Math.abs(f64[at + 3]! - f64[at + 2]!))
    }
    return drawn > 3 * Math.max(nominal, 0.1) ? rounded(drawn) : nominal
  }

  #fill(object: number): readonly [ink: number, alpha: number] {
    const { call, scratch } = this.#engine
    const known = call.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12)
    if (!known) return [-1, 255]
    const { u32 } = this.#engine.memory()
    const at = scratch >> 2
    return [(u32[at]! << 16) | (u32[at + 1]! << 8) | u32[at + 2]!, u32[at + 3]!]
  }
}
