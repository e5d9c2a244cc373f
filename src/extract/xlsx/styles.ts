/** `xl/styles.xml`: how each cell format shows its cells – size, weight, colour on its ground, number format. */
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import type { OfficeDocument } from '../shared/ooxml/document.js'
import { report, take } from '../shared/zip/opened-package.js'
import { readXml, type XmlElement } from '../shared/xml.js'
import type { ZipEntry } from '../shared/zip.js'
import { type XlsxColour, colourOf } from './colours.js'
import { builtInFormats } from '../shared/sheet/number-format.js'

export interface XlsxCellFormat {
  /** Points. */
  readonly size: number | undefined
  readonly bold: boolean
  readonly colour: XlsxColour
  readonly ground: XlsxColour
  /** Format code; `General` when none is stated. */
  readonly format: string
  /** Name of the typeface. */
  readonly font: string | undefined
}

interface Font {
  name?: string
  size?: number
  bold?: boolean
  colour?: XlsxColour
}

export const plainFormat: XlsxCellFormat = {
  size: undefined,
  bold: false,
  colour: '000000',
  ground: 'ffffff',
  format: 'General',
  font: undefined,
}

export interface XlsxStyles {
  /** Cell formats by their number (`s` of a cell). */
  readonly formats: readonly XlsxCellFormat[]
  /** Number formats of the differential formats that have one, by their number (`dxfId`). */
  readonly conditional: ReadonlyMap<number, string>
}

export async function readStyles(document: OfficeDocument, entry: ZipEntry): Promise<XlsxStyles> {
  const conditional = new Map<number, string>()
  let dxf = -1
  const fonts: Font[] = []
  const grounds: XlsxColour[] = []
  const codes = new Map<number, string>(builtInFormats)
  const formats: XlsxCellFormat[] = []
  const path: string[] = []
  let pattern = 'none'
  const fault = readXml(await take(document, entry), ooxmlPrefixes, {
    open(element) {
      const parent = path.at(-1) ?? ''
      path.push(element.local)
      if (element.local === 'numFmt' && parent === 'numFmts')
        codes.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? 'General')
      else if (element.local === 'dxf' && parent === 'dxfs') dxf++
      else if (element.local === 'numFmt' && parent === 'dxf')
        conditional.set(dxf, element.attribute('formatCode') ?? 'General')
      else if (parent === 'fonts') fonts.push({})
      else if (parent === 'fills') grounds.push('ffffff')
      else if (parent === 'font' && path.at(-3) === 'fonts') applyFont(element, fonts.at(-1)!)
      else if (element.local === 'patternFill') pattern = element.attribute('patternType') ?? 'none'
      else if (element.local === 'gradientFill' && path.at(-3) === 'fills')
        grounds[grounds.length - 1] = 'unknown'
      else if (element.local === 'fgColor' && path.at(-4) === 'fills' && pattern !== 'none')
        grounds[grounds.length - 1] = pattern === 'solid' ? (colourOf(element) ?? 'unknown') : 'unknown'
      else if (element.local === 'xf' && parent === 'cellXfs')
        formats.push(formatOf(element, fonts, grounds, codes))
    },
    close: () => void path.pop(),
  })
  report(document, entry, fault)
  return { formats, conditional }
}

function applyFont(element: XmlElement, font: Font): void {
  const value = element.attribute('val')
  if (element.local === 'sz' && value) font.size = Number(value)
  else if (element.local === 'name' && value) font.name = value
  else if (element.local === 'b') font.bold = !/^(0|false)$/.test(value ?? '')
  else if (element.local === 'color') {
    const colour = colourOf(element)
    if (colour !== undefined) font.colour = colour
  }
}

function formatOf(
  element: XmlElement,
  fonts: readonly Font[],
  grounds: readonly XlsxColour[],
  codes: ReadonlyMap<number, string>,
): XlsxCellFormat {
  const font = fonts[Number(element.attribute('fontId') ?? 0)] ?? {}
  return {
    size: font.size,
    font: font.name,
    bold: font.bold ?? false,
    colour: font.colour ?? '000000',
    ground: grounds[Number(element.attribute('fillId') ?? 0)] ?? 'ffffff',
    format: codes.get(Number(element.attribute('numFmtId') ?? 0)) ?? 'General',
  }
}
