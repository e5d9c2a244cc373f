/** A stretch of a source as a source of its own, one step deeper; nothing is copied until it is read. */
import { enter } from '../../place.js'
import { lastSegment } from '../../source.js'
import type { Source, Step } from '../../types.js'

/** `offset` and `length` in bytes of `source`. */
export function sliceOf(
  source: Source,
  { offset, length }: { readonly offset: number; readonly length: number },
  step: Step,
): Source {
  const read = (at: number, wanted: number) =>
    source.read(offset + at, Math.max(0, Math.min(wanted, length - at)))
  return {
    place: enter(source.place, step),
    name: lastSegment(step.name),
    size: length,
    read,
    bytes: () => read(0, length),
  }
}

/** Zeros and blanks, which carry no message. */
export function isPadding(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 0x20 || byte === 0x0a || byte === 0x0d)
}
