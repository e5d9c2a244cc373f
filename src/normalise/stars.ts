/** Stars that look like ★ to whoever reads them, and asterisks of other kinds. */

/** Code points whose name in the Unicode names list (17.0) is a star or a pentagram, first and last; ☆ stays as it is. */
const starRanges: readonly (readonly [first: number, last: number])[] = [
  [0x066d, 0x066d],
  [0x22c6, 0x22c6],
  [0x235f, 0x235f],
  [0x269d, 0x269d],
  [0x26e4, 0x26e7],
  [0x2721, 0x2721],
  [0x2726, 0x2730],
  [0x2734, 0x2739],
  [0x2742, 0x2742],
  [0x2b50, 0x2b52],
  [0x2be8, 0x2beb],
  // ★ ✪ ✰ of Wingdings, moved to the private area as every symbol font is (ECMA-376 17.3.3.30), its font forgotten.
  [0xf0ab, 0xf0ab],
  [0xf0b5, 0xf0b6],
  [0x10af0, 0x10af0],
  [0x1f31f, 0x1f31f],
  [0x1f52f, 0x1f52f],
  [0x1f7c0, 0x1f7d4],
  [0x1f7d9, 0x1f7d9],
]

const asteriskRanges: readonly (readonly [first: number, last: number])[] = [
  [0x204e, 0x204e],
  [0x2217, 0x2217],
  [0x229b, 0x229b],
  [0x26b9, 0x26b9],
  [0x2722, 0x2725],
  [0x2731, 0x2733],
  [0x273a, 0x273d],
  [0x2743, 0x2743],
  [0x2749, 0x274b],
  [0x1f7af, 0x1f7bf],
]

/** What a tick set in a symbol font is in Unicode, and the tick that rules name. */
const ticks: readonly (readonly [number, string])[] = [
  [0x2bbd, '☒'],
  [0x1f5f5, '☒'],
  [0x1f5f7, '☒'],
  [0x1f5f8, '✓'],
  [0x1f5f9, '☑'],
]

/** Look-alike of each star, asterisk and tick, by code point. */
export const starAlikes: ReadonlyMap<number, string> = new Map([
  ...spread(starRanges, '★'),
  ...spread(asteriskRanges, '*'),
  ...ticks,
])

function spread(ranges: typeof starRanges, become: string): [number, string][] {
  return ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at): [number, string] => [first + at, become]),
  )
}
