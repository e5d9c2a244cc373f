/** The characters of a page as PDFium states them: text, box, place along their line, appearance. */
import type { HiddenBy } from '../../types.js'
import type { Engine } from './engine.js'
import type { Matrix, Sheet } from './geometry.js'
import { isOnHiddenLayer } from './layers.js'
import { isBold, type FontWeights } from './weight.js'

/** What the characters of one text object share. */
export interface Style {
  /** Height of the type in points on the upright page. */
  readonly size: number
  readonly bold: boolean
  readonly hiddenBy: HiddenBy | null
  /** Unit vector of the reading direction on the upright page (y points down). */
  readonly ux: number
  readonly uy: number
  /** Direction in whole degrees clockwise, 0 = left to right, 90 = top to bottom. */
  readonly turn: number
}

/**
 * One character. `start`, `end` and `baseline` are measured in the frame turned by `style.turn`: `start` along the
 * reading direction, `baseline` downwards across it. x, y, width, height: the ink on the upright page, for white space its advance.
 */
export interface Glyph {
  readonly text: string
  x: number
  y: number
  width: number
  height: number
  readonly start: number
  end: number
  readonly baseline: number
  readonly style: Style
  /** False: the file does not say which character this is (ISO 32000-1, 9.10.2). */
  readonly mapped: boolean
}

const invisible = 3 // render mode 3: neither filled nor stroked (ISO 32000-1, table 106)
const fillAndStroke = 2
const hyphenAtLineEnd = 2 // PDFium's own code for a hyphen that ends a line

/** Reads every character of the page in content order; spaces and line breaks invented by PDFium are left out. */
export function readGlyphs(
  engine: Engine,
  textPage: number,
  sheet: Sheet,
  hiddenLayers: ReadonlySet<string>,
): Glyph[] {
  const { call } = engine
  const count = call.FPDFText_CountChars(textPage)
  const weights: FontWeights = new Map()
  const glyphs: Glyph[] = []
  let object = -1
  let style: Style | null = null
  for (let index = 0; index < count; index++) {
    if (call.FPDFText_IsGenerated(textPage, index) === 1) continue
    const owner = call.FPDFText_GetTextObject(textPage, index)
    if (owner !== object || !style) {
      style = readStyle(engine, textPage, index, owner, sheet, weights, hiddenLayers)
      object = owner
    }
    const glyph = readGlyph(engine, textPage, index, sheet, style)
    const before = glyphs[glyphs.length - 1]
    if (before && before.style === style && style.turn !== 0) stretch(before, glyph)
    glyphs.push(glyph)
  }
  return glyphs
}

/** Turned text has no loose box: the advance is taken from where the next character begins. */
function stretch(before: Glyph, next: Glyph): void {
  const advance = next.start - before.start
  if (advance > 0 && advance < 2 * before.style.size) before.end = next.start
}

function readGlyph(engine: Engine, textPage: number, index: number, sheet: Sheet, style: Style): Glyph {
  const { call, scratch } = engine
  call.FPDFText_GetCharOrigin(textPage, index, scratch + 32, scratch + 40)
  call.FPDFText_GetCharBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24)
  const { f64, f32 } = engine.memory()
  const at = scratch >> 3
  const [a, b, c, d, e, f] = sheet.toUpright
  const left = f64[at]!
  const right = f64[at + 1]!
  const bottom = f64[at + 2]!
  const top = f64[at + 3]!
  const x1 = a * left + c * bottom + e
  const x2 = a * right + c * top + e
  const y1 = b * left + d * bottom + f
  const y2 = b * right + d * top + f
  const originX = a * f64[at + 4]! + c * f64[at + 5]! + e
  const originY = b * f64[at + 4]! + d * f64[at + 5]! + f
  const code = call.FPDFText_GetUnicode(textPage, index)
  const text = textOf(code)
  const start = originX * style.ux + originY * style.uy
  let advance = (isWide(code) ? 1 : 0.5) * style.size
  if (style.turn === 0) {
    call.FPDFText_GetLooseCharBox(textPage, index, scratch + 48)
    const loose = Math.abs(a) * (f32[(scratch >> 2) + 14]! - f32[(scratch >> 2) + 12]!)
    const vertical = Math.abs(c) * (f32[(scratch >> 2) + 13]! - f32[(scratch >> 2) + 15]!)
    advance = Math.max(loose, vertical, 0) || advance
  }
  const glyph: Glyph = {
    text,
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
    start,
    end: start + advance,
    baseline: originY * style.ux - originX * style.uy,
    style,
    mapped: isMapped(code) && call.FPDFText_HasUnicodeMapError(textPage, index) !== 1,
  }
  if (isBlank(text)) spaceOut(glyph, originX, originY, advance)
  return glyph
}

function spaceOut(glyph: Glyph, originX: number, originY: number, advance: number): void {
  const { ux, uy, size } = glyph.style
  const [endX, endY] = [originX + advance * ux, originY + advance * uy]
  const [upX, upY] = [originX + 0.8 * size * uy, originY - 0.8 * size * ux]
  glyph.x = Math.min(originX, endX, upX)
  glyph.y = Math.min(originY, endY, upY)
  glyph.width = Math.max(originX, endX, upX) - glyph.x
  glyph.height = Math.max(originY, endY, upY) - glyph.y
}

function readStyle(
  engine: Engine,
  textPage: number,
  index: number,
  object: number,
  sheet: Sheet,
  weights: FontWeights,
  hiddenLayers: ReadonlySet<string>,
): Style {
  const { call, scratch } = engine
  const fontSize = object ? call.FPDFText_GetFontSize(textPage, index) : 1
  call.FPDFText_GetMatrix(textPage, index, scratch)
  const { f32 } = engine.memory()
  const at = scratch >> 2
  const [a, b, c, d]: Matrix = sheet.toUpright
  const [ma, mb, mc, md] = [f32[at]!, f32[at + 1]!, f32[at + 2]!, f32[at + 3]!]
  const sign = fontSize < 0 ? -1 : 1
  const alongX = (a * ma + c * mb) * sign
  const alongY = (b * ma + d * mb) * sign
  const length = Math.hypot(alongX, alongY) || 1
  const size = Math.abs(fontSize) * (Math.hypot(mc, md) || length)
  const turn = Math.round((Math.atan2(alongY, alongX) * 180) / Math.PI)
  const straight = turn === 0
  const mode = object ? call.FPDFTextObj_GetTextRenderMode(object) : 0
  return {
    size,
    bold: mode === fillAndStroke || isBold(engine, object, weights),
    hiddenBy: hiddenBy(engine, object, mode, size, hiddenLayers),
    ux: straight ? 1 : alongX / length,
    uy: straight ? 0 : alongY / length,
    turn: turn < 0 ? turn + 360 : turn,
  }
}

function hiddenBy(
  engine: Engine,
  object: number,
  mode: number,
  size: number,
  hiddenLayers: ReadonlySet<string>,
): HiddenBy | null {
  if (mode === invisible) return 'invisible-mode'
  if (size < 1.5) return 'tiny'
  if (!object) return null
  if (hiddenLayers.size > 0 && isOnHiddenLayer(engine, object, hiddenLayers)) return 'hidden-layer'
  const { call, scratch } = engine
  const known = call.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12)
  return known && mode === 0 && engine.memory().u32[(scratch >> 2) + 3]! <= 2 ? 'transparent' : null
}

function textOf(code: number): string {
  if (code === hyphenAtLineEnd) return '-'
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd'
  return code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code)
}

function isMapped(code: number): boolean {
  if (code === hyphenAtLineEnd) return true
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  if (code < 0x7f || (code >= 0xa0 && code < 0xd800)) return true
  return code > 0xf8ff && (code & 0xfffe) !== 0xfffe && code !== 0xfffd && !(code >= 0xf0000)
}

/** Characters as wide as they are high: Han, kana, full-width forms, CJK punctuation. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x2e80 && code < 0xd7a4) ||
    (code >= 0xf900 && code < 0xfb00) ||
    (code >= 0xff00 && code < 0xff61) ||
    code >= 0x20000
  )
}

export function isBlank(text: string): boolean {
  return text === ' ' || text === '\u3000' || text === '\u00a0' || text.trim() === ''
}
