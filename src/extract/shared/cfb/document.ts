/** A compound file while it is read: what was taken of it, and what is wrong with it. */
import type { Budget, Piece, Source } from '../../../types.js'
import { Bytes } from '../bytes.js'
import { type Cfb, type CfbEntry, childNamed, openCfb } from '../cfb.js'

export interface CompoundDocument {
  readonly source: Source
  readonly cfb: Cfb
  readonly budget: Budget
  /** Entries that were read or handed on. */
  readonly seen: Set<CfbEntry>
  /** Gaps met so far, to be yielded at the end. */
  readonly gaps: Piece[]
}

export async function openCompound(source: Source, budget: Budget): Promise<CompoundDocument> {
  const cfb = openCfb(await source.bytes(), budget)
  const document: CompoundDocument = { source, cfb, budget, seen: new Set(), gaps: [] }
  if (cfb.fault) document.gaps.push({ kind: 'gap', cause: 'corrupt', place: source.place, detail: cfb.fault })
  return document
}

/** The bytes of a stream that can be had; a gap is noted for the rest. */
export function takeStream(document: CompoundDocument, entry: CfbEntry): Uint8Array {
  document.seen.add(entry)
  const { bytes, fault } = document.cfb.read(entry)
  if (fault)
    document.gaps.push({ kind: 'gap', cause: 'corrupt', place: document.source.place, detail: fault })
  return bytes
}

/** A stream at the root by its name; null: there is none. */
export function takeNamed(document: CompoundDocument, name: string): Bytes | null {
  const entry = childNamed(document.cfb.root, name)
  return entry?.kind === 'stream' ? new Bytes(takeStream(document, entry)) : null
}
