/** CRC-32 as ZIP uses it (APPNOTE 4.4.7), continued from chunk to chunk. */
import zlib from 'node:zlib'

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32InScript(bytes: Uint8Array, before = 0): number {
  let value = ~before
  for (const byte of bytes) value = table[(value ^ byte) & 255]! ^ (value >>> 8)
  return ~value >>> 0
}

/** Node has its own since 20.15; the package still runs on 20.12. */
export const crc32: (bytes: Uint8Array, before?: number) => number = zlib.crc32 ?? crc32InScript
