/** The parts of an old presentation in the order they are shown, and what each is ([MS-PPT] 2.1.2, 2.4). */
import type { Bytes } from '../shared/bytes.js'
import { type ArtRecord, artRecords } from '../shared/office-art/records.js'
import type { Edits } from './edits.js'
import { readMasterRun } from './type-runs.js'

export type PptPartKind = 'document' | 'slide' | 'notes' | 'master' | 'handout' | 'object' | 'other'

export interface PresentationPart {
  readonly kind: PptPartKind
  readonly record: ArtRecord
  /** Left over from an earlier save. */
  readonly earlier: boolean
}
export interface PptPresentation {
  readonly parts: readonly PresentationPart[]
  /** Slides in order: where each begins, its number in the file, its texts in the outline. */
  readonly slides: readonly ListedSlide[]
  readonly masters: readonly ListedSlide[]
  /** Points of type by kind of text, as the first master has it. */
  readonly typeSizes: ReadonlyMap<number, number>
  readonly size: readonly [width: number, height: number]
  readonly whole: boolean
}
export interface ListedSlide {
  readonly offset: number
  readonly id: number
  /** Stretches of the document part. */
  outline: { readonly from: number; to: number }
}

const kinds: Readonly<Record<number, PptPartKind>> = {
  0x03e8: 'document',
  0x03ee: 'slide',
  0x03f0: 'notes',
  0x03f8: 'master',
  0x0fc9: 'handout',
  0x1011: 'object',
}
/** Lists of numbers and of saves, without words. */
const wordless = new Set([0x0ff5, 0x1772, 0x03f3])

export function readPresentation(stream: Bytes, { live }: Edits): PptPresentation {
  const present = live && new Set(live.values())
  const parts: PresentationPart[] = []
  const records = artRecords(stream)
  let whole = false
  for (let next = records.next(); ; next = records.next()) {
    if (next.done) {
      whole = next.value
      break
    }
    const record = next.value
    if (record.depth > 1 || wordless.has(record.type)) continue
    const kind = kinds[record.type] ?? 'other'
    parts.push({
      kind,
      record,
      earlier: kind !== 'other' && present !== null && !present.has(record.start - 8),
    })
  }
  const document = parts.find(({ kind, earlier }) => kind === 'document' && !earlier)?.record
  const masters = document ? listed(stream, document, 1, live ?? new Map()) : []
  const masterAt = new Set(masters.map(({ offset }) => offset))
  return {
    parts: parts.map((part) =>
      part.kind === 'slide' && masterAt.has(part.record.start - 8) ? { ...part, kind: 'master' } : part,
    ),
    slides: document ? listed(stream, document, 0, live ?? new Map()) : [],
    masters,
    typeSizes: typeSizesIn(stream, parts, masterAt),
    size: document ? slideSize(stream, document) : [5760, 4320],
    whole,
  }
}

const [SLIDE_LIST, PERSIST, DOCUMENT_ATOM] = [0x0ff0, 0x03f3, 0x03e9]

/** SlideListWithTextContainer (2.4.14.3) of slides (0) or masters (1): each is named, its texts follow. */
function listed(
  stream: Bytes,
  document: ArtRecord,
  instance: 0 | 1,
  live: ReadonlyMap<number, number>,
): ListedSlide[] {
  const slides: ListedSlide[] = []
  for (const list of artRecords(stream, document.start, document.end)) {
    if (list.type !== SLIDE_LIST || list.instance !== instance) continue
    for (const record of artRecords(stream, list.start, list.end)) {
      if (record.type === PERSIST)
        slides.push({
          offset: live.get(stream.uint32(record.start)) ?? -1,
          id: stream.uint32(record.start + 12),
          outline: { from: record.end, to: record.end },
        })
      else if (slides.length > 0) slides.at(-1)!.outline.to = record.end
    }
  }
  return slides
}

function slideSize(stream: Bytes, document: ArtRecord): [number, number] {
  for (const { type, start } of artRecords(stream, document.start, document.end))
    if (type === DOCUMENT_ATOM) return [stream.int32(start), stream.int32(start + 4)]
  return [5760, 4320]
}

const MASTER_STYLE = 0x0fa3

/** Sizes of the first level of each kind of text (TextMasterStyleAtom, 2.9.35), of the first master that states one. */
function typeSizesIn(
  stream: Bytes,
  parts: readonly PresentationPart[],
  masters: ReadonlySet<number>,
): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const { kind, record } of parts) {
    if (kind !== 'document' && !masters.has(record.start - 8)) continue
    for (const style of artRecords(stream, record.start, record.end)) {
      if (style.type !== MASTER_STYLE || sizes.has(style.instance)) continue
      const { size } = readMasterRun(stream, style)
      if (size) sizes.set(style.instance, size)
    }
  }
  return sizes
}
