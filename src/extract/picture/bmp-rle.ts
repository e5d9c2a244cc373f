/** Run-length coded BMP rows (RLE8 and RLE4): runs, literal runs, jumps; always stored from the bottom up. */
import type { Indices } from './bmp.js'
import type { BmpHeader } from './bmp-header.js'

export function readRle(codes: Uint8Array, { width, height, bits, topDown }: BmpHeader): Indices {
  const data = new Uint8Array(width * height)
  const nibbles = bits === 4
  let at = 0
  let x = 0
  let row = 0
  const put = (index: number) => {
    if (x < width && row < height) data[(topDown ? row : height - 1 - row) * width + x] = index
    x++
  }
  while (at + 1 < codes.length && row < height) {
    const count = codes[at]!
    const value = codes[at + 1]!
    at += 2
    if (count > 0) {
      for (let step = 0; step < count; step++) put(nibbles ? (step & 1 ? value & 15 : value >> 4) : value)
    } else if (value === 0) {
      x = 0
      row++
    } else if (value === 1) return { data, damaged: false }
    else if (value === 2) {
      x += codes[at] ?? 0
      row += codes[at + 1] ?? 0
      at += 2
    } else {
      for (let step = 0; step < value; step++) {
        const byte = codes[at + (nibbles ? step >> 1 : step)] ?? 0
        put(nibbles ? (step & 1 ? byte & 15 : byte >> 4) : byte)
      }
      // Literal runs are padded to 16 bits.
      at += (Math.ceil(nibbles ? value / 2 : value) + 1) & ~1
    }
  }
  return { data, damaged: row < height }
}
