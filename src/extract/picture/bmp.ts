/** BMP, which sharp cannot read: OS/2 and Windows headers, 1 to 32 bits, RLE4, RLE8, bit fields, either row order. */
import { type BmpHeader, RLE4, RLE8 } from './bmp-header.js'
import { readRle } from './bmp-rle.js'
import type { RgbaGrid } from '../../pixels/sharp.js'

export interface BmpPicture {
  readonly grid: RgbaGrid
  /** Rows are missing; they stay white. */
  readonly damaged: boolean
}

export function readBmp(bytes: Uint8Array, header: BmpHeader): BmpPicture {
  const { compression, bits } = header
  if (compression === RLE8 || compression === RLE4)
    return paint(header, readRle(bytes.subarray(header.pixelsAt), header))
  return bits <= 8 ? paint(header, unpackRows(bytes, header)) : readDirect(bytes, header)
}

/** Pixels of a picture with a palette. */
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
