/** What a presentation carries beside its words: embedded objects and pictures. */
import { constants, inflateSync } from 'node:zlib'
import { enter } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Piece } from '../../types.js'
import type { Bytes } from '../shared/bytes.js'
import type { CompoundDocument } from '../shared/cfb/document.js'
import { type ArtPicture, blipOf, isBlip } from '../shared/office-art/blips.js'
import { artRecords } from '../shared/office-art/records.js'
import { ArtPictures } from '../shared/office-art/pieces.js'
import type { PresentationPart } from './presentation.js'

const MOST_OBJECT = 512 * 1024 * 1024

/** ExOleObjStg (2.10.34): a compound file, compressed or not. */
export function objectPiece(
  { source }: CompoundDocument,
  stream: Bytes,
  { record }: PresentationPart,
): Piece {
  const place = enter(source.place, { name: `object-${record.start}.ole`, part: 'attachment' })
  const stored = stream.slice(record.start + (record.instance === 1 ? 4 : 0), record.end)
  if (record.instance !== 1) return { kind: 'part', role: 'attachment', source: memorySource(place, stored) }
  try {
    const bytes = inflateSync(stored, { maxOutputLength: MOST_OBJECT, finishFlush: constants.Z_SYNC_FLUSH })
    // Some programs leave the check sum out; the length stated before tells whether all is there.
    if (bytes.length < stream.uint32(record.start)) throw new Error('cut off')
    return { kind: 'part', role: 'attachment', source: memorySource(place, bytes) }
  } catch {
    return { kind: 'gap', cause: 'corrupt', place, detail: { code: 'ppt.broken' } }
  }
}

/** The stream of pictures, which all slides share. */
export function* picturePieces(
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
