/** Pictures: every frame as upright pixels, and the text fields that travel with them. */
import { Uninspectable } from '../errors.js'
import { at, enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Page, Piece, Source, Work } from '../types.js'
import { afterEnd } from './picture/after.js'
import { anatomyOf } from './picture/anatomies.js'
import type { Anatomy } from './picture/anatomy.js'
import { closed } from './picture/closed.js'
import { metadataLines } from './picture/fields.js'
import { tiffPages } from './picture/frames.js'
import { pictureKind, type PictureFormat } from './picture/kinds.js'
import { sheets } from './picture/sheets.js'
import { isAlike } from './picture/thumbnail.js'
import { statedPage } from './shared/stated.js'

/** sharp needs the whole file in memory. */
const MOST_MEGABYTES = 1024

export const picture: Extractor = {
  format: 'picture',
  extensions: [
    'png',
    'apng',
    'jpg',
    'jpeg',
    'jpe',
    'jfif',
    'webp',
    'gif',
    'tif',
    'tiff',
    'bmp',
    'dib',
    'avif',
  ],
  accepts: (probe) =>
    pictureKind(probe.head) !== null && !/\.(dng|nef|arw|cr2|orf|rw2|pef|srw)$/.test(probe.name),
  extract,
  async countPages(source) {
    const bytes = await load(source)
    return pictureKind(bytes) === 'tiff' ? Math.max(1, tiffPages(bytes).ifds.length) : 1
  },
}

async function load(source: Source): Promise<Uint8Array> {
  if (source.size <= MOST_MEGABYTES * 1024 ** 2) return source.bytes()
  throw new Uninspectable('limit', { code: 'picture.too-long', args: { limit: MOST_MEGABYTES } })
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const bytes = await load(source)
  const kind = pictureKind(bytes)!
  const anatomy = (work.range?.from ?? 1) === 1 ? await anatomyOf(kind, bytes) : null
  if (anatomy) yield* besides(source, bytes, anatomy)
  const isOpen = anatomy !== null && hasEnd.has(kind) && anatomy.end === null
  const whole = isOpen ? closed(kind, bytes) : shownBytes(kind, bytes, anatomy)
  let isBroken = false
  let told = anatomy === null || !hasEnd.has(kind) || (whole !== null && !anatomy.damaged)
  for await (const piece of sheets(kind, whole ?? bytes, source.place, work)) {
    told ||= piece.kind === 'gap'
    isBroken ||= piece.kind === 'gap'
    yield piece.kind === 'page' ? { ...piece, page: asStood(piece.page, source) } : piece
  }
  if (!told) yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'picture.damaged' } }
  else if (isOpen && !isBroken) yield { kind: 'note', detail: { code: 'picture.unended' } }
}

/** What the document around it shows of the picture. */
const asStood = (page: Page, { shown, hiddenBy }: Source): Page => ({
  ...page,
  ...(shown && { shown }),
  ...(hiddenBy && { hiddenBy }),
})

/** The decoder of GIF takes whatever follows the end of the file for one more frame, and calls that damaged. */
function shownBytes(kind: PictureFormat, bytes: Uint8Array, anatomy: Anatomy | null): Uint8Array {
  return kind === 'gif' && anatomy?.end ? bytes.subarray(0, anatomy.end) : bytes
}

/** Formats that say where they end; a file that breaks off may have lost text even if all pixels are there. */
const hasEnd = new Set<PictureFormat>(['png', 'jpeg', 'gif', 'webp'])

/** What is not pixels; it belongs to the whole file. */
async function* besides(source: Source, bytes: Uint8Array, anatomy: Anatomy): AsyncGenerator<Piece> {
  const { lines, thumbnails } = metadataLines(anatomy)
  if (lines.length > 0)
    yield { kind: 'page', page: statedPage(at(source.place, { part: 'metadata' }), lines) }
  yield* drawings(source, anatomy)
  for (const thumbnail of thumbnails) yield await thumbnailPiece(source, thumbnail, bytes)
  yield* afterEnd(bytes, anatomy.end, source.place)
}

/** The drawing that a PNG was made from, kept in its text fields: it may hold more than the picture shows. */
function* drawings({ place }: Source, { fields }: Anatomy): Generator<Piece> {
  for (const { label, bytes } of fields)
    if (/^(mxGraphModel|mxfile)$/.test(label))
      yield { kind: 'part', role: 'attachment', source: memorySource(enter(place, { name: `${label}.xml`, part: 'metadata' }), bytes) } // prettier-ignore
}

async function thumbnailPiece(source: Source, thumbnail: Uint8Array, bytes: Uint8Array): Promise<Piece> {
  const place = enter(source.place, { name: 'exif-thumbnail.jpg', part: 'picture', label: 'exif-thumbnail' })
  if (await isAlike(thumbnail, bytes)) return { kind: 'inert', place, detail: { code: 'picture.thumbnail' } }
  return { kind: 'part', role: 'picture', source: memorySource(place, thumbnail) }
}
