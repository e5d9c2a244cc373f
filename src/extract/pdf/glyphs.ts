/** The characters of a page as PDFium states them: text, box, place along their line, appearance. */
import { isBlank, isMapped, isWide, pictogram, textOf } from './characters.js'
import type { Engine } from './engine.js'
import { type UprightPage } from './geometry.js'
import { formOfReplaced } from './replaced-place.js'
import { type Style, TextStyleReader } from './styles.js'
import { compose, type Matrix } from '../../plane/matrix.js'

/**
 * One character. `start`, `end` and `baseline` are measured in the frame turned by `style.turn`: `start` along the
 * reading direction, `baseline` downwards across it. x, y, width, height: the ink on the upright page; for white space
 * its advance by four fifths of the type size.
 */
export interface PdfGlyph {
  readonly text: string
  x: number
  y: number
  width: number
  height: number
  start: number
  end: number
  readonly baseline: number
  readonly style: Style
  /** False: the file does not say which character this is (ISO 32000-1, 9.10.2). */
  readonly mapped: boolean
  /** Handle of its text object. */
  readonly object: number
  /** See `Span.doubts`. */
  doubt: number
}

/** Every character of the page in content order; spaces and line breaks invented by PDFium are left out. */
export function readGlyphs(
  engine: Engine,
  textPage: number,
  sheet: UprightPage,
  hiddenLayers: ReadonlySet<string>,
): PdfGlyph[] {
  const { call } = engine
  const count = call.FPDFText_CountChars(textPage)
  const styles = new TextStyleReader(engine, textPage, sheet, hiddenLayers)
  const glyphs: PdfGlyph[] = []
  let object = -1
  let style: Style | null = null
  let { toUpright } = sheet
  const turnedPage = sheet.toUpright[0] === 0
  for (let index = 0; index < count; index++) {
    if (call.FPDFText_IsGenerated(textPage, index) === 1) continue
    const owner = call.FPDFText_GetTextObject(textPage, index)
    if (owner !== object || !style) {
      style = styles.read(index, owner)
      const form = formOfReplaced(engine, textPage, index, owner)
      toUpright = form ? compose(form, sheet.toUpright) : sheet.toUpright
      object = owner
    }
    const glyph = readGlyph(engine, textPage, index, toUpright, style, owner)
    const before = glyphs[glyphs.length - 1]
    if (before && before.style === style && (turnedPage || style.turn !== 0)) stretch(before, glyph)
    if (before && before.style === style) spreadOut(before, glyph)
    glyphs.push(glyph)
  }
  return glyphs
}

/** Characters of a replacement text all have the origin of their object; only their boxes stand side by side. */
function spreadOut(before: PdfGlyph, glyph: PdfGlyph): void {
  const { size, turn } = glyph.style
  if (turn !== 0 || glyph.x - before.x < 0.2 * size || glyph.start > before.start + 0.01) return
  if (Math.abs(glyph.baseline - before.baseline) > 0.01) return
  glyph.start = glyph.x
  glyph.end = glyph.x + glyph.width
}

/** Turned text has no loose box: the advance is taken from where the next character begins. */
function stretch(before: PdfGlyph, next: PdfGlyph): void {
  const advance = next.start - before.start
  if (advance > 0 && advance < 2 * before.style.size) before.end = next.start
}

function readGlyph(
  engine: Engine,
  textPage: number,
  index: number,
  toUpright: Matrix,
  style: Style,
  object: number,
): PdfGlyph {
  const { call, scratch } = engine
  call.FPDFText_GetCharBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24)
  call.FPDFText_GetCharOrigin(textPage, index, scratch + 32, scratch + 40)
  const stated = call.FPDFText_GetUnicode(textPage, index)
  const code = style.symbols ? pictogram(style.symbols, stated) : stated
  const loose = looseWidth(engine, textPage, index, toUpright, style)
  const { f64 } = engine.memory()
  const at = scratch >> 3
  const [a, b, c, d, e, f] = toUpright
  // The matrix turns by quarters only, so two opposite corners are enough.
  const x1 = a * f64[at]! + c * f64[at + 2]! + e
  const y1 = b * f64[at]! + d * f64[at + 2]! + f
  const x2 = a * f64[at + 1]! + c * f64[at + 3]! + e
  const y2 = b * f64[at + 1]! + d * f64[at + 3]! + f
  const originX = a * f64[at + 4]! + c * f64[at + 5]! + e
  const originY = b * f64[at + 4]! + d * f64[at + 5]! + f
  const start = originX * style.ux + originY * style.uy
  const glyph: PdfGlyph = {
    text: textOf(code),
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
    start,
    end: start + loose,
    baseline: originY * style.ux - originX * style.uy,
    style,
    mapped: code !== stated || (isMapped(code) && call.FPDFText_HasUnicodeMapError(textPage, index) !== 1),
    object,
    doubt: 0,
  }
  if (loose === 0) glyph.end = start + guessedWidth(glyph, isWide(code))
  if (isBlank(glyph.text)) spaceOut(glyph, originX, originY)
  return glyph
}

/** Wide characters are as wide as high; of others the ink tells, if they stand square to the page. */
function guessedWidth({ text, x, y, width, height, start, style }: PdfGlyph, wide: boolean): number {
  if (wide) return style.size
  if (isBlank(text)) return 0.25 * style.size
  const inkEnd = new Map([
    [0, x + width],
    [90, y + height],
    [180, -x],
    [270, -y],
  ]).get(style.turn)
  const ink = inkEnd === undefined ? 0.5 * style.size : inkEnd - start + 0.06 * style.size
  return Math.max(ink, 0.1 * style.size)
}

/** Width of the loose box, 0 where PDFium has none: it measures along the x axis of user space only. */
function looseWidth(engine: Engine, textPage: number, index: number, [a]: Matrix, style: Style): number {
  if (style.turn !== 0 || a === 0) return 0
  const at = (engine.scratch >> 2) + 12
  engine.call.FPDFText_GetLooseCharBox(textPage, index, engine.scratch + 48)
  const { f32 } = engine.memory()
  return Math.abs((f32[at + 2]! - f32[at]!) * a)
}

function spaceOut(glyph: PdfGlyph, originX: number, originY: number): void {
  const { ux, uy, size } = glyph.style
  const advance = glyph.end - glyph.start
  const [endX, endY] = [originX + advance * ux, originY + advance * uy]
  const [upX, upY] = [originX + 0.8 * size * uy, originY - 0.8 * size * ux]
  glyph.x = Math.min(originX, endX, upX)
  glyph.y = Math.min(originY, endY, upY)
  glyph.width = Math.max(originX, endX, upX) - glyph.x
  glyph.height = Math.max(originY, endY, upY) - glyph.y
}
