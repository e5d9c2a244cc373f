/** Properties of shapes in old Office documents: words and numbers ([MS-ODRAW] 2.3). */
import type { ArtRecord } from './records.js'
import type { Bytes } from '../bytes.js'
import type { LabelledText } from '../xml/text.js'

export const isProperties = ({ type }: ArtRecord): boolean =>
  type === 0xf00b || type === 0xf121 || type === 0xf122

/** Properties that hold words (2.3): their numbers and how they are told. */
const worded: Readonly<Record<number, string>> = {
  0x00c0: 'wordArt',
  0x0105: 'pictureName',
  0x0380: 'name',
  0x0381: 'alt',
  0x038d: 'tooltip',
}

/** OfficeArtFOPT (2.2.9): numbers first, then the data of those that have some, in the same order. */
export function propertyTexts(bytes: Bytes, { instance, start, end }: ArtRecord): LabelledText[] {
  const found: LabelledText[] = []
  let data = start + 6 * instance
  for (let index = 0; index < instance && start + 6 * index + 6 <= end; index++) {
    const id = bytes.uint16(start + 6 * index)
    if (!(id & 0x8000)) continue
    const size = bytes.uint32(start + 6 * index + 2)
    const label = worded[id & 0x3fff]
    const text = label ? bytes.utf16(data, Math.min(size, end - data) >> 1).replace(/\0.*$/s, '') : ''
    if (label && text.trim()) found.push({ label, text: text.trim() })
    data += size + headOf(bytes, data, id & 0x3fff, size)
  }
  return found
}

/** Properties that hold lists: points, handles, formulas, shades, dashes. */
const lists = new Set([0x145, 0x146, 0x151, 0x155, 0x156, 0x157, 0x197, 0x1cf, 0x383])

/** The head of a list (2.2.53) that its stated size leaves out, as some programs do: 6 bytes or none. */
function headOf(bytes: Bytes, data: number, id: number, size: number): 0 | 6 {
  if (!lists.has(id) || size === 0) return 0
  const stated = bytes.int16(data + 4)
  const each = stated < 0 ? -stated >> 2 : stated
  return bytes.uint16(data) * each === size ? 6 : 0
}

/** A number stated by a property of the shape; undefined: none. */
export function propertyNumber(
  bytes: Bytes,
  { instance, start, end }: ArtRecord,
  wanted: number,
): number | undefined {
  for (let index = 0; index < instance && start + 6 * index + 6 <= end; index++) {
    const id = bytes.uint16(start + 6 * index)
    if ((id & 0xbfff) === wanted) return bytes.uint32(start + 6 * index + 2)
  }
  return undefined
}
