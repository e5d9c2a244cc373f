/** One DocBody of OFD.xml: its information, its document's pages, attachments, tags, signatures and earlier versions. */
import { at } from '../../place.js'
import type { Line, Piece, Place } from '../../types.js'
import { statedPage } from '../shared/stated.js'
import { child, elements, textOf, type XmlNode } from '../shared/xml/tree.js'
import type { ZipEntry } from '../shared/zip.js'
import { annotate, readAnnotations } from './annotations.js'
import { readDocument } from './document.js'
import { type OfdPage, readCanvas, type TemplateCache } from './page.js'
import { type Fonts, readPageText } from './page-text.js'
import { innerPiece, picturesOf } from './parts.js'
import { inPoints } from './geometry.js'
import { readSignatures } from './signatures.js'
import { informationLines } from './statements.js'
import { besidePages } from './beside.js'
import { missing, type OfdReading } from './reading.js'

export async function* bodyPieces(
  reading: OfdReading,
  body: XmlNode,
  label: string | undefined,
): AsyncGenerator<Piece> {
  const { pack, source } = reading
  const lines = informationLines(body)
  if (lines.length > 0)
    yield { kind: 'page', page: statedPage(at(source.place, { part: 'metadata' }), lines) }
  const location = textOf(child(body, 'DocRoot')).trim()
  const root = pack.find(location, 'OFD.xml')
  if (root) yield* documentPieces(reading, root, { label })
  else yield missing(source.place, location || 'DocRoot')
  for (const versions of elements(body, 'Versions')) {
    for (const version of elements(versions, 'Version')) yield* versionPieces(reading, version)
  }
  for (const list of elements(body, 'Signatures')) yield* readSignatures(reading, textOf(list))
}

/** 18: a version lists its files and has its own Document.xml; what it shares with the present one was read there. */
async function* versionPieces(reading: OfdReading, version: XmlNode): AsyncGenerator<Piece> {
  const { pack } = reading
  const entry = pack.find(version.attributes['BaseLoc'] ?? '', 'OFD.xml')
  const root = entry && (await pack.read(entry))
  const location = textOf(child(root, 'DocRoot')).trim()
  const document = entry && location ? pack.find(location, 'OFD.xml', entry.name) : null
  const current = version.attributes['Current'] === 'true'
  if (document) yield* documentPieces(reading, document, { label: document.name, earlier: !current })
}

interface Manner {
  readonly label: string | undefined
  /** A version that is no longer shown. */
  readonly earlier?: boolean
}

async function* documentPieces(reading: OfdReading, entry: ZipEntry, manner: Manner): AsyncGenerator<Piece> {
  if (reading.read.has(entry)) return
  reading.read.add(entry)
  const { pack, source, fonts } = reading
  const document = await readDocument(pack, entry)
  if (!document) {
    yield {
      kind: 'gap',
      cause: 'corrupt',
      place: source.place,
      detail: { code: 'ofd.no-content', args: { name: entry.name } },
    }
    return
  }
  const annotations = await readAnnotations(pack, document)
  const templates: TemplateCache = new Map()
  for (const [index, reference] of document.pages.entries()) {
    reading.work.budget.signal.throwIfAborted()
    const place = at(source.place, { page: index + 1, ...(manner.label && { label: manner.label }) })
    const canvas = await readCanvas(pack, document, reference, templates)
    if (!canvas) {
      yield missing(place, reference.location)
      continue
    }
    const notes = annotate(canvas, annotations.get(reference.id) ?? [], document)
    yield* pagePieces(
      reading,
      canvas,
      notes,
      { place, number: index + 1, of: document.pages.length, ...manner },
      fonts,
    )
  }
  yield* besidePages(reading, document)
}

interface Standing extends Manner {
  readonly place: Place
  readonly number: number
  readonly of: number
}

async function* pagePieces(
  { pack }: OfdReading,
  canvas: OfdPage,
  notes: readonly Line[],
  standing: Standing,
  fonts: Fonts,
): AsyncGenerator<Piece> {
  const { number, of, earlier } = standing
  const [, , width, height] = inPoints(canvas.area)
  const place = at(standing.place, { pageSize: [width, height] })
  const text = await readPageText(canvas, fonts)
  const lines = [...text.lines, ...notes]
  yield {
    kind: 'page',
    page: {
      place,
      width,
      height,
      lines: earlier ? lines.map(outdated) : lines,
      marks: text.marks,
      reading: 'stated',
      number,
      of,
    },
  }
  if (text.drawing) yield innerPiece(place, `page-${number}.pdf`, text.drawing)
  for (const box of text.illegible.slice(0, 1))
    yield { kind: 'gap', cause: 'illegible', place: at(place, { box }), detail: { code: 'ofd.illegible' } }
  if (canvas.overfull) yield { kind: 'gap', cause: 'limit', place, detail: { code: 'ofd.overfull' } }
  for (const id of canvas.missing) yield missing(place, `TemplateID=${id}`)
  yield* picturesOf(pack, canvas, place)
}

function outdated(line: Line): Line {
  return {
    ...line,
    spans: line.spans.map((span) => ({ ...span, sight: 'hidden', hiddenBy: 'earlier-revision' })),
  }
}
