/** Slides with their outline, and the parts around them, as pages. */
import { at } from '../../place.js'
import type { Line, Page, Piece, Step } from '../../types.js'
import type { Bytes } from '../shared/bytes.js'
import type { CompoundDocument } from '../shared/cfb/document.js'
import type { ArtRecord } from '../shared/office-art/records.js'
import { sceneOf } from './scene.js'
import { type Sights, sightsOf } from './sights.js'
import { textsIn } from './texts.js'
import { statedPage } from '../shared/stated.js'
import type { ListedSlide, PptPresentation, PresentationPart } from './presentation.js'
import { isSlideHidden, type PptContext, wordsIn } from './words.js'

/** The part a listed slide is stored in. */
export const partOf = ({ parts }: PptPresentation, { offset }: ListedSlide) =>
  parts.find(({ kind, record }) => kind === 'slide' && record.start - 8 === offset)

/** Texts of the outline stand on the slide too: they are told with it. */
export function* slidePieces(
  { source }: CompoundDocument,
  stream: Bytes,
  presentation: PptPresentation,
  slide: ListedSlide,
  number: number,
): Generator<Piece> {
  const record = partOf(presentation, slide)?.record
  const hidden = record !== undefined && isSlideHidden(stream, record.start, record.end)
  const standing: PptContext = {
    part: 'body',
    slide: presentation.size,
    hiddenBy: hidden ? 'hidden-attribute' : undefined,
    ...(record && !hidden && { sights: sightsOn(stream, presentation, slide, record) }),
  }
  const lines = wordsIn(stream, slide.outline.from, slide.outline.to, standing).lines
  if (record) lines.push(...wordsIn(stream, record.start, record.end, standing).lines)
  const page: Page = {
    ...statedPage(at(source.place, { page: number }), lines, number),
    of: presentation.slides.length,
  }
  yield { kind: 'page', page }
}

function sightsOn(
  stream: Bytes,
  { parts, masters, typeSizes }: PptPresentation,
  { outline }: ListedSlide,
  record: ArtRecord,
): Sights {
  const masterOf = (wanted: number) => {
    const offset = masters.find(({ id }) => id === wanted)?.offset
    return parts.find((part) => part.record.start - 8 === offset)?.record
  }
  const scene = sceneOf(stream, record, masterOf)
  return sightsOf(scene, textsIn(stream, outline.from, outline.to), typeSizes)
}

const standings: Readonly<Record<string, PptContext>> = {
  notes: { part: 'notes' },
  master: { part: 'master' },
  handout: { part: 'master' },
}

/** All that the presentation as it was saved last says. */
export function saidNow(stream: Bytes, { parts }: PptPresentation): ReadonlySet<string> {
  const said = new Set<string>()
  for (const { record, earlier } of parts) {
    if (earlier) continue
    const { lines } = wordsIn(stream, record.start - 8, record.end, { part: 'body' })
    for (const { spans } of lines) said.add(wordsOf(spans))
  }
  return said
}

const wordsOf = (spans: Line['spans']): string => spans.map(({ text }) => text).join('')

/** Notes, masters, handouts, and slides no list names any more; of earlier saves what `said` does not have. */
export function* partPieces(
  { source, gaps }: CompoundDocument,
  stream: Bytes,
  presentation: PptPresentation,
  part: PresentationPart,
  said: ReadonlySet<string>,
): Generator<Piece> {
  const { kind, record, earlier } = part
  const standing = standings[kind] ?? { part: 'body' }
  const unseen = kind === 'slide' ? 'hidden-attribute' : undefined
  const hiddenBy = earlier ? 'earlier-revision' : unseen
  const { lines, whole } = wordsIn(stream, record.start - 8, record.end, { ...standing, hiddenBy })
  const fresh = earlier
    ? lines.filter(({ spans }) => !said.has(wordsOf(spans)))
    : kind === 'document'
      ? withoutOutline(stream, lines, presentation, standing)
      : lines
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
  { slides }: PptPresentation,
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
  { slides }: PptPresentation,
  standing: PptContext,
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
