/** The words in one part of an old presentation – slide, notes, master, the document – with where they stand ([MS-PPT] 2.9, 2.13). */
import type { HiddenBy, Line, Part } from '../../types.js'
import type { Bytes } from '../shared/bytes.js'
import { isProperties, propertyNumber, propertyTexts } from '../shared/office-art/properties.js'
import { type ArtRecord, artRecords } from '../shared/office-art/records.js'
import { artLines } from '../shared/office-art/pieces.js'
import { statedLine, statedSpan } from '../shared/stated.js'
import type { Sights } from './sights.js'
import { hasHan } from '../shared/xml/text.js'

export interface PptContext {
  readonly part: Part
  readonly hiddenBy?: HiddenBy | undefined
  /** In the units of the file, 576 to the inch. */
  readonly slide?: readonly [width: number, height: number]
  readonly sights?: Sights
}
export interface Words {
  readonly lines: Line[]
  readonly whole: boolean
}

const SHAPE = 0xf004
const types = {
  chars: 0x0fa0,
  bytes: 0x0fa8,
  string: 0x0fba,
  headersFooters: 0x0fd9,
  comment: 0x2ee0,
  hyperlink: 0x0fd7,
  placeholder: 0x0bc3,
  tagData: 0x138b,
  slideInfo: 0x03f9,
  clientAnchor: 0xf010,
} as const
const DEEPEST = 8

/** What surrounds a text: the last container of each kind that has not ended. */
interface Around {
  end: number
  readonly type: number
  hiddenBy?: HiddenBy
  prompt?: true
  author?: string
}

export function wordsIn(bytes: Bytes, from: number, to: number, standing: PptContext, depth = 0): Words {
  const lines: Line[] = []
  const around: Around[] = []
  const records = artRecords(bytes, from, to)
  let whole = true
  for (let next = records.next(); ; next = records.next()) {
    if (next.done) return { lines, whole: whole && next.value }
    const record = next.value
    while (around.length > 0 && record.start > around.at(-1)!.end) around.pop()
    if (record.version === 15) around.push({ type: record.type, end: record.end })
    if (record.type === types.tagData && depth < DEEPEST) {
      const inner = wordsIn(bytes, record.start, record.end, standing, depth + 1)
      lines.push(...inner.lines)
    } else lines.push(...linesOf(bytes, record, around, standing))
  }
}

function linesOf(bytes: Bytes, record: ArtRecord, around: Around[], standing: PptContext): Line[] {
  const shape = around.findLast(({ type }) => type === SHAPE)
  const { type, start, end } = record
  if (isProperties(record)) return drawn(bytes, record, shape, standing)
  if (type === types.clientAnchor && shape && standing.slide && isOutside(bytes, record, standing.slide))
    shape.hiddenBy ??= 'outside-page'
  if (type === types.placeholder && shape && standing.part === 'master' && bytes.uint8(start + 4) < 7)
    shape.prompt = true
  const text =
    type === types.chars || type === types.string
      ? bytes.utf16(start, (end - start) >> 1)
      : type === types.bytes
        ? bytes.latin1(start, end - start)
        : null
  if (text === null) return []
  return type === types.string ? named(text, record, around, standing) : spoken(text, start, shape, standing)
}

function spoken(text: string, at: number, shape: Around | undefined, standing: PptContext): Line[] {
  const { part, hiddenBy, sights } = standing
  const why = hiddenBy ?? (shape?.prompt ? 'markup' : shape?.hiddenBy)
  const seen = why ? undefined : sights?.get(at)
  if (!seen) return paragraphs(text).map((said) => statedLine(said, { part, ...(why && { hiddenBy: why }) }))
  return seen.map((row) =>
    statedLine(
      row.map(({ text: said, ...how }) => statedSpan(said, how)),
      { part },
    ),
  )
}

const paragraphs = (text: string) => text.split(/[\r\n\x0b]/).filter((said) => said.trim() !== '')

/** Strings with a role: headers and footers, comments, links; others matter only where somebody wrote them. */
function named(text: string, { instance }: ArtRecord, around: Around[], standing: PptContext): Line[] {
  const { hiddenBy } = standing
  const how = hiddenBy ? { hiddenBy } : {}
  const said = (part: Part, label?: string) =>
    paragraphs(text).map((each) => statedLine(each, { part, ...how, ...(label && { label }) }))
  const comment = around.findLast(({ type }) => type === types.comment)
  if (comment) {
    if (instance === 0) comment.author = text
    return instance === 1 ? said('comment', comment.author) : []
  }
  if (around.some(({ type }) => type === types.headersFooters))
    return said(instance === 1 ? 'header' : 'footer')
  if (around.some(({ type }) => type === types.hyperlink)) return said('link')
  return hasHan(text) ? said('metadata', 'name') : []
}

function drawn(bytes: Bytes, record: ArtRecord, shape: Around | undefined, standing: PptContext): Line[] {
  // Group shape properties: the second bit says hidden, the eighteenth that the second counts (MS-ODRAW 2.3.4.44).
  const flags = propertyNumber(bytes, record, 0x03bf) ?? 0
  if (shape && (flags & 0x2_0002) === 0x2_0002) shape.hiddenBy ??= 'hidden-attribute'
  const hiddenBy = standing.hiddenBy ?? shape?.hiddenBy
  const art = { texts: propertyTexts(bytes, record), pictures: [], delayed: [], damaged: false }
  return artLines(art, hiddenBy ? { hiddenBy } : {})
}

/** OfficeArtClientAnchor (2.7.1): top, left, right, bottom in two or four bytes each. */
function isOutside(
  bytes: Bytes,
  { start, end }: ArtRecord,
  [width, height]: readonly [number, number],
): boolean {
  const wide = end - start >= 16
  const [top, left, right, bottom] = [0, 1, 2, 3].map((index) =>
    wide ? bytes.int32(start + 4 * index) : bytes.int16(start + 2 * index),
  ) as [number, number, number, number]
  return right <= 0 || bottom <= 0 || left >= width || top >= height
}

/** SlideShowSlideInfoAtom (2.6.6): left out when the slides are shown. */
export function isSlideHidden(bytes: Bytes, from: number, to: number): boolean {
  for (const { type, start } of artRecords(bytes, from, to))
    if (type === types.slideInfo && bytes.uint16(start + 10) & 4) return true
  return false
}
