/** Entries of an office package while it is read: what was taken, and what is wrong with it. */
import { enter } from '../../../place.js'
import type { Piece, Phrase, Source } from '../../../types.js'
import type { Zip, ZipEntry } from '../zip.js'

export interface OpenedPackage {
  readonly source: Source
  readonly zip: Zip
  /** Entries that were read or handed on; what is not among them at the end is left over. */
  readonly seen: Set<ZipEntry>
  /** Gaps met so far, to be yielded before the next page. */
  readonly gaps: Piece[]
}

/** The bytes that can be had; a gap is noted for the rest. */
export async function take(pack: OpenedPackage, entry: ZipEntry): Promise<Uint8Array> {
  pack.seen.add(entry)
  const { bytes, fault } = await pack.zip.salvage(entry)
  if (fault) {
    const place = enter(pack.source.place, { name: entry.name })
    pack.gaps.push({ kind: 'gap', cause: fault.reason, place, detail: fault.said })
  }
  return bytes
}

/** A part that could not be read to its end. */
export function report(pack: OpenedPackage, entry: ZipEntry, said: Phrase | null): void {
  if (!said) return
  const place = enter(pack.source.place, { name: entry.name })
  pack.gaps.push({ kind: 'gap', cause: 'corrupt', place, detail: said })
}
