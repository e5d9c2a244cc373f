/** Pictures and words on shapes: floating ones behind the table of drawings, inline ones in the Data stream. */
import type { Bytes } from '../shared/bytes.js'
import { type ArtPicture, blipOf } from '../shared/office-art/blips.js'
import { artRecords } from '../shared/office-art/records.js'
import { type Art, artOf } from '../shared/office-art.js'
import type { LabelledText } from '../shared/xml/text.js'
import type { Fib } from './fib.js'

/** OfficeArtContent ([MS-DOC] 2.9.172): the store of pictures, then the drawings, each behind a byte of its own. */
export function drawingArt(main: Bytes, table: Bytes, fib: Fib): Art {
  const { offset, length } = fib.table('drawings')
  const content = table.part(offset, offset + length)
  const arts: Art[] = []
  let damaged = false
  for (let at = 0; at + 8 <= content.length;) {
    if (content.uint16(at + 2) < 0xf000) {
      at++
      continue
    }
    const end = at + 8 + content.uint32(at + 4)
    if (end > content.length) damaged = true
    arts.push(artOf(content, at, Math.min(end, content.length)))
    at = end
  }
  const delayed = arts.flatMap((art) => art.delayed).map((start) => delayedPicture(main, start))
  return {
    texts: arts.flatMap(({ texts }) => texts),
    pictures: [...arts.flatMap(({ pictures }) => pictures), ...delayed.flatMap((picture) => picture ?? [])],
    delayed: [],
    damaged: damaged || arts.some((art) => art.damaged) || delayed.includes(null),
  }
}

function delayedPicture(main: Bytes, start: number): ArtPicture | null {
  const [record] = artRecords(main, start)
  return record && record.type >= 0xf01a && record.type <= 0xf117 ? blipOf(main, record) : null
}

/** PICFAndOfficeArtData (2.9.192): a head of 68 bytes, a name where the picture is linked, the drawing. */
export function inlineArt(data: Bytes, offsets: ReadonlySet<number>): Art[] {
  return [...offsets].map((offset) => {
    const end = offset + data.uint32(offset)
    const named = data.uint16(offset + 6) === 0x66 ? data.uint8(offset + data.uint16(offset + 4)) + 1 : 0
    const texts: LabelledText[] =
      named > 1
        ? [{ label: 'pictureName', text: data.latin1(offset + data.uint16(offset + 4) + 1, named - 1) }]
        : []
    if (end > data.length || end <= offset) return { texts, pictures: [], delayed: [], damaged: true }
    const art = artOf(data, offset + data.uint16(offset + 4) + named, end)
    return { ...art, texts: [...texts, ...art.texts] }
  })
}

/** FFData (2.9.78) behind a head of 68 bytes: names, defaults, help and choices of form fields. */
export function* fieldWords(data: Bytes, offsets: ReadonlySet<number>): Generator<string> {
  for (const offset of offsets) {
    const field = data.part(offset + data.uint16(offset + 4), offset + data.uint32(offset))
    if (field.uint32(0) !== 0xffffffff) continue
    const kind = field.uint16(4) & 3
    let at = 10
    const counted = (ended: boolean) => {
      const length = field.uint16(at)
      const text = field.utf16(at + 2, length)
      at += 2 + 2 * length + (ended ? 2 : 0)
      return text
    }
    const texts = [counted(true)]
    if (kind === 0) texts.push(counted(true))
    else at += 2
    for (let index = 0; index < 5; index++) texts.push(counted(true))
    if (kind === 2 && field.uint16(at) === 0xffff) {
      const count = Math.min(field.uint16(at + 2), 256)
      at += 6
      for (let index = 0; index < count; index++) texts.push(counted(false))
    }
    yield* texts.filter((text) => text.trim() !== '')
  }
}
