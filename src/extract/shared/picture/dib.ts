/** Device-independent bitmaps, as they lie in documents and metafiles: a BMP file without its file header. */
import { Bytes } from '../bytes.js'

/** Puts the file header before it ([MS-WMF] 2.2.2.9). `bits`: where the pixels begin, if not right behind the colours. */
export function bitmapFile(dib: Uint8Array, bits?: number): Uint8Array {
  if (dib.length < 12) return dib
  const head = new Bytes(dib)
  const size = head.uint32(0)
  const depth = head.uint16(size === 12 ? 10 : 14)
  const used = size >= 40 ? head.uint32(32) : 0
  const colours = Math.min(depth <= 8 ? used || 1 << depth : used, 256)
  const masks = size === 40 && head.uint32(16) === 3 ? 12 : 0
  const file = Buffer.alloc(14)
  file.write('BM', 0, 'latin1')
  file.writeUInt32LE(14 + dib.length, 2)
  file.writeUInt32LE(14 + (bits ?? size + masks + (size === 12 ? 3 : 4) * colours), 10)
  return Buffer.concat([file, dib])
}
