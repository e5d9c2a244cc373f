/** Drawings of old Office documents: words on shapes and pictures in them ([MS-ODRAW]). */
import { type ArtPicture, blipOf, isBlip } from './office-art/blips.js'
import { isProperties, propertyTexts } from './office-art/properties.js'
import { type ArtRecord, artRecords, ART_HEADER } from './office-art/records.js'
import type { Bytes } from './bytes.js'
import type { LabelledText } from './xml/text.js'

export interface Art {
  readonly texts: readonly LabelledText[]
  readonly pictures: readonly ArtPicture[]
  /** Pictures that lie elsewhere, by offset in the document's delay stream. */
  readonly delayed: readonly number[]
  readonly damaged: boolean
}

/** `at` a record that begins there. */
export function artOf(bytes: Bytes, from = 0, to = bytes.length): Art {
  const art = {
    texts: [] as LabelledText[],
    pictures: [] as ArtPicture[],
    delayed: [] as number[],
    damaged: false,
  }
  const records = artRecords(bytes, from, to)
  for (let next = records.next(); ; next = records.next()) {
    if (next.done) {
      art.damaged ||= !next.value
      return art
    }
    const record = next.value
    if (isProperties(record)) art.texts.push(...propertyTexts(bytes, record))
    else if (record.type === 0xf007) takeEntry(bytes, record, art)
    else if (isBlip(record)) takeBlip(bytes, record, art)
  }
}

/** OfficeArtFBSE (2.2.32): the picture itself, or where it lies. */
function takeEntry(
  bytes: Bytes,
  { start, end }: ArtRecord,
  art: { pictures: ArtPicture[]; delayed: number[]; damaged: boolean },
): void {
  const size = bytes.uint32(start + 20)
  const offset = bytes.uint32(start + 28)
  const inside = start + 36 + bytes.uint8(start + 33)
  if (inside + ART_HEADER <= end) {
    const { pictures, damaged } = artOf(bytes, inside, end)
    art.pictures.push(...pictures)
    art.damaged ||= damaged
  } else if (size > 0 && offset !== 0xffffffff) art.delayed.push(offset)
}

function takeBlip(bytes: Bytes, record: ArtRecord, art: { pictures: ArtPicture[]; damaged: boolean }): void {
  const picture = blipOf(bytes, record)
  if (picture) art.pictures.push(picture)
  else art.damaged = true
}
