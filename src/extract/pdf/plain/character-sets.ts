/** The predefined encodings of simplified Chinese text set across (ISO 32000-1, table 118). */
import { isMapped, isWide } from '../characters.js'
import { type PlainGlyph, letterOf } from './letter.js'

export interface CharacterSet {
  readonly codeBytes: 2 | 'mixed'
  /** Undefined: not sure, the page is not plain. */
  meaning(code: number): PlainGlyph | undefined
}

/** Letters of other scripts have widths of their own, which only the collection's tables tell. */
function letter(code: number): PlainGlyph | undefined {
  const known = (code >= 0x20 && code < 0x7f) || isWide(code) || isSetWide(code)
  return known && isMapped(code) ? letterOf(code) : undefined
}

/** Signs that Chinese faces draw as wide as high: dashes, quotation marks, ellipsis, numbers in circles, stars, squares. */
function isSetWide(code: number): boolean {
  return code === 0xb7 || (code >= 0x2014 && code <= 0x2026) || (code >= 0x2103 && code < 0x2e80)
}

const unicode: CharacterSet = { codeBytes: 2, meaning: letter }

/** Codes GB 18030 gives a meaning that code page 936 has not: what Node’s own `gbk` makes of them differs with its version. */
const beyond936: readonly (readonly [first: number, last: number])[] = [
  [0xa2e3, 0xa2e3],
  [0xa3a0, 0xa3a0],
  [0xa6d9, 0xa6f3],
  [0xa8bc, 0xa8bf],
  [0xa989, 0xa995],
  [0xfe50, 0xfea0],
]
const decoder = new TextDecoder('gb18030')
const gbk: CharacterSet = {
  codeBytes: 'mixed',
  meaning(code) {
    if (beyond936.some(([first, last]) => first <= code && code <= last)) return undefined
    const bytes = code < 0x100 ? Uint8Array.of(code) : Uint8Array.of(code >> 8, code & 0xff)
    const text = decoder.decode(bytes)
    const point = text.codePointAt(0)
    return point !== undefined && text.length === 1 && point !== 0xfffd ? letter(point) : undefined
  },
}

export const characterSets: ReadonlyMap<string, CharacterSet> = new Map([
  ['UniGB-UCS2-H', unicode],
  ['GBK-EUC-H', gbk],
  ['GBKp-EUC-H', gbk],
  ['GB-EUC-H', gbk],
])
