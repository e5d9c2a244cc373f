/** The parts that belong to one sheet: comments, text boxes, charts, tables, form controls, pictures. */
import { at } from '../../place.js'
import type { Line, Part, Piece, Phrase } from '../../types.js'
import { extensionOf } from '../shared/ooxml.js'
import { type OfficeDocument, reachableFrom, type Related } from '../shared/ooxml/document.js'
import { report, take } from '../shared/zip/opened-package.js'
import { partPiece } from '../shared/ooxml/rest.js'
import { statedLine, statedPage } from '../shared/stated.js'
import { vmlAsXml } from '../shared/ooxml/vml.js'
import { readDrawingText, readXmlText, type XmlText } from '../shared/xml/text.js'
import { readComments } from './comments.js'
import type { XlsxSheet } from './workbook.js'

/** Parts of the workbook that sheets refer to but do not own. */
const shared = new Set([
  'worksheet',
  'chartsheet',
  'officeDocument',
  'pivotCacheDefinition',
  'pivotCacheRecords',
  'slicerCache',
])
const drawn = new Set(['drawing', 'chart', 'chartEx', 'chartUserShapes', 'diagramData', 'diagramDrawing'])
const embedded = new Set([
  'image',
  'oleObject',
  'package',
  'control',
  'attachedToolbars',
  'ctrlProp',
  'hdphoto',
])

export async function* belongingPieces(
  document: OfficeDocument,
  sheet: XlsxSheet,
  people: ReadonlyMap<string, string>,
): AsyncGenerator<Piece> {
  if (!sheet.entry) return
  const lines: Line[] = []
  const parts: Related[] = []
  for (const related of reachableFrom(document, sheet.entry.name, ({ type }) => shared.has(type))) {
    if (document.seen.has(related.entry)) continue
    if (isText(related))
      for (const line of await textLines(document, related, sheet, people)) lines.push(line)
    else if (embedded.has(related.type)) parts.push(related)
  }
  const where = { sheet: sheet.name }
  if (lines.length > 0) yield { kind: 'page', page: statedPage(at(document.source.place, where), lines) }
  for (const { entry, type } of parts) {
    const role = type === 'image' || type === 'hdphoto' ? 'picture' : 'attachment'
    yield partPiece(document, entry, role, where)
  }
}

const isText = ({ type, entry }: Related) =>
  drawn.has(type) || /comment|vmlDrawing|table|control|ctrlProp|slicer|timeline/i.test(type)
    ? /^(xml|vml)$/.test(extensionOf(entry.name))
    : false

async function textLines(
  document: OfficeDocument,
  { type, entry }: Related,
  sheet: XlsxSheet,
  people: ReadonlyMap<string, string>,
): Promise<Line[]> {
  const bytes = await take(document, entry)
  const tell = ({ lines, fault }: { lines: Line[]; fault: Phrase | null }) => {
    report(document, entry, fault)
    return sheet.hiddenBy ? lines.map(concealed) : lines
  }
  if (/comments?$/i.test(type)) return tell(readComments(bytes, sheet, people))
  if (drawn.has(type)) return tell(labelled(readDrawingText(bytes), sheet, 'textbox'))
  if (/vmlDrawing/i.test(type)) return tell(labelled(readXmlText(vmlAsXml(bytes)), sheet, 'textbox'))
  return tell(labelled(readXmlText(bytes), sheet, 'metadata'))
}

function labelled(
  { found, fault }: XmlText,
  sheet: XlsxSheet,
  part: Part,
): { lines: Line[]; fault: Phrase | null } {
  const lines = found.map(({ label, text }) => {
    const its = label === 'alt' || /@(alt|title|descr)$/.test(label) ? 'alt' : part
    return statedLine(text, { part: its, label, at: { sheet: sheet.name } })
  })
  return { lines, fault }
}

function concealed(line: Line): Line {
  return {
    ...line,
    spans: line.spans.map((span) => ({ ...span, sight: 'hidden', hiddenBy: 'hidden-attribute' })),
  }
}
