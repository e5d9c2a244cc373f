/** The rich text body of a message, unpacked ([MS-OXRTFCP]). */
import { Buffer } from 'node:buffer'

/** 2.1.3.1: what the dictionary holds at the beginning. */
const seed =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const HEADER = 16
/** Some programs count the header behind its first field in the size of the text. */
const COUNTED = 12
/** Longer bodies are made by no mail program; each byte of input gives at most nine. */
const MOST = 64 * 1024 ** 2

export interface DecompressedRtf {
  readonly bytes: Uint8Array
  /** False: it broke off, or is longer than it says. */
  readonly whole: boolean
}

/** Null: these bytes are no packed rich text. */
export function unpackRtf(stream: Uint8Array): DecompressedRtf | null {
  const packed = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength)
  if (packed.length < HEADER) return null
  const size = Math.min(packed.readUInt32LE(4), MOST)
  const kind = packed.toString('latin1', 8, 12)
  if (kind === 'MELA')
    return { bytes: packed.subarray(HEADER, HEADER + size), whole: packed.length - HEADER >= size - COUNTED }
  return kind === 'LZFu' ? inflate(packed, size) : null
}

/** 2.2.2.1: a byte of flags, then literals and references into a ring of 4,096 bytes. */
function inflate(packed: Buffer, size: number): DecompressedRtf {
  const ring = Buffer.alloc(4096, 0x20)
  ring.write(seed, 0, 'latin1')
  let write = seed.length
  const out = Buffer.alloc(Math.min(size, packed.length * 9))
  let length = 0
  const put = (byte: number) => {
    ring[write] = byte
    write = (write + 1) % 4096
    if (length < out.length) out[length++] = byte
  }
  let at = HEADER
  while (at < packed.length) {
    const flags = packed[at++]!
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(packed[at++]!)
        continue
      }
      if (at + 2 > packed.length) return { bytes: out.subarray(0, length), whole: false }
      const reference = packed.readUInt16BE(at)
      at += 2
      const from = reference >> 4
      if (from === write) return { bytes: out.subarray(0, length), whole: length >= size - COUNTED }
      for (let index = 0; index < (reference & 15) + 2; index++) put(ring[(from + index) % 4096]!)
    }
  }
  return { bytes: out.subarray(0, length), whole: length >= size }
}
