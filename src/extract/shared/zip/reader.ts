/** Lets yauzl read from a Source, a block at a time, with the archive's shift taken off. */
import { Readable } from 'node:stream'
import type { RandomAccessReader } from 'yauzl'
import type { Source } from '../../../types.js'

const BLOCK = 64 * 1024
const STREAMED = 256 * 1024

export type ReaderClass = new () => RandomAccessReader

/** `Reader` is yauzl's class: it is handed in because yauzl is loaded late. */
export function readerOf(Reader: ReaderClass, source: Source, shift: number): RandomAccessReader {
  let block: Uint8Array = new Uint8Array(0)
  let blockStart = 0

  async function fetch(position: number, length: number): Promise<Uint8Array> {
    const inBlock = position - blockStart
    if (inBlock >= 0 && inBlock + length <= block.length) return block.subarray(inBlock, inBlock + length)
    const bytes = await source.read(position + shift, Math.max(length, BLOCK))
    block = bytes
    blockStart = position
    return bytes.subarray(0, length)
  }

  async function* within(start: number, end: number): AsyncGenerator<Uint8Array> {
    const bytes = await fetch(start, end - start)
    if (bytes.length > 0) yield bytes
  }

  class SourceReader extends Reader {
    override read(
      buffer: Buffer,
      offset: number,
      length: number,
      position: number,
      callback: (error: Error | null, read?: number) => void,
    ): void {
      fetch(position, length).then(
        (bytes) => {
          buffer.set(bytes, offset)
          callback(null, bytes.length)
        },
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
      )
    }
    override _readStreamForRange(start: number, end: number): Readable {
      // Many small entries lie in one block; read one by one, each would cost a call to the system.
      const bytes = end - start <= BLOCK ? within(start, end) : chunks(source, start + shift, end + shift)
      return Readable.from(bytes, { objectMode: false })
    }
  }
  return new SourceReader()
}

async function* chunks(source: Source, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += STREAMED) {
    const bytes = await source.read(at, Math.min(STREAMED, end - at))
    if (bytes.length === 0) return
    yield bytes
  }
}
