/** The parts that belong to one slide: notes, comments, charts, diagrams, pictures, embedded files. */
import { at } from '../../place.js'
import type { Line, Part, Piece, Phrase } from '../../types.js'
import { report, take } from '../shared/zip/opened-package.js'
import { extensionOf } from '../shared/ooxml.js'
import { type OfficeDocument, reachableFrom, type Related, relatedTo } from '../shared/ooxml/document.js'
import { partPiece } from '../shared/ooxml/rest.js'
import { statedLine, statedPage } from '../shared/stated.js'
import { readDrawingText, readXmlText, type XmlText } from '../shared/xml/text.js'
import { child, elements, textOf, within, type XmlNode } from '../shared/xml/tree.js'
import type { ZipEntry } from '../shared/zip.js'
import { fraction } from './colours.js'
import { readPart } from './presentation.js'
import type { PptxShape } from './shapes.js'

/** Parts of the presentation that slides refer to but do not own. */
const shared =
  /^(slide|slideLayout|slideMaster|notesMaster|handoutMaster|officeDocument|theme|commentAuthors|author)$/
const drawn = /^(chart|chartEx|chartUserShapes|diagramData|diagramDrawing|drawing)$/
const embedded = /^(image|oleObject|package|control|activeXControlBinary|hdphoto|media|video|audio)$/

export async function* belongingPieces(
  document: OfficeDocument,
  entry: ZipEntry,
  shapes: readonly PptxShape[],
  standing: { readonly page?: number; readonly authors: ReadonlyMap<string, string> },
): AsyncGenerator<Piece> {
  const lines: Line[] = []
  const parts: Related[] = []
  for (const related of reachableFrom(document, entry.name, ({ type }) => shared.test(type))) {
    if (document.seen.has(related.entry)) continue
    if (/^(xml|vml)$/.test(extensionOf(related.entry.name)))
      for (const line of await textLines(document, related, standing.authors)) lines.push(line)
    else if (embedded.test(related.type)) parts.push(related)
  }
  const where = standing.page === undefined ? {} : { page: standing.page }
  const place = at(document.source.place, where)
  if (lines.length > 0) yield { kind: 'page', page: statedPage(place, lines) }
  yield* croppedNotes(shapes, standing.page)
  const boxes = pictureBoxes(document, entry, shapes)
  for (const { entry: part, type } of parts) {
    const role = type === 'image' || type === 'hdphoto' ? 'picture' : 'attachment'
    const box = boxes.get(part)
    yield partPiece(document, part, role, { ...where, ...(box && { box }) })
  }
}

async function textLines(
  document: OfficeDocument,
  { type, entry }: Related,
  authors: ReadonlyMap<string, string>,
): Promise<Line[]> {
  if (type === 'notesSlide') return noteLines(await readPart(document, entry))
  if (/comments$/i.test(type)) return commentLines(await readPart(document, entry), authors)
  const bytes = await take(document, entry)
  const { found, fault } = drawn.test(type) ? readDrawingText(bytes) : readXmlText(bytes)
  report(document, entry, fault)
  return labelled(found, drawn.test(type) ? 'textbox' : 'metadata')
}

function labelled(found: XmlText['found'], part: Part): Line[] {
  return found.map(({ label, text }) => statedLine(text, { part: label === 'alt' ? 'alt' : part, label }))
}

/** Everything written on the notes page; the page number the program fills in says nothing. */
function noteLines(root: XmlNode | null): Line[] {
  const lines: Line[] = []
  for (const node of root ? within(root) : []) {
    if (node.name !== 'p:sp') continue
    const type = child(node, 'p:nvSpPr', 'p:nvPr', 'p:ph')?.attributes['type']
    if (type === 'sldNum') continue
    const part: Part = type === 'hdr' ? 'header' : type === 'ftr' ? 'footer' : 'notes'
    for (const text of paragraphTexts(child(node, 'p:txBody'))) lines.push(statedLine(text, { part }))
  }
  return lines
}

function paragraphTexts(body: XmlNode | null): string[] {
  return elements(body, 'a:p')
    .map((paragraph) => {
      return [...within(paragraph)]
        .map((node) => (node.name === 'a:t' ? textOf(node) : node.name === 'a:br' ? ' ' : ''))
        .join('')
    })
    .filter((text) => text.trim() !== '')
}

/** Comments of both kinds: `p:cm` with `p:text`, and the later ones with a text body ([MS-PPTX] 2.6.16). */
function commentLines(root: XmlNode | null, authors: ReadonlyMap<string, string>): Line[] {
  const lines: Line[] = []
  let author = ''
  for (const node of root ? within(root) : []) {
    const local = node.name.replace(/^.*:/, '')
    if (local === 'cm' || local === 'reply') author = authors.get(node.attributes['authorId'] ?? '') ?? ''
    const texts = local === 'text' ? [textOf(node)] : local === 'txBody' ? paragraphTexts(node) : []
    for (const text of texts) {
      if (text.trim())
        lines.push(statedLine(text.trim(), { part: 'comment', ...(author && { label: author }) }))
    }
  }
  return lines
}

/** Names of those who commented, by number or id. */
export async function readAuthors(
  document: OfficeDocument,
  main: ZipEntry,
): Promise<ReadonlyMap<string, string>> {
  const authors = new Map<string, string>()
  for (const { type, entry } of relatedTo(document, main.name)) {
    if (!/^(commentAuthors|authors?)$/i.test(type)) continue
    const root = await readPart(document, entry)
    for (const node of root ? within(root) : [])
      if (node.attributes['name']) authors.set(node.attributes['id'] ?? '', node.attributes['name'])
  }
  return authors
}

function pictureBoxes(document: OfficeDocument, entry: ZipEntry, shapes: readonly PptxShape[]) {
  const targets = new Map(relatedTo(document, entry.name).map((related) => [related.id, related.entry]))
  const boxes = new Map<ZipEntry, NonNullable<PptxShape['box']>>()
  for (const { node, box } of shapes) {
    const target = targets.get(child(node, 'p:blipFill', 'a:blip')?.attributes['r:embed'] ?? '')
    if (target && box && !boxes.has(target)) boxes.set(target, box)
  }
  return boxes
}

/** What is cropped away is still in the file; the picture is looked at whole. */
function* croppedNotes(shapes: readonly PptxShape[], page: number | undefined): Generator<Piece> {
  const count = shapes.filter(({ node }) => isCropped(child(node, 'p:blipFill', 'a:srcRect'))).length
  if (count > 0 && page !== undefined)
    yield { kind: 'note', detail: { code: 'pptx.cropped', args: { page, count } satisfies Phrase['args'] } }
}

function isCropped(crop: XmlNode | null): boolean {
  return ['l', 't', 'r', 'b'].some((side) => fraction(crop?.attributes[side] ?? '0') > 0.02)
}
