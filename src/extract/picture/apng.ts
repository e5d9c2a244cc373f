/** Animated PNG, of which sharp reads the first picture: every further frame rebuilt as a PNG of its own. */
import { Buffer } from 'node:buffer'
import { crc32 } from '../shared/crc32.js'
import { view } from './anatomy.js'
import { pngChunks, type PngChunk } from './png.js'

export interface ApngFrames {
  readonly count: number
  /** The frames after the first picture, as PNG files. */
  readonly later: readonly Uint8Array[]
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const shared = /^(PLTE|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT)$/

/** Null: no animation. `most` frames are rebuilt. */
export function apngFrames(bytes: Uint8Array, most: number): ApngFrames | null {
  let header: PngChunk | null = null
  let count = 0
  let size: Uint8Array | null = null
  let data: Uint8Array[] = []
  const common: Buffer[] = []
  const later: Uint8Array[] = []
  const flush = () => {
    if (header && size && data.length > 0 && later.length < most)
      later.push(rebuild(header, size, common, data))
    data = []
  }
  for (const chunk of pngChunks(bytes)) {
    if (chunk.type === 'IHDR') header = chunk
    if (chunk.type === 'acTL' && chunk.body.length >= 8) count = view(chunk.body).getUint32(0)
    if (shared.test(chunk.type)) common.push(Buffer.from(bytes.subarray(chunk.start, chunk.end)))
    if (chunk.type === 'fcTL') {
      flush()
      size = chunk.body.subarray(4, 12)
    }
    if (chunk.type === 'fdAT') data.push(chunk.body.subarray(4))
  }
  flush()
  return count > 1 ? { count, later } : null
}

function rebuild(
  header: PngChunk,
  size: Uint8Array,
  common: readonly Buffer[],
  data: readonly Uint8Array[],
): Buffer {
  const head = Buffer.concat([size, header.body.subarray(8)])
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    ...common,
    chunk('IDAT', Buffer.concat(data)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, body: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, check])
}
