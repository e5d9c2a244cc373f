/** PowerPoint 97 to 2003 and WPS presentations: slides, notes, masters, what earlier saves left, pictures, objects ([MS-PPT]). */
import { inflateSync } from 'node:zlib'
import { Uninspectable } from '../errors.js'
import { at, enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Line, Page, Piece, Source, Step, Work } from '../types.js'
import { readEdits } from './ppt/edits.js'
import {
  type ListedSlide,
  type Presentation,
  type PresentationPart,
  readPresentation,
} from './ppt/presentation.js'
import { isSlideHidden, type Standing, wordsIn } from './ppt/words.js'
import type { Bytes } from './shared/bytes.js'
import { type CompoundDocument, openCompound, restPieces, takeNamed } from './shared/cfb-rest.js'
import { type ArtPicture, artRecords, blipOf, isBlip } from './shared/office-art.js'
import { ArtPictures } from './shared/office-art-pieces.js'
import { statedPage } from './shared/stated.js'

export const ppt: Extractor = {
  format: 'ppt',
  extensions: ['ppt', 'pps', 'pot', 'dps', 'dpt'],
  accepts: ({ entries }) => entries.some((entry) => /^(PowerPoint Document|PP40)$/i.test(entry)),
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const document = await openCompound(source, work.budget)
  const stream = takeNamed(document, 'PowerPoint Document')
  if (stream) yield* presentationPieces(document, stream, work)
  if (takeNamed(document, 'PP40')) {
    const detail = { code: 'legacy.old', args: { version: 'PowerPoint 95' } } as const
    yield { kind: 'gap', cause: 'unsupported', place: source.place, detail }
  }
  yield* restPieces(document)
}

async function* presentationPieces(
  document: CompoundDocument,
  stream: Bytes,
  work: Work,
): AsyncGenerator<Piece> {
  const { source, gaps } = document
  const edits = readEdits(stream, takeNamed(document, 'Current User'))
  if (edits.encrypted) throw new Uninspectable('encrypted', { code: 'office.encrypted' })
  const presentation = readPresentation(stream, edits)
  const { parts, slides } = presentation
  const broken = (code: 'ppt.broken' | 'ppt.no-document') =>
    gaps.push({ kind: 'gap', cause: 'corrupt', place: source.place, detail: { code } })
  if (!parts.some(({ kind }) => kind === 'document')) broken('ppt.no-document')
  else if (!presentation.whole || slides.some((slide) => !partOf(presentation, slide))) broken('ppt.broken')
  const told = new Set<PresentationPart>()
  for (const [index, slide] of slides.entries()) {
    work.budget.signal.throwIfAborted()
    const part = partOf(presentation, slide)
    if (part) told.add(part)
    yield* slidePieces(document, stream, presentation, slide, index + 1)
  }
  for (const part of parts) {
    work.budget.signal.throwIfAborted()
    if (part.kind === 'object') yield objectPiece(document, stream, part)
    else if (!told.has(part)) yield* partPieces(document, stream, presentation, part)
  }
  yield* picturePieces(document, takeNamed(document, 'Pictures'))
}

const partOf = ({ parts }: Presentation, { offset }: ListedSlide) =>
  parts.find(({ kind, record }) => kind === 'slide' && record.start - 8 === offset)

/** Texts of the outline stand on the slide too: they are told with it. */
function* slidePieces(
  { source }: CompoundDocument,
  stream: Bytes,
  presentation: Presentation,
  slide: ListedSlide,
  number: number,
): Generator<Piece> {
  const record = partOf(presentation, slide)?.record
  const hidden = record !== undefined && isSlideHidden(stream, record.start, record.end)
  const standing: Standing = {
    part: 'body',
    slide: presentation.size,
    hiddenBy: hidden ? 'hidden-attribute' : undefined,
  }
  const lines = wordsIn(stream, slide.outline.from, slide.outline.to, standing).lines
  if (record) lines.push(...wordsIn(stream, record.start, record.end, standing).lines)
  const page: Page = {
    ...statedPage(at(source.place, { page: number }), lines, number),
    of: presentation.slides.length,
  }
  yield { kind: 'page', page }
}

const standings: Readonly<Record<string, Standing>> = {
  notes: { part: 'notes' },
  master: { part: 'master' },
  handout: { part: 'master' },
}

function* partPieces(
  { source, gaps }: CompoundDocument,
  stream: Bytes,
  presentation: Presentation,
  part: PresentationPart,
): Generator<Piece> {
  const { kind, record, earlier } = part
  const standing = standings[kind] ?? { part: 'body' }
  const unseen = kind === 'slide' ? 'hidden-attribute' : undefined
  const hiddenBy = earlier ? 'earlier-revision' : unseen
  const { lines, whole } = wordsIn(stream, record.start - 8, record.end, { ...standing, hiddenBy })
  const fresh =
    kind === 'document' && !earlier ? withoutOutline(stream, lines, presentation, standing) : lines
  if (fresh.length > 0) {
    const place = at(source.place, {
      ...partPlace(stream, presentation, part),
      ...(kind === 'master' && { part: 'master' }),
    })
    yield { kind: 'page', page: statedPage(place, fresh) }
  }
  if (!whole)
    gaps.push({ kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'ppt.broken' } })
}

/** Notes name the slide they belong to (NotesAtom, 2.5.12). */
function partPlace(
  stream: Bytes,
  { slides }: Presentation,
  { kind, record, earlier }: PresentationPart,
): Partial<Step> {
  if (kind !== 'notes' || earlier || stream.uint16(record.start + 2) !== 0x03f1) return {}
  const index = slides.findIndex(({ id }) => id === stream.uint32(record.start + 8))
  return index < 0 ? {} : { page: index + 1 }
}

/** What the document part says beside the texts of its slides, which were told with them. */
function withoutOutline(
  stream: Bytes,
  lines: readonly Line[],
  { slides }: Presentation,
  standing: Standing,
): Line[] {
  const left = new Map<string, number>()
  for (const { outline } of slides)
    for (const { spans } of wordsIn(stream, outline.from, outline.to, standing).lines)
      left.set(spans[0]!.text, (left.get(spans[0]!.text) ?? 0) + 1)
  return lines.filter(({ spans }) => {
    const count = left.get(spans[0]!.text) ?? 0
    left.set(spans[0]!.text, count - 1)
    return count <= 0
  })
}

const MOST_OBJECT = 512 * 1024 * 1024

/** ExOleObjStg (2.10.34): a compound file, compressed or not. */
function objectPiece({ source }: CompoundDocument, stream: Bytes, { record }: PresentationPart): Piece {
  const place = enter(source.place, { name: `object-${record.start}.ole`, part: 'attachment' })
  const stored = stream.slice(record.start + (record.instance === 1 ? 4 : 0), record.end)
  if (record.instance !== 1) return { kind: 'part', role: 'attachment', source: memorySource(place, stored) }
  try {
    const bytes = inflateSync(stored, { maxOutputLength: MOST_OBJECT })
    return { kind: 'part', role: 'attachment', source: memorySource(place, bytes) }
  } catch {
    return { kind: 'gap', cause: 'corrupt', place, detail: { code: 'ppt.broken' } }
  }
}

function* picturePieces(
  { source: { place }, gaps }: CompoundDocument,
  stream: Bytes | null,
): Generator<Piece> {
  if (!stream) return
  const found: ArtPicture[] = []
  let damaged = false
  for (const record of artRecords(stream)) {
    const picture = isBlip(record) ? blipOf(stream, record) : null
    if (picture) found.push(picture)
    else damaged = true
  }
  yield* new ArtPictures(place).pieces(found)
  if (damaged) gaps.push({ kind: 'gap', cause: 'corrupt', place, detail: { code: 'art.picture' } })
}
