/** Gzip (RFC 1952), member by member, in chunks: memory holds none of it but the chunk at hand. */
import { createInflateRaw, type InflateRaw } from 'node:zlib'
import { Uninspectable } from '../../errors.js'
import { readRawName } from '../../raw-name.js'
import type { Source } from '../../types.js'
import { crc32 } from '../shared/crc32.js'

const CHUNK = 256 * 1024
/** RFC 1952, 2.3: fixed fields, then name and comment up to their NUL. No honest name or comment is longer. */
const FIXED = 10
const MOST_HEADER = 128 * 1024
const TRAILER = 8
const [HAS_SUM, HAS_EXTRA, HAS_NAME, HAS_COMMENT, RESERVED] = [2, 4, 8, 16, 0xe0]

export interface GzipHeader {
  readonly name: string
  readonly comment: string
  readonly length: number
}

/** What the header at this offset says; null: there is none. */
export async function gzipHeader(source: Source, offset: number): Promise<GzipHeader | null> {
  const fixed = await source.read(offset, FIXED)
  const flags = fixed[3] ?? RESERVED
  if (fixed.length < FIXED || fixed[0] !== 0x1f || fixed[1] !== 0x8b || fixed[2] !== 8 || flags & RESERVED)
    return null
  const bytes = await source.read(offset, flags === 0 ? FIXED : MOST_HEADER)
  let at = FIXED
  if (flags & HAS_EXTRA) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8))
  const field = (flag: number): string => {
    if (!(flags & flag)) return ''
    const end = bytes.indexOf(0, at)
    const raw = bytes.subarray(at, end < 0 ? bytes.length : end)
    at = end < 0 ? bytes.length : end + 1
    return readRawName(raw)
  }
  const name = field(HAS_NAME)
  const comment = field(HAS_COMMENT)
  if (flags & HAS_SUM) at += 2
  return { name, comment, length: at }
}

/** Unpacked chunks of all members. Returns where the last one ends. Throws Uninspectable `corrupt`, named `name`. */
export async function* gunzip(source: Source, name: string): AsyncGenerator<Uint8Array, number> {
  for (let at = 0; ;) {
    const header = await gzipHeader(source, at)
    if (!header) return at
    at = yield* member(source, at + header.length, name)
  }
}

async function* member(source: Source, start: number, name: string): AsyncGenerator<Uint8Array, number> {
  const cutOff = new Uninspectable('corrupt', { code: 'archive.cut-off', args: { name } })
  const inflate = createInflateRaw({ chunkSize: CHUNK })
  let sum = 0
  let size = 0
  const feeding = feed(source, start, inflate)
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum)
      size += chunk.length
      yield chunk
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR') throw cutOff
    if (code?.startsWith('Z_')) throw new Uninspectable('corrupt', { code: 'zip.entry', args: { name } })
    throw error
  } finally {
    inflate.destroy()
    await feeding
  }
  const end = start + inflate.bytesWritten
  const trailer = await source.read(end, TRAILER)
  if (trailer.length < TRAILER) throw cutOff
  const stated = new DataView(trailer.buffer, trailer.byteOffset, TRAILER)
  if (stated.getUint32(0, true) !== sum || stated.getUint32(4, true) !== size % 2 ** 32)
    throw new Uninspectable('corrupt', { code: 'zip.crc', args: { name } })
  return end + TRAILER
}

/** Hands on as fast as is taken; whoever ends the stream ends this too. */
async function feed(source: Source, start: number, inflate: InflateRaw): Promise<void> {
  const isOver = () => inflate.destroyed || inflate.readableEnded
  let wake = () => {}
  for (const event of ['drain', 'end', 'close']) inflate.on(event, () => wake())
  const step = stepOf(source.size)
  try {
    for (let at = start; at < source.size && !isOver(); at += step) {
      const bytes = await source.read(at, Math.min(step, source.size - at))
      if (isOver() || inflate.write(bytes)) continue
      await new Promise<void>((resolve) => void (wake = resolve))
    }
    if (!isOver()) inflate.end()
  } catch (error) {
    inflate.destroy(error as Error)
  }
}

/** Where codes are bad, what came out of the same step is lost with them: of a small file the steps are small. */
function stepOf(size: number): number {
  return Math.min(CHUNK, Math.max(512, Math.ceil(size / 256)))
}
