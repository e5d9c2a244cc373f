/** Headers of BMP files, of OS/2 and Windows: sizes, colours, how the pixels are packed. */
import { latin, view } from './anatomy.js'

export interface BmpHeader {
  readonly width: number
  readonly height: number
  readonly topDown: boolean
  readonly bits: number
  readonly compression: number
  /** Start of the pixel data. */
  readonly pixelsAt: number
  readonly palette: readonly (readonly [red: number, green: number, blue: number])[]
  /** Red, green, blue, alpha; 0 where there is none. */
  readonly masks: readonly number[]
}
/** Kinds of compression (BITMAPINFOHEADER, `biCompression`). */
const RGB = 0
export const RLE8 = 1
export const RLE4 = 2
const BITFIELDS = 3
const JPEG = 4
const PNG = 5
const ALPHA_BITFIELDS = 6

/** Null: not a BMP this reader knows. */
export function readBmpHeader(bytes: Uint8Array): BmpHeader | null {
  if (bytes.length < 26 || latin(bytes, 0, 2) !== 'BM') return null
  const data = view(bytes)
  const size = data.getUint32(14, true)
  const old = size === 12
  if (!old && (size < 16 || bytes.length < 14 + size)) return null
  const rows = old ? data.getInt16(20, true) : data.getInt32(22, true)
  const bits = data.getUint16(old ? 24 : 28, true)
  const compression = !old && size >= 20 ? data.getUint32(30, true) : RGB
  const width = old ? data.getUint16(18, true) : data.getInt32(18, true)
  const known = [1, 2, 4, 8, 16, 24, 32].includes(bits) || compression === JPEG || compression === PNG
  if (width <= 0 || rows === 0 || rows === -0x80000000 || !known || compression > ALPHA_BITFIELDS) return null
  const pixelsAt = data.getUint32(10, true)
  const header = { width, height: Math.abs(rows), topDown: rows < 0, bits, compression, pixelsAt }
  return {
    ...header,
    palette: paletteOf(bytes, size, bits, pixelsAt),
    masks: masksOf(bytes, size, bits, compression),
  }
}

function paletteOf(
  bytes: Uint8Array,
  size: number,
  bits: number,
  pixelsAt: number,
): [number, number, number][] {
  if (bits > 8) return []
  const entry = size === 12 ? 3 : 4
  const start = 14 + size
  const room = Math.floor(
    (Math.min(pixelsAt > start ? pixelsAt : bytes.length, bytes.length) - start) / entry,
  )
  const colours: [number, number, number][] = []
  for (let index = 0; index < Math.min(2 ** bits, room); index++) {
    const at = start + index * entry
    colours.push([bytes[at + 2]!, bytes[at + 1]!, bytes[at]!])
  }
  return colours
}

function masksOf(bytes: Uint8Array, size: number, bits: number, compression: number): number[] {
  if (compression !== BITFIELDS && compression !== ALPHA_BITFIELDS) {
    return bits === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0]
  }
  const withAlpha = size >= 56 || compression === ALPHA_BITFIELDS
  return [0, 1, 2, 3].map((index) => {
    if (index === 3 && !withAlpha) return 0
    return 54 + index * 4 + 4 <= bytes.length ? view(bytes).getUint32(54 + index * 4, true) : 0
  })
}

/** A JPEG or PNG wrapped in a BMP header. */
export function wrappedIn(bytes: Uint8Array, header: BmpHeader): Uint8Array | null {
  return header.compression === JPEG || header.compression === PNG ? bytes.subarray(header.pixelsAt) : null
}
