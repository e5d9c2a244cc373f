/** The text of one page: lines with boxes, what nobody sees, and what must be read by eye. */
import type { Box, Line, Mark, Part } from '../../types.js'
import { seenIn } from '../shared/font/symbols.js'
import type { ZipEntry } from '../shared/zip.js'
import { charactersOf, glyphCount } from './cmap.js'
import { drawingOf, outlinesOf } from './drawing.js'
import { type OfdGlyph, readGlyphs } from './glyphs.js'
import { buildLines } from './lines.js'
import type { OfdPackage } from './package.js'
import type { OfdPage, Painted } from './page.js'
import { isUnreadable, readBack } from './readable.js'
import type { MediaResource } from './resources.js'
import { inPoints } from './geometry.js'
import { boxMarks, type OfdShape, shapeOf } from './shapes.js'
import { sightingOf, statedHiding } from './sight.js'
import { withoutTwins } from './twins.js'

export interface PageText {
  readonly lines: readonly Line[]
  /** Boxes drawn over the page. */
  readonly marks: readonly Mark[]
  /** A PDF page of what can only be seen; null when nothing is. */
  readonly drawing: Uint8Array | null
  /** Places of characters whose font is not embedded, so that neither code nor shape is known. */
  readonly illegible: readonly Box[]
}

/** Embedded fonts, read once. */
export interface Fonts {
  bytes(entry: ZipEntry): Promise<Uint8Array>
  characters(entry: ZipEntry): Promise<ReadonlyMap<number, string>>
}

export function openFonts(pack: OfdPackage): Fonts {
  const programs = new Map<ZipEntry, Promise<Uint8Array>>()
  const maps = new Map<ZipEntry, Promise<ReadonlyMap<number, string>>>()
  return {
    bytes(entry) {
      const known = programs.get(entry) ?? pack.bytes(entry)
      programs.set(entry, known)
      return known
    },
    characters(entry) {
      const known = maps.get(entry) ?? this.bytes(entry).then(charactersOf)
      maps.set(entry, known)
      return known
    },
  }
}

interface Sorted {
  /** Letters that may stand on a line together: of the page, of its annotations, of each pattern. */
  readonly glyphs: Map<unknown, { readonly part: Part; readonly glyphs: OfdGlyph[] }>
  readonly unread: OfdGlyph[]
  readonly fonts: Map<string, Uint8Array>
  readonly illegible: Box[]
}

export async function readPageText(canvas: OfdPage, fonts: Fonts): Promise<PageText> {
  const page: Box = inPoints([0, 0, canvas.area[2], canvas.area[3]])
  const sorted: Sorted = { glyphs: new Map(), unread: [], fonts: new Map(), illegible: [] }
  const shapes: OfdShape[] = []
  for (const [order, painted] of canvas.painted.entries()) {
    if (painted.object.kind === 'text') await sortText(painted, order, fonts, sorted)
    else {
      const shape = shapeOf(painted.object, order, () => isOpaque(painted))
      if (shape) shapes.push(shape)
    }
  }
  const colourOf = (order: number) => {
    const { fill, stroke } = canvas.painted[order]!.object.painting
    return fill ? fill.colour : (stroke?.colour ?? null)
  }
  const sighting = sightingOf(page, shapes, colourOf)
  const lines = withoutEchoes(
    [...sorted.glyphs.values()].flatMap(({ part, glyphs }) =>
      buildLines(shapes.length > 0 ? withoutTwins(glyphs, sighting) : glyphs, sighting, part),
    ),
  )
  const paths = canvas.painted.filter(({ object }) => object.kind === 'path').map(({ object }) => object)
  const outlines = outlinesOf(paths, page)
  const drawn = sorted.unread.length > 0 || outlines.length > 0
  const all = [...sorted.glyphs.values()].flatMap(({ glyphs }) => glyphs)
  return {
    marks: boxMarks(page, shapes, all),
    lines: lines.map((line) => (line.part === 'body' ? withoutPart(line) : line)),
    drawing: drawn ? drawingOf(page, sorted.unread, sorted.fonts, outlines) : null,
    illegible: sorted.illegible,
  }
}

async function sortText(painted: Painted, order: number, fonts: Fonts, sorted: Sorted): Promise<void> {
  const { object, resources, annotation } = painted
  const font = resources.fonts.get(object.node.attributes['Font'] ?? '')
  const glyphs = readGlyphs(object, order, font?.bold ?? false, statedHiding(object)).map((glyph) => {
    const text = seenIn(font?.name, glyph.text)
    return text === glyph.text ? glyph : { ...glyph, text }
  })
  const part: Part = annotation ? 'annotation' : 'body'
  let readable: readonly OfdGlyph[] | null = glyphs
  if (isUnreadable(glyphs)) {
    readable = font?.file ? readBack(glyphs, await fonts.characters(font.file)) : null
    const program = readable || !font?.file ? null : await fonts.bytes(font.file)
    if (program && glyphs.every(({ glyph }) => glyph !== null && glyph < glyphCount(program))) {
      sorted.fonts.set(object.node.attributes['Font'] ?? '', program)
      for (const glyph of glyphs) sorted.unread.push(glyph)
    } else if (!readable && object.visible) sorted.illegible.push(inPoints(object.box))
  }
  const known: OfdGlyph[] = sorted.glyphs.get(object.cell ?? part)?.glyphs ?? []
  for (const glyph of readable ?? glyphs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))) known.push(glyph)
  sorted.glyphs.set(object.cell ?? part, { part, glyphs: known })
}

/** JPEG has no transparency; other formats may. */
function isOpaque({ object, resources }: Painted): boolean {
  const media: MediaResource | undefined = resources.media.get(object.node.attributes['ResourceID'] ?? '')
  const masked = object.node.attributes['ImageMask'] !== undefined
  return (
    !masked && media !== undefined && /^(JPE?G|BMP)$|\.(jpe?g|bmp)$/i.test(media.format || media.location)
  )
}

function withoutPart({ part: _part, ...line }: Line): Line {
  return line
}

/** A watermark is laid out beyond the page's edges too: what says there the same as on the page is left out. */
function withoutEchoes(lines: readonly Line[]): readonly Line[] {
  const isOutside = ({ spans, part }: Line) =>
    part === 'annotation' && spans.every(({ hiddenBy }) => hiddenBy === 'outside-page')
  const echoed = lines.filter((line) => line.part === 'annotation' && !isOutside(line))
  const seen = new Set(echoed.map(({ spans }) => spans.map(({ text }) => text).join('')))
  if (seen.size === 0 || seen.size > mostWatermarks) return lines
  const isEcho = (text: string) => [...seen].some((other) => other.includes(text))
  return lines.flatMap((line) => {
    if (line.part !== 'annotation') return [line]
    const spans = line.spans.filter(
      ({ hiddenBy, text }) => hiddenBy !== 'outside-page' || !isEcho(text.trim()),
    )
    return spans.length > 0 ? [{ ...line, spans }] : []
  })
}

const mostWatermarks = 50
