/** BMP, which sharp cannot read: OS/2 and Windows headers, 1 to 32 bits, RLE4, RLE8, bit fields, either row order. */
import { latin, view } from './anatomy.js'
import { readRle } from './bmp-rle.js'
import type { Grid } from './sharp.js'

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
export interface BmpPicture {
  readonly grid: Grid
  /** Rows are missing; they stay white. */
  readonly damaged: boolean
}

const RGB = 0
const RLE8 = 1
const RLE4 = 2
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

export function readBmp(bytes: Uint8Array, header: BmpHeader): BmpPicture {
  const { compression, bits } = header
  if (compression === RLE8 || compression === RLE4)
    return paint(header, readRle(bytes.subarray(header.pixelsAt), header))
  return bits <= 8 ? paint(header, unpackRows(bytes, header)) : readDirect(bytes, header)
}

export interface Indices {
  /** Palette numbers from the top row down. */
  readonly data: Uint8Array
  readonly damaged: boolean
}

const strideOf = ({ width, bits }: BmpHeader) => Math.ceil((width * bits) / 32) * 4

/** Where each row of the picture, from the top, is stored; null when the file ends before it. */
function rowStart(bytes: Uint8Array, header: BmpHeader, row: number): number | null {
  const stored = header.topDown ? row : header.height - 1 - row
  const start = header.pixelsAt + stored * strideOf(header)
  return start + Math.ceil((header.width * header.bits) / 8) <= bytes.length ? start : null
}

function unpackRows(bytes: Uint8Array, header: BmpHeader): Indices {
  const { width, height, bits } = header
  const data = new Uint8Array(width * height).fill(255)
  let damaged = false
  for (let row = 0; row < height; row++) {
    const start = rowStart(bytes, header, row)
    if (start === null) damaged = true
    else
      for (let x = 0; x < width; x++) {
        const bit = x * bits
        data[row * width + x] = (bytes[start + (bit >> 3)]! >> (8 - bits - (bit & 7))) & (2 ** bits - 1)
      }
  }
  return { data, damaged }
}

function paint({ width, height, palette }: BmpHeader, { data: indices, damaged }: Indices): BmpPicture {
  const data = new Uint8Array(width * height * 4).fill(255)
  for (let at = 0; at < indices.length; at++) {
    const colour = palette[indices[at]!]
    if (colour) data.set(colour, at * 4)
  }
  return { grid: { width, height, data }, damaged }
}

function readDirect(bytes: Uint8Array, header: BmpHeader): BmpPicture {
  const { width, height, bits, masks } = header
  const size = bits / 8
  const data = new Uint8Array(width * height * 4).fill(255)
  const parts = masks.slice(0, masks[3] ? 4 : 3).map(scaleOf)
  let damaged = false
  for (let row = 0; row < height; row++) {
    const start = rowStart(bytes, header, row)
    if (start === null) {
      damaged = true
      continue
    }
    for (let x = 0; x < width; x++) {
      const value = valueAt(bytes, start + x * size, size)
      for (let part = 0; part < parts.length; part++) data[(row * width + x) * 4 + part] = parts[part]!(value)
    }
  }
  return { grid: { width, height, data }, damaged }
}

function valueAt(bytes: Uint8Array, at: number, size: number): number {
  let value = 0
  for (let byte = size - 1; byte >= 0; byte--) value = value * 256 + bytes[at + byte]!
  return value
}

/** Brings the bits under a mask to 0–255. */
function scaleOf(mask: number): (value: number) => number {
  if (mask === 0) return () => 0
  const shift = 31 - Math.clz32(mask & -mask)
  const most = mask >>> shift
  return (value) => Math.round((((value & mask) >>> shift) * 255) / most)
}
