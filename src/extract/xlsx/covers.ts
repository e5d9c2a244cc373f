/** Empty painted shapes that lie over cells of a worksheet (ECMA-376 20.5.2). */
import { isThinPreset } from '../shared/office-art/shapes.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import { type OfficeDocument, relatedTo } from '../shared/ooxml/document.js'
import { type XmlElement, type XmlSink, readXml } from '../shared/xml.js'
import type { ZipEntry } from '../shared/zip.js'
import type { CellRange } from './cells.js'

/** The cells it hides, and whether it is as low as a redaction of a row or two. */
export interface CellCover extends CellRange {
  readonly fits: boolean
}

/** Rows and columns that state no size are about as large (EMU). */
const [ROW, COLUMN] = [190_500, 609_600]
const MOST_COVERS = 200

export async function coversOf(document: OfficeDocument, sheet: ZipEntry): Promise<CellCover[]> {
  const covers: CellCover[] = []
  for (const { type, entry } of relatedTo(document, sheet.name))
    if (type === 'drawing')
      readXml((await document.zip.salvage(entry)).bytes, ooxmlPrefixes, drawingSink(covers))
  return covers
}

type Corner = Record<string, number>
interface Anchor {
  readonly from: Corner
  readonly to: Corner
  opaque: boolean | undefined
  /** Words, a picture, a group: no empty shape. */
  other: boolean
}

function drawingSink(covers: CellCover[]): XmlSink {
  const path: string[] = []
  let anchor: Anchor | null = null
  let said = ''
  return {
    open(element) {
      path.push(element.local)
      if (element.local === 'twoCellAnchor') anchor = { from: {}, to: {}, opaque: undefined, other: false }
      else if (anchor) look(anchor, element, path)
      said = ''
    },
    text(text) {
      said += text
      if (anchor && path.at(-1) === 't' && text.trim()) anchor.other = true
    },
    close() {
      const [name = '', parent = ''] = [path.pop(), path.at(-1)]
      if (anchor && (parent === 'from' || parent === 'to')) anchor[parent][name] = Number(said) || 0
      if (name !== 'twoCellAnchor' || !anchor) return
      if (anchor.opaque && !anchor.other && covers.length < MOST_COVERS) covers.push(coverOf(anchor))
      anchor = null
    },
  }
}

function look(anchor: Anchor, element: XmlElement, path: readonly string[]): void {
  const { local } = element
  const parent = path.at(-2)
  if (/^(pic|grpSp|graphicFrame|cxnSp)$/.test(local)) anchor.other = true
  else if (local === 'cNvPr' && element.attribute('hidden') === '1') anchor.other = true
  else if (local === 'prstGeom' && isThinPreset(element.attribute('prst') ?? '')) anchor.other = true
  else if (parent === 'spPr' && local === 'noFill') anchor.opaque = false
  else if (parent === 'spPr' && local.endsWith('Fill')) anchor.opaque = true
  else if (parent === 'style' && local === 'fillRef') anchor.opaque ??= element.attribute('idx') !== '0'
  else if (local === 'alpha' && path.at(-4) === 'spPr' && Number(element.attribute('val')) < 95_000)
    anchor.opaque = false
}

/** A row whose middle it covers is hidden, and a cell whose beginning it covers. */
function coverOf({ from, to }: Anchor): CellCover {
  const [top = 0, bottom = 0, left = 0, right = 0] = [from['row'], to['row'], from['col'], to['col']]
  const rows = [
    top + ((from['rowOff'] ?? 0) > ROW / 2 ? 1 : 0),
    bottom - ((to['rowOff'] ?? 0) < ROW / 2 ? 1 : 0),
  ] as const
  const columns = [
    left + ((from['colOff'] ?? 0) > COLUMN / 4 ? 1 : 0),
    right - ((to['colOff'] ?? 0) < COLUMN / 2 ? 1 : 0),
  ] as const
  return { rows, columns, fits: rows[1] - rows[0] < 2 }
}
