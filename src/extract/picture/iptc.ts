/** IPTC IIM data sets (version 4.2) and the Photoshop resource blocks they travel in. */
import { latin, startsWith, view, type RawField } from './anatomy.js'

const NAMES: Readonly<Record<number, string>> = {
  5: 'Object Name',
  7: 'Edit Status',
  15: 'Category',
  20: 'Supplemental Category',
  22: 'Fixture Identifier',
  25: 'Keywords',
  40: 'Special Instructions',
  80: 'By-line',
  85: 'By-line Title',
  90: 'City',
  92: 'Sub-location',
  95: 'Province/State',
  101: 'Country Name',
  103: 'Original Transmission Reference',
  105: 'Headline',
  110: 'Credit',
  115: 'Source',
  116: 'Copyright Notice',
  118: 'Contact',
  120: 'Caption/Abstract',
  122: 'Writer/Editor',
}
const IPTC_RESOURCE = 0x0404
const TAG = 0x1c

/** Bare data sets, or those inside `8BIM` resources. */
export function iptcOf(block: Uint8Array): Uint8Array[] {
  if (block[0] === TAG) return [block]
  const found: Uint8Array[] = []
  for (let at = 0; at + 12 <= block.length && startsWith(block, '8BIM', at);) {
    const id = view(block).getUint16(at + 4)
    const name = (block[at + 6]! + 2) & ~1
    const start = at + 6 + name + 4
    if (start > block.length) break
    const length = view(block).getUint32(start - 4)
    if (id === IPTC_RESOURCE) found.push(block.subarray(start, start + length))
    at = start + length + (length & 1)
  }
  return found
}

/** The text of record 2; binary records and data sets are left out. */
export function iptcFields(block: Uint8Array): RawField[] {
  const fields: RawField[] = []
  for (let at = block.indexOf(TAG); at >= 0 && at + 5 <= block.length;) {
    if (block[at] !== TAG) break
    const [record, set] = [block[at + 1]!, block[at + 2]!]
    const { start, length } = extent(block, at)
    if (record === 2 && set !== 0) {
      fields.push({ label: NAMES[set] ?? `IPTC 2:${set}`, bytes: block.subarray(start, start + length) })
    }
    at = start + length
  }
  return fields
}

/** Lengths over 32,767 are written as the number of bytes of the length, then the length. */
function extent(block: Uint8Array, at: number): { start: number; length: number } {
  const short = view(block).getUint16(at + 3)
  if (short < 0x8000) return { start: at + 5, length: short }
  const size = short & 0x7fff
  const length =
    size <= 4
      ? Number.parseInt(Buffer.from(latin(block, at + 5, at + 5 + size), 'latin1').toString('hex') || '0', 16)
      : 0
  return { start: at + 5 + size, length: Math.min(length, block.length) }
}
