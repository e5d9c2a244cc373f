/** Bytes that came in chunks as a Source: never joined into one copy until somebody asks for all of them. */
import { lastSegment } from '../../source.js'
import { innermost } from '../../place.js'
import type { Place, Source } from '../../types.js'

export function chunkSource(place: Place, chunks: readonly Uint8Array[]): Source {
  const starts: number[] = []
  let size = 0
  for (const chunk of chunks) {
    starts.push(size)
    size += chunk.length
  }
  let whole: Uint8Array | null = chunks.length === 1 ? chunks[0]! : null
  return {
    place,
    name: lastSegment(innermost(place).name),
    size,
    read: async (offset, length) => whole?.subarray(offset, offset + length) ?? cut(chunks, starts, offset, Math.min(length, size - offset)), // prettier-ignore
    bytes: async () => (whole ??= Buffer.concat(chunks)),
  }
}

/** A view where one chunk holds the stretch, a copy where it lies over several. */
function cut(
  chunks: readonly Uint8Array[],
  starts: readonly number[],
  offset: number,
  length: number,
): Uint8Array {
  // prettier-ignore
  if (length <= 0) return new Uint8Array(0)
  let index = chunkAt(starts, offset)
  const from = offset - starts[index]!
  if (from + length <= chunks[index]!.length) return chunks[index]!.subarray(from, from + length)
  const out = Buffer.allocUnsafe(length)
  let filled = 0
  for (; filled < length; index += 1) {
    const chunk = chunks[index]!
    const start = filled === 0 ? from : 0
    const part = chunk.subarray(start, start + length - filled)
    out.set(part, filled)
    filled += part.length
  }
  return out
}

/** The last chunk that begins at or before the offset. */
function chunkAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
