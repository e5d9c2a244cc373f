/** Bytes in memory as a Source. Files on disk are made into Sources by `inputs`. */
import type { Place, Source } from './types.js'
import { innermost } from './place.js'

export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

export function memorySource(place: Place, bytes: Uint8Array): Source {
  return {
    place,
    name: lastSegment(innermost(place).name),
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    bytes: async () => bytes,
  }
}
