/** What the shapes of an old presentation are painted with ([MS-ODRAW] 2.2.2, 2.3.7; [MS-PPT] 2.4.17, 2.12.2). */
import { type ArtRecord, artRecords } from '../shared/office-art/records.js'
import { type ArtShape, isPainted, PICTURE_FRAME } from '../shared/office-art/shapes.js'
import type { Bytes } from '../shared/bytes.js'

/** Six lower-case hex digits; null: cannot be told. */
export type PptColour = string | null

/** Eight colours a slide names by number. */
export type Scheme = readonly PptColour[]

const SCHEME = 0x07f0
const SCHEME_OF_SLIDE = 1

export function schemeOf(bytes: Bytes, { start, end }: ArtRecord): Scheme {
  for (const record of artRecords(bytes, start, end))
    if (record.type === SCHEME && record.instance === SCHEME_OF_SLIDE)
      return Array.from({ length: 8 }, (_, index) => plain(bytes.uint32(record.start + 4 * index)))
  return []
}

/** Red lowest. */
function plain(value: number): PptColour {
  const hex = (byte: number) => (byte & 255).toString(16).padStart(2, '0')
  return hex(value) + hex(value >> 8) + hex(value >> 16)
}

/** OfficeArtCOLORREF: the highest byte says how it is meant. */
function drawnColour(value: number, scheme: Scheme): PptColour {
  const kind = value >>> 24
  if (kind === 8) return scheme[value & 255] ?? null
  return kind === 0 || kind === 2 ? plain(value) : null
}

/** ColorIndexStruct: the highest byte is a number of the scheme, or says that the colour stands here. */
export function letterColour(value: number, scheme: Scheme): PptColour {
  const index = value >>> 24
  return index === 0xfe ? plain(value) : (scheme[index] ?? null)
}

const [FILL_KIND, FILL_COLOUR, FILL_FLAGS] = [0x0180, 0x0181, 0x01bf]
const TEXT_BOX = 202
const CLIENT_DATA = 0xf011
const WHITE = 0xffffff

/** What a shape paints over its box. */
export interface ShapePaint {
  /** null: no plain colour, or what lies beneath shines through. */
  readonly colour: PptColour
  readonly opaque: boolean
}
const unclear: ShapePaint = { colour: null, opaque: false }

/** null: nothing. A picture is a ground of which nothing is known. */
export function paintOf(shape: ArtShape, scheme: Scheme): ShapePaint | null {
  if (shape.type === PICTURE_FRAME) return unclear
  const filled = shape.flag(FILL_FLAGS, 0x10)
  const stated = shape.number(FILL_COLOUR)
  const isBare = shape.type === TEXT_BOX || shape.has(CLIENT_DATA)
  if (filled === false || (filled === undefined && stated === undefined && isBare)) return null
  if (!isPainted(shape)) return unclear
  const isPlain = (shape.number(FILL_KIND) ?? 0) === 0 && (stated !== undefined || filled !== undefined)
  return { colour: isPlain ? drawnColour(stated ?? WHITE, scheme) : null, opaque: true }
}
