/** What can only be read by eye – bare glyphs of an embedded font, letters as outlines – as a PDF page to be drawn. */
import type { Box } from '../../types.js'
import { child, textOf } from '../shared/xml/tree.js'
import type { OfdGlyph } from './glyphs.js'
import { inPoints, pointsPerMillimetre } from './geometry.js'
import type { GraphicUnit } from './objects.js'
import { firstObject, number, onePagePdf, type PdfObject } from './one-page-pdf.js'
import { apply, type Matrix } from '../../plane/matrix.js'
import { overlapArea } from '../../plane/box.js'

/** Together fewer drawing steps than this are a rule, an arrow or a frame, not a word. */
const wordSteps = 40
/** A Han character as an outline rarely has fewer. */
const letterSteps = 8
/** Heights in points of shapes that may be letters or lines of letters. */
const [smallest, largest] = [4, 300]
const mostSteps = 400_000

/** Paths that may be letters, of those on the page; empty when they are too few to make a word. */
export function outlinesOf(paths: readonly GraphicUnit[], page: Box): GraphicUnit[] {
  const found: GraphicUnit[] = []
  let total = 0
  for (const path of paths) {
    const box = inPoints(path.box)
    const height = Math.min(box[2], box[3])
    if (!path.visible || path.opacity < 0.04 || height < smallest || height > largest) continue
    if (overlapArea(box, page) <= 0) continue
    const steps = textOf(child(path.node, 'AbbreviatedData')).match(/[MSLQBAC]/gi)?.length ?? 0
    if (steps < letterSteps || total + steps > mostSteps) continue
    found.push(path)
    total += steps
  }
  return total >= wordSteps ? found : []
}

/** `page` in points. Fonts by their number in the document; all is drawn black, whatever its colour. */
export function drawingOf(
  page: Box,
  glyphs: readonly OfdGlyph[],
  fonts: ReadonlyMap<string, Uint8Array>,
  outlines: readonly GraphicUnit[],
): Uint8Array {
  const objects: PdfObject[] = []
  const names = new Map<string, string>()
  for (const [id, bytes] of fonts) {
    const at = firstObject + objects.length
    objects.push(...fontObjects(bytes, at))
    names.set(id, `F${at}`)
  }
  const operators = ['0 g 0 G']
  for (const glyph of glyphs) {
    const name = names.get(glyph.style.font)
    if (name && glyph.glyph !== null) operators.push(glyphOperators(glyph, name, page[3]))
  }
  for (const outline of outlines) operators.push(pathOperators(outline, page[3]))
  const resources = [...names.values()].map((name) => `/${name} ${name.slice(1)} 0 R`).join(' ')
  return onePagePdf(page[2], page[3], operators.join('\n'), `/Font << ${resources} >>`, objects)
}

/** Type 0 font over a CIDFontType2 whose codes are glyph numbers; no ToUnicode: nobody knows the characters. */
function fontObjects(bytes: Uint8Array, at: number): PdfObject[] {
  const cff = bytes[0] === 0x4f // `OTTO`
  const file = cff ? `/FontFile3 ${at + 3} 0 R` : `/FontFile2 ${at + 3} 0 R`
  const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>'
  const box = '/FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80'
  return [
    {
      dictionary: `/Type /Font /Subtype /Type0 /BaseFont /Bare /Encoding /Identity-H /DescendantFonts [${at + 1} 0 R]`,
    },
    {
      dictionary: `/Type /Font /Subtype /CIDFontType2 /BaseFont /Bare ${system} /FontDescriptor ${at + 2} 0 R /DW 1000 /CIDToGIDMap /Identity`,
    },
    { dictionary: `/Type /FontDescriptor /FontName /Bare /Flags 4 ${box} ${file}` },
    { dictionary: cff ? '/Subtype /OpenType' : `/Length1 ${bytes.length}`, stream: bytes },
  ]
}

function glyphOperators(glyph: OfdGlyph, font: string, height: number): string {
  const [a, b, c, d] = glyph.style.em
  const [x, y] = glyph.origin
  const matrix = [a, -b, -c, d, x, height - y].map(number).join(' ')
  const code = (glyph.glyph! & 0xffff).toString(16).padStart(4, '0')
  return `BT /${font} 1 Tf ${matrix} Tm <${code}> Tj ET`
}

/** AbbreviatedData (GB/T 33190-2016, 9.3) in PDF operators; an arc is drawn as its chord. */
function pathOperators(path: GraphicUnit, height: number): string {
  const words = textOf(child(path.node, 'AbbreviatedData'))
    .trim()
    .split(/[\s,]+/)
  const toPage = (x: number, y: number) => pointOf(path.matrix, x, y, height)
  const out: string[] = []
  let at: readonly [number, number] = [0, 0]
  for (let index = 0; index < words.length;) {
    const operator = words[index++]!
    const count = { M: 2, S: 2, L: 2, Q: 4, B: 6, A: 7 }[operator] ?? 0
    const values = words.slice(index, index + count).map(Number)
    index += count
    if (values.length < count || !values.every(Number.isFinite)) break
    const end = values.slice(-2) as [number, number]
    if (operator === 'M' || operator === 'S') out.push(`${toPage(...end)} m`)
    else if (operator === 'L' || operator === 'A') out.push(`${toPage(...end)} l`)
    else if (operator === 'B')
      out.push(`${toPage(values[0]!, values[1]!)} ${toPage(values[2]!, values[3]!)} ${toPage(...end)} c`)
    else if (operator === 'Q') out.push(quadratic(at, values[0]!, values[1]!, end, toPage))
    else if (operator === 'C') out.push('h')
    if (count > 0) at = end
  }
  const evenOdd = /even/i.test(path.node.attributes['Rule'] ?? '')
  const filled = path.painting.fill !== null
  const stroked = isHollow(words) ? 'f*' : 'S'
  const paint = filled ? (evenOdd ? 'f*' : 'f') : stroked
  return out.length > 0 && out[0]!.endsWith(' m')
    ? `${number(path.painting.lineWidth)} w\n${out.join('\n')}\n${paint}`
    : ''
}

/** Letters of which only the contour is stroked: every figure is closed, most are curved. Filled they can be read. */
function isHollow(words: readonly string[]): boolean {
  const count = (operator: RegExp) => words.filter((word) => operator.test(word)).length
  return count(/^[MS]$/) === count(/^C$/) && count(/^[QB]$/) >= letterSteps
}

function quadratic(
  [x0, y0]: readonly [number, number],
  x1: number,
  y1: number,
  [x2, y2]: readonly [number, number],
  toPage: (x: number, y: number) => string,
): string {
  const first = toPage(x0 + (2 / 3) * (x1 - x0), y0 + (2 / 3) * (y1 - y0))
  const second = toPage(x2 + (2 / 3) * (x1 - x2), y2 + (2 / 3) * (y1 - y2))
  return `${first} ${second} ${toPage(x2, y2)} c`
}

function pointOf(matrix: Matrix, x: number, y: number, height: number): string {
  const [px, py] = apply(matrix, x, y)
  return `${number(px * pointsPerMillimetre)} ${number(height - py * pointsPerMillimetre)}`
}
