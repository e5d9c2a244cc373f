/** Layouts and masters: what slides inherit from them, and what they say themselves. */
import { at } from '../../place.js'
import type { HiddenBy, Piece } from '../../types.js'
import { type OfficeDocument, relatedTo } from '../shared/ooxml/document.js'
import { child, elements, type XmlNode } from '../shared/xml/tree.js'
import type { ZipEntry } from '../shared/zip.js'
import { type PptxColour, fillOf, type Palette, paletteOf } from './colours.js'
import { type PptxPresentation, readPart } from './presentation.js'
import { type PptxShape, shapesOf } from './shapes.js'
import { slideLines } from './slide-lines.js'

export interface SlideTemplate {
  readonly entry: ZipEntry
  readonly root: XmlNode
  readonly shapes: readonly PptxShape[]
  /** Its own shapes, then those it rests on. */
  readonly all: readonly PptxShape[]
  readonly palette: Palette
  readonly styles: XmlNode | null
  readonly colour: PptxColour
}

/** Layouts and masters read so far, by part name; null where the part holds nothing. */
export type SlideTemplates = Map<string, Promise<SlideTemplate | null>>

/** The layout of a slide, the master of a layout or of notes. */
export function modelOf(
  document: OfficeDocument,
  part: string,
  models: SlideTemplates,
): Promise<SlideTemplate | null> {
  const related = relatedTo(document, part).find(({ type }) =>
    /^(slideLayout|slideMaster|notesMaster)$/.test(type),
  )
  if (!related || related.entry.name === part) return Promise.resolve(null)
  const key = related.entry.name.toLowerCase()
  const known = models.get(key)
  if (known) return known
  // Set before it is read: a layout that names itself as its master finds nothing.
  models.set(key, Promise.resolve(null))
  const reading = readModel(document, related.entry, models)
  models.set(key, reading)
  return reading
}

async function readModel(
  document: OfficeDocument,
  entry: ZipEntry,
  models: SlideTemplates,
): Promise<SlideTemplate | null> {
  const isLayout = /slideLayout/i.test(entry.name)
  const under = isLayout ? await modelOf(document, entry.name, models) : null
  const root = await readPart(document, entry)
  if (!root) return null
  const palette = under?.palette ?? paletteOf(await themeOf(document, entry), child(root, 'p:clrMap'))
  const shapes = shapesOf(root, under?.all ?? [])
  return {
    entry,
    root,
    shapes,
    all: [...shapes, ...(under?.all ?? [])],
    palette,
    styles: child(root, 'p:txStyles') ?? under?.styles ?? null,
    colour: groundOf(root, palette, under ? under.colour : palette.colour('bg1')),
  }
}

async function themeOf(document: OfficeDocument, entry: ZipEntry): Promise<XmlNode | null> {
  const theme = relatedTo(document, entry.name).find(({ type }) => type === 'theme')
  return theme ? readPart(document, theme.entry) : null
}

/** Colour of the background: `otherwise` where none is stated, null where it is not one colour. */
export function groundOf(root: XmlNode, palette: Palette, otherwise: PptxColour): PptxColour {
  const background = child(root, 'p:cSld', 'p:bg')
  if (!background) return otherwise
  const fill = fillOf(child(background, 'p:bgPr'), palette)
  if (fill) return fill === 'none' ? otherwise : fill.colour
  const reference = child(background, 'p:bgRef')
  const scheme = elements(reference, 'a:schemeClr')[0]?.attributes['val']
  return reference?.attributes['idx'] === '1001' && scheme ? palette.colour(scheme) : null
}

const modelParts = /^ppt\/(slideLayouts|slideMasters|notesMasters|handoutMasters)\/[^/]*\.xml$/i

/** What layouts and masters say: shapes shown on every slide, prompts that never are; those no slide uses, unseen. */
export async function* modelPages(
  document: OfficeDocument,
  presentation: PptxPresentation,
  models: SlideTemplates,
): AsyncGenerator<Piece> {
  for (const reading of models.values()) {
    const model = await reading
    if (model) yield* modelPage(document, presentation, model, undefined)
  }
  for (const entry of document.zip.entries) {
    if (!modelParts.test(entry.name) || document.seen.has(entry)) continue
    const model = await readModel(document, entry, models)
    if (model) yield* modelPage(document, presentation, model, 'markup')
  }
}

function* modelPage(
  { source }: OfficeDocument,
  { width, height }: PptxPresentation,
  { palette, styles, colour, shapes, entry }: SlideTemplate,
  hiddenBy: HiddenBy | undefined,
): Generator<Piece> {
  const defaults = { palette, styles }
  const lines = slideLines(shapes, {
    width,
    height,
    defaults,
    colour,
    hiddenBy,
    part: 'master',
    promptsOnly: true,
  })
  if (lines.length === 0) return
  const place = at(source.place, { part: 'master', label: entry.name, pageSize: [width, height] })
  yield { kind: 'page', page: { place, width, height, lines, marks: [], reading: 'stated' } }
}
