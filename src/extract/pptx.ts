/** PowerPoint and WPS presentations saved as Office Open XML: slides with the places of their texts, notes, masters. */
import { at } from '../place.js'
import type { Extractor, HiddenBy, Piece, Probe, Source, Work } from '../types.js'
import { belongingPieces, readAuthors } from './pptx/belongings.js'
import { paletteOf } from './pptx/colours.js'
import { groundOf, modelOf, modelPages, type SlideTemplates } from './pptx/models.js'
import { type PptxPresentation, readPart, readPresentation } from './pptx/presentation.js'
import { shapesOf } from './pptx/shapes.js'
import { slideLines } from './pptx/slide-lines.js'
import { isCutOff } from './shared/zip/cut-off.js'
import { mainPart, type OfficeDocument, openOffice } from './shared/ooxml/document.js'
import { leftoverPieces, outsidePieces, propertyPieces } from './shared/ooxml/rest.js'
import { withSpelledBoxes } from './shared/paragraph/spelled-boxes.js'
import { statedPage } from './shared/stated.js'
import { child, within, type XmlNode } from './shared/xml/tree.js'
import type { ZipEntry } from './shared/zip.js'

const extensions = ['pptx', 'pptm', 'ppsx', 'ppsm', 'potx', 'potm', 'dps', 'dpt']

export const pptx: Extractor = {
  format: 'pptx',
  extensions,
  accepts: (probe: Probe) =>
    probe.entries.some((entry) => /^\/?ppt\/(presentation|slides\/)/i.test(entry)) ||
    isCutOff(probe, extensions),
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const document = await openOffice(source, work)
  const main = mainPart(document, /^ppt\/presentation\.xml$/i)
  if (!main)
    yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'pptx.no-presentation' } }
  else yield* presentationPieces(document, await readPresentation(document, main))
  yield* propertyPieces(document)
  yield* outsidePieces(document)
  yield* leftoverPieces(document)
  yield* document.gaps
}

async function* presentationPieces(
  document: OfficeDocument,
  presentation: PptxPresentation,
): AsyncGenerator<Piece> {
  const { source, zip } = document
  const models: SlideTemplates = new Map()
  const authors = await readAuthors(document, presentation.entry)
  for (const [index, entry] of presentation.slides.entries()) {
    const number = index + 1
    document.work.budget.signal.throwIfAborted()
    if (entry) yield* slidePieces(document, presentation, entry, models, { number, authors })
    else {
      const detail = { code: 'pptx.no-slide', args: { page: number } } as const
      yield { kind: 'gap', cause: 'corrupt', place: at(source.place, { page: number }), detail }
    }
  }
  for (const entry of zip.entries) {
    if (/^ppt\/slides\/[^/]*\.xml$/i.test(entry.name) && !document.seen.has(entry))
      yield* slidePieces(document, presentation, entry, models, { authors })
  }
  yield* modelPages(document, presentation, models)
  if (presentation.lines.length > 0)
    yield { kind: 'page', page: statedPage(source.place, presentation.lines) }
}

/** `number` is absent for a slide that the presentation no longer lists. */
interface Standing {
  readonly number?: number
  readonly authors: ReadonlyMap<string, string>
}

async function* slidePieces(
  document: OfficeDocument,
  presentation: PptxPresentation,
  entry: ZipEntry,
  models: SlideTemplates,
  { number, authors }: Standing,
): AsyncGenerator<Piece> {
  const { width, height } = presentation
  const model = await modelOf(document, entry.name, models)
  const root = await readPart(document, entry)
  if (!root) return
  const palette = model?.palette ?? paletteOf(null, null)
  const shapes = shapesOf(root, model?.all ?? [])
  const unseen = number === undefined || /^(0|false)$/.test(root.attributes['show'] ?? '')
  const hiddenBy: HiddenBy | undefined = unseen ? 'hidden-attribute' : undefined
  const ground = {
    width,
    height,
    defaults: { palette, styles: model?.styles ?? null },
    colour: groundOf(root, palette, model?.colour ?? null),
    hiddenBy,
    behind: [...(model?.all ?? [])].reverse(),
    animated: animatedShapes(root),
  }
  const lines = withSpelledBoxes(slideLines(shapes, ground))
  const page = number === undefined ? { label: entry.name } : { page: number }
  const place = at(document.source.place, { ...page, pageSize: [width, height] })
  const counted = number === undefined ? {} : { number, of: presentation.slides.length }
  yield { kind: 'page', page: { place, width, height, lines, marks: [], reading: 'stated', ...counted } }
  yield* belongingPieces(document, entry, shapes, { ...(number !== undefined && { page: number }), authors })
}

/** Shapes that animations name (ECMA-376 19.5.79). */
function animatedShapes(root: XmlNode): ReadonlySet<string> {
  const timing = child(root, 'p:timing')
  const targets = timing ? [...within(timing)].filter(({ name }) => name === 'p:spTgt') : []
  return new Set(targets.map(({ attributes }) => attributes['spid'] ?? ''))
}
